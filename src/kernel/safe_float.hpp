// Decimal floating point of the stake share pools: mantissa * 10^exponent with 21 digits.
// Source: subtensor primitives/share-pool.
#pragma once
#include "base/types.hpp"
#include "primitives/fixed.hpp"
#include "scale/describe.hpp"

namespace kernel {

/// A normalised value is zero (0, 0) or has 10^20 < mantissa <= 10^21, so that one rao more or less
/// of stake always changes it. Every operation cuts off surplus digits and gives a normalised
/// value; nullopt means the exponent left the 64-bit range (or a division by zero).
/// On the chain it is the two fields in this order, 24 bytes.
struct SafeFloat {
    u128 mantissa = 0;
    i64 exponent = 0;
    FIELDS(mantissa, exponent)
    PATH("share_pool::SafeFloat")

    static constexpr u128 max_mantissa = u128{1'000'000'000'000'000'000} * 1000;  // 10^21
    static constexpr int digits = 21;

    /// mantissa * 10^exponent; nullopt when mantissa > max_mantissa or the exponent overflows.
    static std::optional<SafeFloat> make(u128 mantissa, i64 exponent);
    static SafeFloat from_u64(u64 value);
    static SafeFloat from_fixed(U64F64 value);

    bool is_zero() const { return mantissa == 0; }
    /// The whole part, saturated to 64 bits.
    u64 to_u64() const;

    std::optional<SafeFloat> add(const SafeFloat& b) const;
    /// Stops at zero while both are non-zero; nullopt for zero minus something.
    std::optional<SafeFloat> sub(const SafeFloat& b) const;
    std::optional<SafeFloat> div(const SafeFloat& b) const;
    /// this * a / b with one rounding.
    std::optional<SafeFloat> mul_div(const SafeFloat& a, const SafeFloat& b) const;
    /// this - b by the last digit of both, for this >= b; what does not fit is cut off, so never
    /// more than the true difference. nullopt for this < b (since 475).
    std::optional<SafeFloat> sub_exact_floor(const SafeFloat& b) const;
    /// this > b, for normalised values.
    bool gt(const SafeFloat& b) const;

    bool operator==(const SafeFloat&) const = default;
};

}  // namespace kernel
