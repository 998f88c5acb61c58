// What the pallet tells.
#pragma once
#include "frame/call.hpp"
#include "pallets/drand/types.hpp"

namespace drand {

struct BeaconConfigChanged {
    EVENT(0)
    NO_FIELDS
};
struct NewPulse {
    EVENT(1)
    std::vector<u64> rounds{};
    FIELDS(rounds)
};
struct SetOldestStoredRound {
    EVENT(2)
    u64 round = 0;
    UNNAMED(round)
};

}  // namespace drand
