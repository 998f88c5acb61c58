// Weights: set in the open, or committed by hash and revealed later.
// Source: subtensor subnets/weights.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

inline constexpr u64 min_commit_reveal_periods = 1, max_commit_reveal_periods = 100;

/// The epoch that a commit or reveal at `block` belongs to: one further when the subnet's epoch is
/// due in this block.
u64 current_epoch_with_lookahead(const State& s, NetUid netuid, u64 block);
/// RevealPeriodTooLarge, RevealPeriodTooSmall.
Result<> set_reveal_period(Context& cx, NetUid netuid, u64 reveal_period);

}  // namespace subtensor
