// Scalar steps of the epoch in I32F32.
#include "kernel/math/scalar.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace kernel {
namespace {

constexpr u64 one = u64{1} << 32;
constexpr u64 exp_limit = 20;          // e^20 is the largest power used
constexpr unsigned series_terms = 32;  // of the reference: the powers 0 to 31
constexpr std::size_t lanes = 8;  // series computed side by side, to hide the latency of products

constexpr u64 high_product(u64 a, u64 b) {
    return static_cast<u64>((static_cast<u128>(a) * b) >> 64);
}

/// Exact division of t < 2^62 by a small number: (t * factor >> 64) >> shift.
struct SmallDivisor {
    u64 factor = 0;
    unsigned shift = 0;
};
constexpr std::array<SmallDivisor, series_terms> small_divisors() {
    std::array<SmallDivisor, series_terms> out;
    for (unsigned i = 2; i < series_terms; ++i) {
        const bool power_of_two = (i & (i - 1)) == 0;
        // 2^shift < i: the factor has 64 bits, and its error of less than i / 2^(64 + shift) stays
        // below 1 / t.
        const unsigned shift = static_cast<unsigned>(std::bit_width(i)) - (power_of_two ? 2 : 1);
        const u128 numerator = primitives::wide_shift_left(1, 64 + shift).lo;
        out[i] = {static_cast<u64>((numerator + i - 1) / i), shift};
    }
    return out;
}
constexpr auto divisors = small_divisors();

/// e^x for 0 < x <= 20 by the series of primitives::exp, term by term with the same roundings.
void exp_series(const std::array<u64, lanes>& x, std::array<u64, lanes>& result) {
    std::array<u64, lanes> term = x;
    for (std::size_t l = 0; l < lanes; ++l) result[l] = x[l] + one;
    for (unsigned i = 2; i < series_terms; ++i) {
        const SmallDivisor by = divisors[i];
        u64 left = 0;
        for (std::size_t l = 0; l < lanes; ++l) {
            // term * x / 2^32: term < 2^58 and x < 2^37, so 6 + 26 bits fit above them.
            const u64 product = high_product(term[l] << 6, x[l] << 26);
            term[l] = high_product(product, by.factor) >> by.shift;
            result[l] += term[l];
            left |= term[l];
        }
        if (left == 0) break;
    }
}

}  // namespace

void exp_safe(std::span<I32F32> values) {
    for (std::size_t start = 0; start < values.size(); start += lanes) {
        const std::size_t count = std::min(lanes, values.size() - start);
        std::array<u64, lanes> x{}, result{};
        for (std::size_t l = 0; l < count; ++l) {
            const i64 bits = values[start + l].bits;
            const u64 magnitude =
                bits < 0 ? u64{0} - static_cast<u64>(bits) : static_cast<u64>(bits);
            x[l] = std::min(magnitude, exp_limit << 32);
        }
        exp_series(x, result);
        for (std::size_t l = 0; l < count; ++l) {
            I32F32& value = values[start + l];
            const I32F32 power{static_cast<i64>(result[l])};
            if (value == I32F32::one()) {
                value = primitives::from_q23<I32F32>(primitives::e_q23);
            } else {
                value = value.bits < 0 ? I32F32::one().safe_div(power) : power;
            }
        }
    }
}

I32F32 exp_safe(I32F32 x) {
    exp_safe(std::span(&x, 1));
    return x;
}

I32F32 sigmoid_safe(I32F32 x, I32F32 rho, I32F32 kappa) {
    const I32F32 exponent =
        rho.saturating_mul(I32F32::one().saturating_neg()).saturating_mul(x.saturating_sub(kappa));
    return I32F32::one().safe_div(exp_safe(exponent).saturating_add(I32F32::one()));
}

}  // namespace kernel
