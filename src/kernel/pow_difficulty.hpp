// Registration by work: how hard the work is, and whether it was done.
// Source: subtensor subnets/registration.rs of runtime 475.
#pragma once
#include "kernel/registration_burn.hpp"

namespace kernel {

/// Bounds of a subnet's difficulty, which moves between them like the price of a place does
/// (burn_after_decay, burn_after_registration). The minimum is root's: it wins over the owner's
/// maximum, and is at least 1.
BurnLimits difficulty_bounds(u64 min_difficulty, u64 max_difficulty);
/// What work must meet now: the stored difficulty within its bounds.
u64 effective_difficulty(u64 difficulty, BurnLimits bounds);
/// Whether the hash, a little-endian number, times the difficulty stays below 2^256.
bool hash_meets_difficulty(const Hash& hash, u64 difficulty);

}  // namespace kernel
