// Scalar steps of the epoch in I32F32.
#include "kernel/math/scalar.hpp"

namespace kernel {

I32F32 exp_safe(I32F32 x) {
    const I32F32 limit = I32F32::saturating_from_num(20);
    const I32F32 low = limit.saturating_neg();
    const I32F32 within = x < low ? low : limit < x ? limit : x;
    // Inside the limits no term of the series overflows.
    return primitives::exp(within).value_or(within.bits <= 0 ? I32F32{0} : I32F32::max());
}

I32F32 sigmoid_safe(I32F32 x, I32F32 rho, I32F32 kappa) {
    const I32F32 one = I32F32::one();
    const I32F32 exponent =
        rho.saturating_mul(one.saturating_neg()).saturating_mul(x.saturating_sub(kappa));
    return one.safe_div(exp_safe(exponent).saturating_add(one));
}

}  // namespace kernel
