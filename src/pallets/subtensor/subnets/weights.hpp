// Weights: set in the open, or committed by hash and revealed later.
// Source: subtensor subnets/weights.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

inline constexpr u64 min_commit_reveal_periods = 1, max_commit_reveal_periods = 100;

/// RevealPeriodTooLarge, RevealPeriodTooSmall.
Result<> set_reveal_period(Context& cx, NetUid netuid, u64 reveal_period);

}  // namespace subtensor
