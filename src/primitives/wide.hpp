// Products and quotients of 128-bit numbers that do not fit in 128 bits.
#pragma once
#include <type_traits>

#include "base/types.hpp"

namespace primitives {

/// An unsigned 256-bit number: hi * 2^128 + lo.
struct Wide {
    u128 hi = 0;
    u128 lo = 0;
};

constexpr Wide wide_mul(u128 a, u128 b) {
    const u128 a0 = static_cast<u64>(a), a1 = a >> 64, b0 = static_cast<u64>(b), b1 = b >> 64;
    const u128 low = a0 * b0, cross1 = a1 * b0, cross2 = a0 * b1, high = a1 * b1;
    const u128 middle = (low >> 64) + static_cast<u64>(cross1) + static_cast<u64>(cross2);
    return {high + (cross1 >> 64) + (cross2 >> 64) + (middle >> 64),
            (middle << 64) | static_cast<u64>(low)};
}

constexpr Wide wide_shift_right(Wide a, unsigned n) {
    if (n == 0) return a;
    if (n >= 128) return {0, n == 128 ? a.hi : a.hi >> (n - 128)};
    return {a.hi >> n, (a.lo >> n) | (a.hi << (128 - n))};
}

/// a * 2^n; n < 128.
constexpr Wide wide_shift_left(u128 a, unsigned n) {
    return n == 0 ? Wide{0, a} : Wide{a >> (128 - n), a << n};
}

constexpr int leading_zeros(u128 a) {
    const u64 hi = static_cast<u64>(a >> 64), lo = static_cast<u64>(a);
    if (hi != 0) return __builtin_clzll(hi);
    return lo != 0 ? 64 + __builtin_clzll(lo) : 128;
}

/// floor((high : low) / divisor), high < divisor; high becomes the remainder.
constexpr u64 divide_digit(u64& high, u64 low, u64 divisor) {
#if defined(__x86_64__)
    // The compilers call a library function for this division, which costs three times as much.
    if (!std::is_constant_evaluated()) {
        u64 quotient = low;
        // Volatile: else the optimiser may divide before the caller's branch that rules out zero.
        __asm__ volatile("divq %2" : "+a"(quotient), "+d"(high) : "r"(divisor) : "cc");
        return quotient;
    }
#endif
    const u128 n = u128{high} << 64 | low;
    high = static_cast<u64>(n % divisor);
    return static_cast<u64>(n / divisor);
}

/// One 64-bit digit of Knuth's division D: the quotient of (top : next) by the two-digit divisor
/// (top < divisor, divisor normalised); top becomes the remainder.
constexpr u64 quotient_digit(u128& top, u64 next, u128 divisor) {
    const u64 d1 = static_cast<u64>(divisor >> 64), d0 = static_cast<u64>(divisor);
    u64 rest = static_cast<u64>(top >> 64), digit = ~u64{0};
    bool rest_fits = true;
    if (rest < d1) {
        digit = divide_digit(rest, static_cast<u64>(top), d1);
    } else {  // the first digits are equal: the largest digit, and a rest of top - digit * d1
        rest_fits = !__builtin_add_overflow(static_cast<u64>(top), d1, &rest);
    }
    while (rest_fits && u128{digit} * d0 > (u128{rest} << 64 | next)) {
        --digit;
        rest_fits = !__builtin_add_overflow(rest, d1, &rest);
    }
    top = (top << 64 | next) - digit * divisor;  // exact modulo 2^128: the remainder is < divisor
    return digit;
}

/// floor(a / divisor), divisor != 0.
constexpr Wide wide_div(Wide a, u128 divisor) {
    if (a.hi == 0) return {0, a.lo / divisor};
    u128 high = 0, rest = a.hi;
    if (rest >= divisor) {
        high = a.hi / divisor;
        rest = a.hi % divisor;
    }
    const int shift = leading_zeros(divisor);
    const u128 normal = divisor << shift;
    u128 top = shift == 0 ? rest : (rest << shift) | (a.lo >> (128 - shift));
    const u128 low = a.lo << shift;
    const u64 q1 = quotient_digit(top, static_cast<u64>(low >> 64), normal);
    const u64 q0 = quotient_digit(top, static_cast<u64>(low), normal);
    return {high, (u128{q1} << 64) | q0};
}

}  // namespace primitives
