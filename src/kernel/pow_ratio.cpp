// Powers of ratios: the exact root for small exponents, logarithm and exponential series else.
#include "kernel/pow_ratio.hpp"

#include <algorithm>
#include <numeric>

#include "primitives/wide.hpp"

namespace kernel {
namespace {

constexpr u64 max_exact_exponent = 1024;
constexpr u32 guard_bits = 24;
constexpr u32 max_iterations_limit = 4096;

/// The fixed-point numbers of one evaluation have `bits` fraction bits, guard bits included.
struct Precision {
    u32 bits = 0;
    u32 iterations = 0;
};

/// Decides when a series has converged: the last term is below the guard bits, or the sum rounded
/// to the wanted precision did not change.
class Convergence {
public:
    explicit Convergence(const BigInt& sum) : rounded_(sum) {
        rounded_.shift_right_round(guard_bits);
    }
    bool reached(const BigInt& sum, const BigInt& term) {
        if (term.bit_length() <= guard_bits) return true;
        next_ = sum;
        next_.shift_right_round(guard_bits);
        std::swap(next_, rounded_);
        return next_ == rounded_;
    }

private:
    BigInt rounded_, next_;
};

/// ln(1 + x).
BigInt ln1p(const BigInt& x, Precision precision) {
    BigInt power = x, product, term, sum = x;
    Convergence convergence(sum);
    for (u32 n = 2; n <= precision.iterations; ++n) {
        BigInt::multiply(power, x, product);
        std::swap(power, product);
        power.shift_right_floor(precision.bits);
        if (power.is_zero()) break;
        term = power;
        term.divide_floor(n);
        if (term.is_zero()) break;
        n % 2 == 0 ? sum.subtract(term) : sum.add(term);
        if (convergence.reached(sum, term)) break;
    }
    return sum;
}

BigInt compute_ln_two(Precision precision) {
    BigInt half = BigInt::power_of_two(precision.bits - 1);
    half.negate();
    BigInt out = ln1p(half, precision);
    out.negate();
    return out;
}

Precision precision_for(u32 requested_bits) {
    const u32 bits = requested_bits + guard_bits;
    return {bits, std::min(max_iterations_limit, bits + 128)};
}

/// ln 2; the two precisions the pools use are kept.
BigInt ln_two(Precision precision) {
    static const BigInt at_256 = compute_ln_two(precision_for(256));
    static const BigInt at_1024 = compute_ln_two(precision_for(1024));
    if (precision.bits == 256 + guard_bits) return at_256;
    if (precision.bits == 1024 + guard_bits) return at_1024;
    return compute_ln_two(precision);
}

/// ln(value) for value > 0: of a mantissa in [0.75, 1.5) plus a multiple of ln 2.
BigInt ln(u128 value, const BigInt& ln2, Precision precision) {
    const BigInt one = BigInt::power_of_two(precision.bits);
    BigInt three_halves = one;
    three_halves.add(BigInt::power_of_two(precision.bits - 1));

    BigInt mantissa(value);
    u64 shift = mantissa.bit_length() - 1;
    mantissa.shift_left(precision.bits);
    mantissa.shift_right_floor(shift);
    if (mantissa.compare_magnitude(three_halves) >= 0) {
        mantissa.shift_right_floor(1);
        ++shift;
    }
    mantissa.subtract(one);
    BigInt out = ln1p(mantissa, precision);
    out.add(BigInt::product(ln2, BigInt(shift)));
    return out;
}

BigInt exp(const BigInt& x, Precision precision) {
    BigInt term = BigInt::power_of_two(precision.bits), product, sum = term;
    Convergence convergence(sum);
    for (u32 n = 1; n <= precision.iterations; ++n) {
        BigInt::multiply(term, x, product);
        std::swap(term, product);
        term.shift_right_floor(precision.bits);
        term.divide_floor(n);
        if (term.is_zero()) break;
        sum.add(term);
        if (convergence.reached(sum, term)) break;
    }
    return sum;
}

BigInt by_series(const PowRatio& p, u32 precision_bits, u64 scale) {
    const u32 scale_bits = u32(BigInt(scale).bit_length());
    const u32 requested = std::max({precision_bits, u32{32}, scale_bits + 8});
    const Precision precision = precision_for(requested);
    const BigInt ln2 = ln_two(precision);
    BigInt ln_base = ln(p.num, ln2, precision);
    ln_base.subtract(ln(p.den, ln2, precision));
    BigInt exponent = BigInt::product(ln_base, BigInt(p.exp_num));
    exponent.divide_floor(p.exp_den);
    BigInt power = exp(exponent, precision);
    power.shift_right_round(guard_bits);
    BigInt out = BigInt::product(power, BigInt(scale));
    out.shift_right_floor(requested);
    return out;
}

/// The largest r with r^root * den <= num; `estimate` only saves time when it is right.
BigInt exact_root(const BigInt& num, const BigInt& den, u32 root, const BigInt& estimate) {
    const auto fits = [&](const BigInt& r) {
        const BigInt left = BigInt::product(BigInt::power(r, root), den);
        return left.compare_magnitude(num) <= 0;
    };
    BigInt above = estimate;
    above.add(BigInt(u64{1}));
    if (!estimate.is_negative() && estimate.bit_length() <= 2 * 64 && fits(estimate) &&
        !fits(above)) {
        return estimate;
    }
    // r has at most one bit more than the quotient's bits divided by the root.
    std::size_t bit = 1;
    if (num.bit_length() >= den.bit_length()) {
        bit += (num.bit_length() - den.bit_length() + 1) / root;
    }
    BigInt out;
    for (++bit; bit-- > 0;) {
        BigInt next = out;
        next.add(BigInt::power_of_two(bit));
        if (fits(next)) out = next;
    }
    return out;
}

BigInt exact(const PowRatio& p, u64 scale) {
    const u32 power = u32(p.exp_num), root = u32(p.exp_den);
    if (power == 1 && root == 1) {  // equal weights
        const primitives::Wide product = primitives::wide_mul(p.num, scale);
        const primitives::Wide quotient = primitives::wide_div(product, p.den);
        BigInt out(quotient.hi);
        out.shift_left(128);
        out.add(BigInt(quotient.lo));
        return out;
    }
    const BigInt num =
        BigInt::product(BigInt::power(BigInt(p.num), power), BigInt::power(BigInt(scale), root));
    return exact_root(num, BigInt::power(BigInt(p.den), power), root, by_series(p, 256, scale));
}

}  // namespace

std::optional<BigInt> pow_ratio_scaled(const PowRatio& p, u32 precision_bits, u64 scale) {
    if (p.den == 0 || p.exp_den == 0) return std::nullopt;
    if (p.num == 0) return BigInt();
    if (p.exp_num == 0) return BigInt(scale);
    PowRatio reduced = p;
    const u64 common = std::gcd(p.exp_num, p.exp_den);
    reduced.exp_num /= common;
    reduced.exp_den /= common;
    if (reduced.exp_num <= max_exact_exponent && reduced.exp_den <= max_exact_exponent) {
        return exact(reduced, scale);
    }
    return by_series(reduced, precision_bits, scale);
}

}  // namespace kernel
