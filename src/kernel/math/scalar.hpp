// Scalar steps of the epoch in I32F32: proportions of u16, guarded exponential, division by one
// divisor. Source: subtensor epoch/math.rs.
#pragma once
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
    return x.saturating_mul(I32F32::saturating_from_num(max_u16)).saturating_to_num<u16>();
}

/// e^x with x limited to [-20, 20].
I32F32 exp_safe(I32F32 x);
/// 1 / (1 + e^(-rho * (x - kappa))).
I32F32 sigmoid_safe(I32F32 x, I32F32 rho, I32F32 kappa);
/// Natural logarithm, 0 where there is none.
constexpr I32F32 ln_or_zero(I32F32 x) { return primitives::ln(x).value_or(I32F32{0}); }

/// safe_div by one divisor, many times: a multiplication instead of a division where the operands
/// are proportions.
class Divisor {
public:
    Divisor() = default;
    explicit Divisor(I32F32 divisor)
        : divisor_(divisor),
          inverse_(divisor.bits >= 2 ? ~u64{0} / static_cast<u64>(divisor.bits) : 0) {}

    I32F32 divide(I32F32 x) const {
        const u64 bits = static_cast<u64>(x.bits);
        if ((bits >> 32) != 0 || inverse_ == 0) return x.safe_div(divisor_);
        // inverse_ > 2^64 / d - 1, so the estimate is the quotient or one less.
        const u64 numerator = bits << 32, d = static_cast<u64>(divisor_.bits);
        const u64 estimate = static_cast<u64>((static_cast<u128>(numerator) * inverse_) >> 64);
        const u64 rest = numerator - estimate * d;
        return {static_cast<i64>(estimate + (rest >= d ? 1 : 0))};
    }
    bool is_zero() const { return divisor_.bits == 0; }

private:
    I32F32 divisor_;
    u64 inverse_ = 0;  // floor((2^64 - 1) / divisor), 0 when the divisor is below 2 / 2^32
};

}  // namespace kernel
