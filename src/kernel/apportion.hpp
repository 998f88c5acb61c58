// Whole units shared out by exact ratios, nothing lost to rounding.
// Source: subtensor epoch/run_epoch.rs of runtime 475, apportion_units.
#pragma once
#include <span>
#include <vector>

#include "base/types.hpp"

namespace kernel {

/// Each gets the floor or the ceiling of its share, in order; together exactly the budget. All get
/// 0 when all shares are 0. At most 2^16 shares.
std::vector<u64> apportion_units(std::span<const u128> shares, u64 budget);

}  // namespace kernel
