// (num / den)^(exp_num / exp_den) in whole numbers, the heart of the weighted pools.
// Source: the safe-bigmath library, pow_ratio_scaled.
#pragma once
#include <optional>

#include "kernel/big_int.hpp"

namespace kernel {

/// A base and an exponent, both as ratios.
struct PowRatio {
    u128 num = 0, den = 1;
    u64 exp_num = 1, exp_den = 1;
};

/// The power times `scale`. nullopt when a denominator is zero.
///
/// When exp_num and exp_den have at most ten bits after cancelling, the result is the exact floor.
/// Else it comes from Taylor series at `precision_bits` that stop as the reference's do, so that it
/// is the floor for |exponent * ln(base)| below about 140 (at 256 bits) and, as on the chain, a
/// meaningless (possibly negative) number beyond that.
std::optional<BigInt> pow_ratio_scaled(const PowRatio& p, u32 precision_bits, u64 scale);

}  // namespace kernel
