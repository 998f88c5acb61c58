// Decimal floating point: normalisation and the four operations.
#include "kernel/safe_float.hpp"

#include "primitives/wide.hpp"

namespace kernel {
namespace {

using primitives::Wide;
using primitives::wide_div;
using primitives::wide_mul;

constexpr u128 min_mantissa = SafeFloat::max_mantissa / 10;  // not itself a normal mantissa
constexpr int max_power = SafeFloat::digits + 1;

constexpr std::array<u128, max_power + 1> powers_of_ten = [] {
    std::array<u128, max_power + 1> out{};
    out[0] = 1;
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] * 10;
    return out;
}();

/// 10^e; larger powers act as 10^22, which already takes a normal mantissa to zero.
u128 capped_power_of_ten(u64 e) { return powers_of_ten[e > max_power ? max_power : e]; }

u64 magnitude(i64 e) { return e < 0 ? u64{0} - static_cast<u64>(e) : static_cast<u64>(e); }

/// Shortest distance a >= b between two exponents, saturated as the chain's subtraction is.
u64 distance(i64 a, i64 b) {
    i64 out = 0;
    return __builtin_sub_overflow(a, b, &out) ? u64(primitives::max_int<i64>)
                                              : static_cast<u64>(out);
}

std::optional<SafeFloat> normalised(u128 mantissa, i64 exponent) {
    if (mantissa == 0) return SafeFloat{};
    for (; mantissa > SafeFloat::max_mantissa; mantissa /= 10) {
        if (__builtin_add_overflow(exponent, i64{1}, &exponent)) return std::nullopt;
    }
    if (mantissa > min_mantissa) return SafeFloat{mantissa, exponent};
    // 1233 / 4096 is just below log10(2): the power of ten is exact or one too small.
    const int bits = 128 - primitives::leading_zeros(mantissa);
    const int power = ((bits - 1) * 1233) >> 12;
    int up = SafeFloat::digits - 1 - power;
    if (mantissa * powers_of_ten[u64(up)] > SafeFloat::max_mantissa) --up;
    if (mantissa * powers_of_ten[u64(up)] <= min_mantissa) ++up;
    if (__builtin_sub_overflow(exponent, i64{up}, &exponent)) return std::nullopt;
    return SafeFloat{mantissa * powers_of_ten[u64(up)], exponent};
}

std::optional<SafeFloat> normalised(Wide mantissa, i64 exponent) {
    for (; mantissa.hi != 0; mantissa = wide_div(mantissa, 10)) {
        if (__builtin_add_overflow(exponent, i64{1}, &exponent)) return std::nullopt;
    }
    return normalised(mantissa.lo, exponent);
}

/// mantissa * 10^power; nullopt when it does not fit in 256 bits.
std::optional<Wide> scaled_up(u128 mantissa, u64 power) {
    constexpr u128 most = ~u128{0} / 10;
    Wide out{0, mantissa};
    for (; power > 0; --power) {
        if (out.hi > most) return std::nullopt;
        const Wide low = wide_mul(out.lo, 10);
        if (__builtin_add_overflow(out.hi * 10, low.hi, &out.hi)) return std::nullopt;
        out.lo = low.lo;
    }
    return out;
}

/// Both mantissas at the larger of the two exponents.
struct Aligned {
    u128 a, b;
    i64 exponent;
};
Aligned align(const SafeFloat& a, const SafeFloat& b) {
    if (a.exponent >= b.exponent) {
        const u128 scale = capped_power_of_ten(distance(a.exponent, b.exponent));
        return {a.mantissa, scale == 1 ? b.mantissa : b.mantissa / scale, a.exponent};
    }
    return {a.mantissa / capped_power_of_ten(distance(b.exponent, a.exponent)), b.mantissa,
            b.exponent};
}

}  // namespace

std::optional<SafeFloat> SafeFloat::make(u128 mantissa, i64 exponent) {
    if (mantissa > max_mantissa) return std::nullopt;
    return normalised(mantissa, exponent);
}

SafeFloat SafeFloat::from_u64(u64 value) { return *normalised(u128{value}, 0); }

SafeFloat SafeFloat::from_fixed(U64F64 value) {
    const SafeFloat whole = from_u64(static_cast<u64>(value.bits >> 64));
    const SafeFloat fraction = from_u64(static_cast<u64>(value.bits));
    const SafeFloat two_to_64 = *normalised(u128{1} << 64, 0);
    return *whole.add(*fraction.div(two_to_64));
}

u64 SafeFloat::to_u64() const {
    Wide whole{0, mantissa};
    if (exponent != 0) {
        const u128 scale = capped_power_of_ten(magnitude(exponent));
        whole = exponent > 0 ? wide_mul(mantissa, scale) : Wide{0, mantissa / scale};
    }
    const bool fits = whole.hi == 0 && (whole.lo >> 64) == 0;
    return fits ? static_cast<u64>(whole.lo) : ~u64{0};
}

std::optional<SafeFloat> SafeFloat::add(const SafeFloat& b) const {
    if (is_zero()) return b;
    if (b.is_zero()) return *this;
    const Aligned x = align(*this, b);
    u128 sum = 0;
    const u128 carry = __builtin_add_overflow(x.a, x.b, &sum) ? 1 : 0;
    return normalised(Wide{carry, sum}, x.exponent);
}

std::optional<SafeFloat> SafeFloat::sub(const SafeFloat& b) const {
    if (b.is_zero()) return is_zero() ? SafeFloat{} : *this;
    if (is_zero()) return std::nullopt;
    const Aligned x = align(*this, b);
    return normalised(x.a > x.b ? x.a - x.b : u128{0}, x.exponent);
}

std::optional<SafeFloat> SafeFloat::sub_exact_floor(const SafeFloat& b) const {
    if (b.is_zero()) return *this;
    if (is_zero()) return std::nullopt;
    const i64 least = std::min(exponent, b.exponent);
    const auto x = scaled_up(mantissa, distance(exponent, least));
    const auto y = scaled_up(b.mantissa, distance(b.exponent, least));
    if (!x || !y || x->hi < y->hi || (x->hi == y->hi && x->lo < y->lo)) return std::nullopt;
    const u128 borrow = x->lo < y->lo ? 1 : 0;
    return normalised(Wide{x->hi - y->hi - borrow, x->lo - y->lo}, least);
}

std::optional<SafeFloat> SafeFloat::div(const SafeFloat& b) const {
    const i128 e = i128{exponent} - b.exponent - digits;
    if (e > primitives::max_int<i64> || e < primitives::min_int<i64>) return std::nullopt;
    if (b.is_zero()) return std::nullopt;
    return normalised(wide_div(wide_mul(mantissa, max_mantissa), b.mantissa), static_cast<i64>(e));
}

std::optional<SafeFloat> SafeFloat::mul_div(const SafeFloat& a, const SafeFloat& b) const {
    i64 e = 0;
    if (b.is_zero() || __builtin_add_overflow(exponent, a.exponent, &e) ||
        __builtin_sub_overflow(e, b.exponent, &e)) {
        return std::nullopt;
    }
    return normalised(wide_div(wide_mul(mantissa, a.mantissa), b.mantissa), e);
}

bool SafeFloat::gt(const SafeFloat& b) const {
    if (exponent == b.exponent) return mantissa > b.mantissa;
    if (exponent > b.exponent) {
        if (distance(exponent, b.exponent) > 1) return true;
        const Wide scaled = wide_mul(mantissa, 10);
        return scaled.hi != 0 || scaled.lo > b.mantissa;
    }
    if (distance(b.exponent, exponent) > 1) return false;
    const Wide scaled = wide_mul(b.mantissa, 10);
    return scaled.hi == 0 && mantissa > scaled.lo;
}

}  // namespace kernel
