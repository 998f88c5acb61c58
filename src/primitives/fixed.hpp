// Binary fixed-point numbers with the rounding and overflow rules of the Rust `fixed` family.
//
// A value is bits / 2^Frac. Products round towards minus infinity, quotients towards zero;
// conversions to fewer fraction bits round towards minus infinity and then saturate.
#pragma once
#include <type_traits>

#include "base/assert.hpp"
#include "base/types.hpp"
#include "primitives/typenum.hpp"
#include "primitives/wide.hpp"

namespace primitives {

// <limits> and <type_traits> know the 128-bit integers only under GNU extensions.
template <class T>
inline constexpr bool is_signed_int = T(-1) < T(0);
template <class T>
inline constexpr bool is_int =
    std::is_integral_v<T> || std::is_same_v<T, u128> || std::is_same_v<T, i128>;
template <class T>
inline constexpr T max_int = is_signed_int<T> ? T((T(1) << (sizeof(T) * 8 - 2)) - 1 +
                                                  (T(1) << (sizeof(T) * 8 - 2)))
                                              : T(-1);
template <class T>
inline constexpr T min_int = is_signed_int<T> ? T(-max_int<T> - 1) : T(0);

/// value * 2^shift (shift < 0 divides and rounds down), saturated to the range of To.
template <class To, class From>
constexpr To shift_saturating(From value, int shift) {
    if (is_signed_int<From> && value < From(0)) {
        constexpr i128 lowest = min_int<i128>;
        i128 v = static_cast<i128>(value);
        if (shift <= 0) {
            v >>= (shift <= -128 ? 127 : -shift);
        } else {
            if (shift >= 128 || v < (lowest >> shift)) return min_int<To>;
            v = static_cast<i128>(static_cast<u128>(v) << shift);
        }
        return v < static_cast<i128>(min_int<To>) ? min_int<To> : static_cast<To>(v);
    }
    constexpr u128 highest = max_int<u128>;
    u128 v = static_cast<u128>(value);
    if (shift <= 0) {
        v = shift <= -128 ? 0 : v >> -shift;
    } else {
        if (v != 0 && (shift >= 128 || v > (highest >> shift))) return max_int<To>;
        v = shift >= 128 ? 0 : v << shift;
    }
    return v > static_cast<u128>(max_int<To>) ? max_int<To> : static_cast<To>(v);
}

}  // namespace primitives

template <class Bits, unsigned Frac>
struct Fixed {
    static_assert(Frac > 0 && Frac < sizeof(Bits) * 8);
    using BitsType = Bits;
    static constexpr unsigned frac_bits = Frac;
    static constexpr bool is_signed = primitives::is_signed_int<Bits>;

    Bits bits = 0;
    FIELDS(bits)
    static constexpr std::string_view path = sizeof(Bits) == 8 ? "substrate_fixed::FixedI64"
                                             : is_signed       ? "substrate_fixed::FixedI128"
                                                               : "substrate_fixed::FixedU128";
    TYPE_PARAMS("Frac", primitives::typenum::Unsigned<Frac>)

    static constexpr Fixed from_bits(Bits b) { return {b}; }
    static constexpr Fixed max() { return {primitives::max_int<Bits>}; }
    static constexpr Fixed min() { return {primitives::min_int<Bits>}; }
    static constexpr Fixed one() { return {static_cast<Bits>(Unsigned{1} << Frac)}; }

    constexpr auto operator<=>(const Fixed&) const = default;

    // Conversions

    template <class T>
    requires primitives::is_int<T>
    static constexpr Fixed saturating_from_num(T value) {
        return {primitives::shift_saturating<Bits>(value, static_cast<int>(Frac))};
    }
    template <class B, unsigned F>
    static constexpr Fixed saturating_from_num(Fixed<B, F> value) {
        return {primitives::shift_saturating<Bits>(value.bits, int(Frac) - int(F))};
    }
    /// The integer modulo the range, as Rust's from_num does without debug assertions.
    template <class T>
    requires primitives::is_int<T>
    static constexpr Fixed wrapping_from_num(T value) {
        return {static_cast<Bits>(static_cast<u128>(value) << Frac)};
    }
    /// Rounded down, then saturated.
    template <class T>
    requires primitives::is_int<T>
    constexpr T saturating_to_num() const {
        return primitives::shift_saturating<T>(bits, -static_cast<int>(Frac));
    }
    /// The largest whole number not above the value. Exact: whole numbers below are representable.
    constexpr Fixed floor() const { return {static_cast<Bits>(bits & ~frac_mask())}; }
    /// value - floor(), in [0, 1).
    constexpr Fixed frac() const { return {static_cast<Bits>(bits & frac_mask())}; }
    /// To the nearest whole number, ties away from zero; nullopt when it does not fit.
    constexpr std::optional<Fixed> checked_round() const {
        const Fixed nearest = wrapping_round();
        if (bits >= 0 && nearest.bits < floor().bits) return std::nullopt;
        return nearest;
    }
    constexpr Fixed wrapping_round() const {
        const Unsigned half = Unsigned{1} << (Frac - 1);
        const Unsigned up = bits < 0 ? Unsigned(half - 1) : half;
        return Fixed{static_cast<Bits>(static_cast<Unsigned>(bits) + up)}.floor();
    }

    // Sums

    constexpr Fixed wrapping_add(Fixed b) const {
        return {static_cast<Bits>(static_cast<Unsigned>(bits) + static_cast<Unsigned>(b.bits))};
    }
    constexpr Fixed wrapping_sub(Fixed b) const {
        return {static_cast<Bits>(static_cast<Unsigned>(bits) - static_cast<Unsigned>(b.bits))};
    }
    constexpr Fixed wrapping_neg() const { return Fixed{0}.wrapping_sub(*this); }
    constexpr std::optional<Fixed> checked_add(Fixed b) const {
        Fixed out{0};
        if (__builtin_add_overflow(bits, b.bits, &out.bits)) return std::nullopt;
        return out;
    }
    constexpr std::optional<Fixed> checked_sub(Fixed b) const {
        Fixed out{0};
        if (__builtin_sub_overflow(bits, b.bits, &out.bits)) return std::nullopt;
        return out;
    }
    constexpr Fixed saturating_add(Fixed b) const {
        Fixed out{0};
        if (!__builtin_add_overflow(bits, b.bits, &out.bits)) return out;
        return b.bits < 0 ? min() : max();
    }
    constexpr Fixed saturating_sub(Fixed b) const {
        Fixed out{0};
        if (!__builtin_sub_overflow(bits, b.bits, &out.bits)) return out;
        return is_signed && b.bits < 0 ? max() : min();
    }
    constexpr Fixed saturating_neg() const { return Fixed{0}.saturating_sub(*this); }
    constexpr Fixed abs_diff(Fixed b) const {
        return *this < b ? b.saturating_sub(*this) : saturating_sub(b);
    }

    // Products and quotients

    constexpr Fixed wrapping_mul(Fixed b) const { return product(b).value; }
    constexpr std::optional<Fixed> checked_mul(Fixed b) const { return product(b).checked(); }
    constexpr Fixed saturating_mul(Fixed b) const { return product(b).saturated(); }

    /// b must not be zero.
    constexpr Fixed wrapping_div(Fixed b) const { return quotient(b).value; }
    /// b must not be zero.
    constexpr Fixed saturating_div(Fixed b) const { return quotient(b).saturated(); }
    /// nullopt when b is zero or the quotient does not fit.
    constexpr std::optional<Fixed> checked_div(Fixed b) const {
        return b.bits == 0 ? std::nullopt : quotient(b).checked();
    }
    constexpr Fixed safe_div_or(Fixed b, Fixed otherwise) const {
        return checked_div(b).value_or(otherwise);
    }
    /// Zero when b is zero and also when the quotient does not fit: it does not saturate.
    constexpr Fixed safe_div(Fixed b) const { return safe_div_or(b, Fixed{0}); }

private:
    using Wide = primitives::Wide;
    using Unsigned = std::conditional_t<sizeof(Bits) == 16, u128,
                                        std::conditional_t<sizeof(Bits) == 8, u64, u32>>;

    static constexpr Bits frac_mask() { return static_cast<Bits>((Unsigned{1} << Frac) - 1); }

    struct Outcome {
        Fixed value;  // modulo the range
        bool overflow;
        bool negative;  // of the exact result
        constexpr std::optional<Fixed> checked() const {
            return overflow ? std::nullopt : std::optional<Fixed>(value);
        }
        constexpr Fixed saturated() const { return !overflow ? value : negative ? min() : max(); }
    };

    static constexpr u128 magnitude(Bits b) {
        return b < 0 ? u128{0} - static_cast<u128>(b) : static_cast<u128>(b);
    }
    static constexpr Outcome from_magnitude(bool negative, Wide m) {
        const u128 limit = static_cast<u128>(max().bits) + (negative ? 1 : 0);
        const u128 low = negative ? u128{0} - m.lo : m.lo;
        return {{static_cast<Bits>(low)}, m.hi != 0 || m.lo > limit, negative};
    }
    constexpr Outcome product(Fixed b) const {
        if constexpr (sizeof(Bits) == 8 && Frac == 32) {  // proportions: no need of 128 bits
            const u64 x = static_cast<u64>(bits), y = static_cast<u64>(b.bits);
            if (((x | y) >> 32) == 0) return {{static_cast<Bits>((x * y) >> 32)}, false, false};
        }
        if constexpr (sizeof(Bits) < 16) {
            using Double = std::conditional_t<is_signed, i128, u128>;
            const Double p = (static_cast<Double>(bits) * static_cast<Double>(b.bits)) >> Frac;
            return {{static_cast<Bits>(p)}, static_cast<Bits>(p) != p, p < 0};
        }
        const bool negative = (bits < 0) != (b.bits < 0);
        const Wide exact = primitives::wide_mul(magnitude(bits), magnitude(b.bits));
        Wide m = primitives::wide_shift_right(exact, Frac);
        const bool inexact = (exact.lo & ((u128{1} << Frac) - 1)) != 0;
        if (negative && inexact && ++m.lo == 0) ++m.hi;  // towards minus infinity
        return from_magnitude(negative, m);
    }
    constexpr Outcome quotient(Fixed b) const {
        ASSERT(b.bits != 0);
        const bool negative = (bits < 0) != (b.bits < 0);
        if constexpr (sizeof(Bits) == 8) {
            const u128 numerator = magnitude(bits) << Frac;
            const u64 divisor = static_cast<u64>(magnitude(b.bits));
            u64 high = static_cast<u64>(numerator >> 64);
            if (high < divisor) {  // the quotient has 64 bits
                const u64 q = primitives::divide_digit(high, static_cast<u64>(numerator), divisor);
                return from_magnitude(negative, {0, q});
            }
        }
        const Wide m = primitives::wide_div(primitives::wide_shift_left(magnitude(bits), Frac),
                                            magnitude(b.bits));
        return from_magnitude(negative, m);
    }
};

using I32F32 = Fixed<i64, 32>;
using I64F64 = Fixed<i128, 64>;
using I96F32 = Fixed<i128, 32>;
using I110F18 = Fixed<i128, 18>;
using U64F64 = Fixed<u128, 64>;
using U96F32 = Fixed<u128, 32>;
using U110F18 = Fixed<u128, 18>;
