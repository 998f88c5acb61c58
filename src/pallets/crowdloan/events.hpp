// What the pallet tells.
#pragma once
#include "frame/call.hpp"
#include "pallets/crowdloan/types.hpp"

namespace crowdloan {

struct Created {
    EVENT(0)
    u32 crowdloan_id = 0;
    AccountId creator{};
    u32 end = 0;
    TaoBalance cap{};
    FIELDS(crowdloan_id, creator, end, cap)
};
struct Contributed {
    EVENT(1)
    u32 crowdloan_id = 0;
    AccountId contributor{};
    TaoBalance amount{};
    FIELDS(crowdloan_id, contributor, amount)
};
struct Withdrew {
    EVENT(2)
    u32 crowdloan_id = 0;
    AccountId contributor{};
    TaoBalance amount{};
    FIELDS(crowdloan_id, contributor, amount)
};
struct PartiallyRefunded {
    EVENT(3)
    u32 crowdloan_id = 0;
    FIELDS(crowdloan_id)
};
struct AllRefunded {
    EVENT(4)
    u32 crowdloan_id = 0;
    FIELDS(crowdloan_id)
};
struct Finalized {
    EVENT(5)
    u32 crowdloan_id = 0;
    FIELDS(crowdloan_id)
};
struct Dissolved {
    EVENT(6)
    u32 crowdloan_id = 0;
    FIELDS(crowdloan_id)
};
struct MinContributionUpdated {
    EVENT(7)
    u32 crowdloan_id = 0;
    TaoBalance new_min_contribution{};
    FIELDS(crowdloan_id, new_min_contribution)
};
struct EndUpdated {
    EVENT(8)
    u32 crowdloan_id = 0, new_end = 0;
    FIELDS(crowdloan_id, new_end)
};
struct CapUpdated {
    EVENT(9)
    u32 crowdloan_id = 0;
    TaoBalance new_cap{};
    FIELDS(crowdloan_id, new_cap)
};
struct MaxContributionUpdated {
    EVENT(10)
    u32 crowdloan_id = 0;
    std::optional<TaoBalance> new_max_contribution{};
    FIELDS(crowdloan_id, new_max_contribution)
};

}  // namespace crowdloan
