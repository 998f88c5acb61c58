// The price of a neuron registration: it halves every half-life and jumps at each registration.
// Source: subtensor subnets/registration.rs, utils/misc.rs.
#pragma once
#include "primitives/fixed.hpp"

namespace kernel {

/// 1.0 of the Q32 factors below.
inline constexpr u64 one_q32 = u64{1} << 32;

/// floor(value * factor_q32 / 2^32), saturated.
u64 mul_by_q32(u64 value, u64 factor_q32);
/// base^exponent by squaring, each product rounded down.
u64 pow_q32(u64 base_q32, u16 exponent);
/// The per-block factor f, the largest below 1 with f^half_life <= 1/2; 1 when half_life is 0.
u64 decay_factor_q32(u16 half_life_blocks);

struct BurnLimits {
    u64 min_rao = 0;
    u64 max_rao = 0;
};

/// The price at the start of `block` (decay starts at block 2), within the limits; when they are
/// crossed, max_rao wins.
u64 burn_after_decay(u64 burn_rao, u16 half_life_blocks, u64 block, BurnLimits limits);
/// The price after one more registration. Not for the root network, whose price does not jump.
/// increase_mult below 1 counts as 1.
u64 burn_after_registration(u64 burn_rao, U64F64 increase_mult, BurnLimits limits);

}  // namespace kernel
