// An epoch's result: who gets the alpha that a subnet has set aside.
// Source: subtensor coinbase/run_coinbase.rs, distribute_emission.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

struct PendingEmission {
    AlphaBalance server{}, validator{}, root{}, owner_cut{};
};
void distribute_emission(Context& cx, NetUid netuid, const PendingEmission& pending);

}  // namespace subtensor
