// Counts of alpha minted, burned and recycled on each subnet.
// Source: subtensor pallets/alpha-assets.
#pragma once
#include "primitives/balance.hpp"
#include "state/state.hpp"

namespace alpha_assets {

inline constexpr u8 pallet_index = 31;

AlphaBalance total_alpha_issuance(const State& s, NetUid netuid);
/// Each returns the amount; zero writes nothing.
AlphaBalance mint_alpha(State& s, NetUid netuid, AlphaBalance amount);
AlphaBalance burn_alpha(State& s, NetUid netuid, AlphaBalance amount);
AlphaBalance recycle_alpha(State& s, NetUid netuid, AlphaBalance amount);
/// The next subnet with this netuid counts from zero.
void clear_alpha_counters(State& s, NetUid netuid);

}  // namespace alpha_assets
