// Scalar steps of the epoch in I32F32: proportions of u16, guarded exponential, division by one
// divisor. Source: subtensor epoch/math.rs.
#pragma once
#include <span>

#include "primitives/fixed_math.hpp"

namespace kernel {

inline constexpr u16 max_u16 = 65535;

/// x / 65535 for a stored proportion.
constexpr I32F32 u16_proportion(u16 x) { return {static_cast<i64>((u64{x} << 32) / max_u16)}; }
/// x / 65535 for a value that is a whole number below 65536.
constexpr I32F32 u16_proportion(I32F32 x) {
    return x.safe_div(I32F32::saturating_from_num(max_u16));
}
/// floor(x * 65535), saturated; what the chain stores for a proportion.
constexpr u16 to_u16_proportion(I32F32 x) {
    const u64 bits = static_cast<u64>(x.bits);
    if (bits <= u64{1} << 32) return static_cast<u16>((bits * max_u16) >> 32);
    return x.saturating_mul(I32F32::saturating_from_num(max_u16)).saturating_to_num<u16>();
}

/// e^x with x limited to [-20, 20].
I32F32 exp_safe(I32F32 x);
/// The same for each element, several side by side.
void exp_safe(std::span<I32F32> x);
/// 1 / (1 + e^(-rho * (x - kappa))).
I32F32 sigmoid_safe(I32F32 x, I32F32 rho, I32F32 kappa);
/// Natural logarithm, 0 where there is none.
constexpr I32F32 ln_or_zero(I32F32 x) { return primitives::ln(x).value_or(I32F32{0}); }

/// Divides many numbers by one, as safe_div does, but by multiplication where the operands are
/// proportions. A divisor of zero leaves them as they are.
class Divisor {
public:
    explicit Divisor(I32F32 divisor) : divisor_(divisor) {
        if (divisor.bits < 2) return;
        inverse_ = ~u64{0} / static_cast<u64>(divisor.bits);
        limit_ = u64{1} << 32;
    }

    I32F32 divide(I32F32 x) const {
        const u64 bits = static_cast<u64>(x.bits);
        if (bits >= limit_) return divisor_.bits == 0 ? x : x.safe_div(divisor_);
        // inverse_ > 2^64 / d - 1, so the estimate is the quotient or one less.
        const u64 numerator = bits << 32, d = static_cast<u64>(divisor_.bits);
        const u64 estimate = static_cast<u64>((static_cast<u128>(numerator) * inverse_) >> 64);
        const u64 rest = numerator - estimate * d;
        return {static_cast<i64>(estimate + (rest >= d ? 1 : 0))};
    }

private:
    I32F32 divisor_;
    u64 inverse_ = 0;  // floor((2^64 - 1) / divisor)
    u64 limit_ = 0;    // numbers below are divided by the inverse
};

}  // namespace kernel
