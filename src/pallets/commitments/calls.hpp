// What can be asked of the pallet.
#pragma once
#include "frame/call.hpp"
#include "pallets/commitments/types.hpp"

namespace commitments {

struct set_commitment {
    CALL(0)
    NetUid netuid{};
    CommitmentInfo info{};
    FIELDS(netuid, info)
};
struct set_max_space {
    CALL(2)
    u32 new_limit = 0;
    FIELDS(new_limit)
};

}  // namespace commitments
