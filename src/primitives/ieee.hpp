// Fixed-point numbers from and to IEEE 754 bit patterns, by integer operations only.
//
// Consensus code has no floating point; some constants and inputs of the chain are nevertheless
// defined as floats, and travel here as their bits.
#pragma once
#include "primitives/fixed.hpp"

namespace primitives {

template <class Word, unsigned Mantissa>
struct IeeeFormat {
    using Bits = Word;
    static constexpr int mantissa_bits = Mantissa;  // stored ones, without the implicit leading 1
    static constexpr int bias = (1 << (sizeof(Word) * 8 - 2 - Mantissa)) - 1;
};
using Binary64 = IeeeFormat<u64, 52>;
using Binary32 = IeeeFormat<u32, 23>;

/// value / 2^shift (0 < shift), to nearest, ties to even.
constexpr u128 shift_right_to_nearest(u128 value, int shift) {
    if (shift > 127) return 0;
    const u128 kept = value >> shift, rest = value - (kept << shift), half = u128{1} << (shift - 1);
    return rest > half || (rest == half && (kept & 1) != 0) ? kept + 1 : kept;
}

/// The nearest fixed-point number (ties to even), saturated; infinities saturate. NaN gives zero:
/// the Rust library panics on it and the chain never converts one.
template <class To, class Format = Binary64>
constexpr To saturating_from_ieee(typename Format::Bits bits) {
    constexpr int m = Format::mantissa_bits;
    constexpr int top = int(sizeof(bits)) * 8 - 1;
    const bool negative = (bits >> top) != 0;
    const auto stored = bits & ((typename Format::Bits{1} << m) - 1);
    const int exponent = static_cast<int>((bits >> m) & (2 * Format::bias + 1));
    const To limit = negative ? To::min() : To::max();
    if (exponent == 2 * Format::bias + 1) return stored == 0 ? limit : To{0};
    const u128 mantissa = exponent == 0 ? stored : stored | (typename Format::Bits{1} << m);
    const int power = (exponent == 0 ? 1 : exponent) - Format::bias - m + int(To::frac_bits);
    const u128 magnitude = power >= 0 ? shift_saturating<u128>(mantissa, power)
                                      : shift_right_to_nearest(mantissa, -power);
    if (!negative) return {shift_saturating<typename To::BitsType>(magnitude, 0)};
    if (magnitude > static_cast<u128>(max_int<i128>)) return limit;
    return {shift_saturating<typename To::BitsType>(-static_cast<i128>(magnitude), 0)};
}

/// The nearest IEEE number (ties to even); +0 for zero.
template <class Format = Binary64, class B, unsigned F>
constexpr typename Format::Bits to_ieee(Fixed<B, F> value) {
    using Word = typename Format::Bits;
    if (value.bits == 0) return 0;
    const bool negative = value.bits < 0;
    const u128 wide = static_cast<u128>(value.bits);
    u128 magnitude = negative ? u128{0} - wide : wide;
    const int length = 128 - leading_zeros(magnitude);
    const int drop = length - 1 - Format::mantissa_bits;
    magnitude = drop > 0 ? shift_right_to_nearest(magnitude, drop) : magnitude << -drop;
    const int exponent = length - 1 - int(F) + Format::bias;
    // A mantissa rounded up to the next power of two carries into the exponent, as it should.
    const Word word = static_cast<Word>(magnitude) - (Word{1} << Format::mantissa_bits) +
                      (static_cast<Word>(exponent) << Format::mantissa_bits);
    return word | (static_cast<Word>(negative) << (sizeof(Word) * 8 - 1));
}

}  // namespace primitives
