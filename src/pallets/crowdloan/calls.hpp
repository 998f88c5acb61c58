// Raising funds for something, and what becomes of them.
#pragma once
#include "frame/call.hpp"
#include "pallets/crowdloan/types.hpp"

namespace crowdloan {

/// Takes the creator's deposit. Exactly one of `call` and `target_address` says what the funds are
/// for.
struct create {
    CALL(0)
    scale::Compact<TaoBalance> deposit{}, min_contribution{}, cap{};
    scale::Compact<u32> end{};
    std::optional<AnyCall> call{};
    std::optional<AccountId> target_address{};
    FIELDS(deposit, min_contribution, cap, end, call, target_address)
    DispatchInfo info(const DispatchInfo& base) const;
};
/// Pays in `amount`, or what is left until the cap or the contributor's own limit.
struct contribute {
    CALL(1)
    scale::Compact<u32> crowdloan_id{};
    scale::Compact<TaoBalance> amount{};
    FIELDS(crowdloan_id, amount)
};
/// Takes the sender's contribution back; the creator's deposit stays.
struct withdraw {
    CALL(2)
    scale::Compact<u32> crowdloan_id{};
    FIELDS(crowdloan_id)
};
/// Once the cap is raised: sends the funds to the target address or runs the call.
struct finalize {
    CALL(3)
    scale::Compact<u32> crowdloan_id{};
    FIELDS(crowdloan_id)
};
/// Pays contributors back, so many in a call; the creator's part stays.
struct refund {
    CALL(4)
    scale::Compact<u32> crowdloan_id{};
    FIELDS(crowdloan_id)
};
/// Ends a crowdloan that holds nothing but the creator's part.
struct dissolve {
    CALL(5)
    scale::Compact<u32> crowdloan_id{};
    FIELDS(crowdloan_id)
};
struct update_min_contribution {
    CALL(6)
    scale::Compact<u32> crowdloan_id{};
    scale::Compact<TaoBalance> new_min_contribution{};
    FIELDS(crowdloan_id, new_min_contribution)
};
struct update_end {
    CALL(7)
    scale::Compact<u32> crowdloan_id{}, new_end{};
    FIELDS(crowdloan_id, new_end)
};
struct update_cap {
    CALL(8)
    scale::Compact<u32> crowdloan_id{};
    scale::Compact<TaoBalance> new_cap{};
    FIELDS(crowdloan_id, new_cap)
};
struct set_max_contribution {
    CALL(9)
    scale::Compact<u32> crowdloan_id{};
    std::optional<TaoBalance> new_max_contribution{};
    FIELDS(crowdloan_id, new_max_contribution)
};

}  // namespace crowdloan
