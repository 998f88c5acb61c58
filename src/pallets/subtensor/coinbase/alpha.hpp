// Alpha issued, burned and recycled on a subnet.
// Source: subtensor coinbase/alpha.rs.
#pragma once
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Counts the amount as issued; resolve it to the outstanding alpha or to the pool's reserve.
AlphaBalance mint_alpha(State& s, NetUid netuid, AlphaBalance amount);
void resolve_to_alpha_out(State& s, NetUid netuid, AlphaBalance amount);
void resolve_to_alpha_in(State& s, NetUid netuid, AlphaBalance amount);
/// Takes outstanding alpha out of existence.
void recycle_subnet_alpha(State& s, NetUid netuid, AlphaBalance amount);
/// Only counts it as burned.
void burn_subnet_alpha(State& s, NetUid netuid, AlphaBalance amount);

}  // namespace subtensor
