// An epoch's result: who gets the alpha that a subnet has set aside.
// Source: subtensor coinbase/run_coinbase.rs, distribute_emission.
#pragma once
#include "pallets/subtensor/epoch/run_epoch.hpp"

namespace subtensor {

void distribute_emission(Context& cx, NetUid netuid, const PendingEmission& pending);

}  // namespace subtensor
