// Roots, logarithms and powers of fixed-point numbers, step for step as the chain computes them.
//
// First the functions of the encointer fork of substrate-fixed (transcendental.rs), then those of
// subtensor's safe-math crate under the prefix safe_. nullopt stands for an error and also for
// inputs at which the reference panics; the chain reaches no such input. Where the reference
// overflows without a check, so do these (wrapping).
#pragma once
#include "primitives/ieee.hpp"

namespace primitives {

/// Constants of the reference, which it keeps with 23 fraction bits.
inline constexpr i32 e_q23 = 22802600;
inline constexpr i32 log2_e_q23 = 12102203;

template <class T>
constexpr T from_q23(i32 bits) {
    return T::saturating_from_num(Fixed<i32, 23>{bits});
}

/// Halved, rounding a lowest one bit up.
template <class T>
constexpr T half_rounded_up(T x) {
    using Bits = typename T::BitsType;
    return {static_cast<Bits>((x.bits >> 1) + (x.bits & 1))};
}

/// log2(x) for x >= 1: halve down to [1, 2), then one bit for each squaring.
template <class T>
constexpr T log2_of_one_and_above(T x) {
    using Bits = typename T::BitsType;
    const T one = T::one(), two = one.wrapping_add(one);
    Bits result = 0;
    while (x >= two) {
        ++result;
        x = half_rounded_up(x);
    }
    if (x == one) return T::wrapping_from_num(result);
    for (unsigned i = 0; i < T::frac_bits; ++i) {
        x = x.wrapping_mul(x);
        result = static_cast<Bits>(result << 1);
        if (x >= two) {
            result |= 1;
            x = half_rounded_up(x);
        }
    }
    return {result};
}

/// Base-2 logarithm; nullopt for x <= 0 and when 1/x does not fit.
template <class T>
constexpr std::optional<T> log2(T x) {
    if (x.bits <= 0) return std::nullopt;
    if (x >= T::one()) return log2_of_one_and_above(x);
    const auto inverse = T::one().checked_div(x);
    if (!inverse) return std::nullopt;
    return log2_of_one_and_above(*inverse).wrapping_neg();
}

/// Natural logarithm: log2(x) / log2(e). Same domain as log2.
template <class T>
constexpr std::optional<T> ln(T x) {
    const auto base_two = log2(x);
    if (!base_two) return std::nullopt;
    return base_two->wrapping_div(from_q23<T>(log2_e_q23));
}

/// e^x by frac_bits terms of the series; nullopt when a term or the sum does not fit.
template <class T>
constexpr std::optional<T> exp(T x) {
    if (x.bits == 0) return T::one();
    if (x == T::one()) return from_q23<T>(e_q23);
    const bool negative = x.bits < 0;
    if (negative) x = x.wrapping_neg();
    T result = x.wrapping_add(T::one());
    T term = x;
    for (unsigned i = 2; i < T::frac_bits; ++i) {
        const auto power = term.checked_mul(x);
        if (!power) return std::nullopt;
        term = {static_cast<typename T::BitsType>(power->bits / i)};
        if (term.bits == 0) break;  // so are all further terms
        const auto sum = result.checked_add(term);
        if (!sum) return std::nullopt;
        result = *sum;
    }
    return negative ? T::one().checked_div(result) : std::optional<T>(result);
}

/// Square root by frac_bits Newton steps; below 1 through the inverse. nullopt for x < 0 and when
/// the inverse does not fit.
template <class T>
constexpr std::optional<T> sqrt(T x) {
    if (x.bits < 0) return std::nullopt;
    const T one = T::one(), two = one.wrapping_add(one);
    if (x.bits == 0 || x == one) return x;
    const bool invert = x < one;
    if (invert) {
        const auto inverse = one.checked_div(x);
        if (!inverse) return std::nullopt;
        x = *inverse;
    }
    T root = x.wrapping_div(two).wrapping_add(one);
    for (unsigned i = 0; i < T::frac_bits; ++i) {
        if (root.bits == 0) return std::nullopt;
        root = root.wrapping_add(x.wrapping_div(root)).wrapping_div(two);
    }
    return invert ? one.checked_div(root) : std::optional<T>(root);
}

/// x^exponent = exp(ln(x) * exponent); 0^anything = 0.
template <class T>
constexpr std::optional<T> pow(T x, T exponent) {
    if (x.bits == 0) return T{0};
    if (exponent.bits == 0) return T::one();
    if (exponent == T::one()) return x;
    const auto log = ln(x);
    if (!log) return std::nullopt;
    const auto product = log->checked_mul(exponent);
    return product ? exp(*product) : std::nullopt;
}

/// x^exponent by squaring with saturating products; nullopt for 0 to a negative power.
template <class T>
constexpr std::optional<T> safe_pow(T x, i32 exponent) {
    if (exponent == 0) return T::one();
    if (x.bits == 0) return exponent < 0 ? std::nullopt : std::optional<T>(T{0});
    T result = T::one();
    u32 left = exponent < 0 ? u32{0} - static_cast<u32>(exponent) : static_cast<u32>(exponent);
    for (T base = x; left != 0; left >>= 1) {
        if ((left & 1) != 0) result = result.saturating_mul(base);
        base = base.saturating_mul(base);
    }
    return exponent < 0 ? T::one().safe_div(result) : result;
}

/// Square root by bisection until |x / root - root| <= epsilon, at most 129 steps; nullopt for x <
/// 0.
template <class T>
constexpr std::optional<T> safe_sqrt(T x, T epsilon) {
    if (x.bits < 0) return std::nullopt;
    const T two = T::saturating_from_num(2);
    const bool above_one = x > T::one();
    T high = above_one ? x : T::one();
    T low = above_one ? T{0} : x;
    T middle = high.saturating_add(low).safe_div(two);
    T check = x.safe_div(middle);
    constexpr int max_iterations = 128;
    for (int i = 0; check.abs_diff(middle) > epsilon && i <= max_iterations; ++i) {
        (check < middle ? high : low) = middle;
        middle = high.saturating_add(low).safe_div(two);
        check = x.safe_div(middle);
    }
    return middle;
}

/// Natural logarithm by 8 terms of the series around 1; nullopt for x <= 0. For an unsigned type
/// and x < 1 the reference's exponent wraps, which is kept.
template <class T>
constexpr std::optional<T> safe_ln(T x) {
    if (x.bits <= 0) return std::nullopt;
    const T one = T::one(), two = T::wrapping_from_num(2);
    i64 exponent = 0;
    for (; x >= two; ++exponent) x = x.wrapping_div(two);
    for (; x < one; --exponent) {
        const auto doubled = x.checked_mul(two);
        if (!doubled) return std::nullopt;
        x = *doubled;
    }
    const T z = x.wrapping_sub(one);
    // Bits of the doubles 1/2, 1/3 .. 1/8 and ln 2.
    constexpr u64 inverse_bits[] = {0x3FE0000000000000, 0x3FD5555555555555, 0x3FD0000000000000,
                                    0x3FC999999999999A, 0x3FC5555555555555, 0x3FC2492492492492,
                                    0x3FC0000000000000};
    constexpr u64 ln2_bits = 0x3FE62E42FEFA39EF;
    T sum = z, power = z;
    for (unsigned i = 0; i < 7; ++i) {  // z < 1: no product or sum can overflow
        power = power.wrapping_mul(z);
        const T term = power.wrapping_mul(saturating_from_ieee<T>(inverse_bits[i]));
        sum = i % 2 == 0 ? sum.wrapping_sub(term) : sum.wrapping_add(term);
    }
    const auto scaled =
        T::wrapping_from_num(exponent).checked_mul(saturating_from_ieee<T>(ln2_bits));
    return scaled ? sum.checked_add(*scaled) : std::nullopt;
}

}  // namespace primitives
