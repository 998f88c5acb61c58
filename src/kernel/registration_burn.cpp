// The price of a neuron registration.
#include "kernel/registration_burn.hpp"

#include <algorithm>

namespace kernel {
namespace {

u64 within(u64 burn_rao, BurnLimits limits) {
    return std::min(std::max(burn_rao, limits.min_rao), limits.max_rao);
}

}  // namespace

u64 mul_by_q32(u64 value, u64 factor_q32) {
    const u128 product = (u128{value} * factor_q32) >> 32;
    return (product >> 64) != 0 ? ~u64{0} : static_cast<u64>(product);
}

u64 pow_q32(u64 base_q32, u16 exponent) {
    u64 result = one_q32;
    u64 factor = base_q32;
    for (u32 power = exponent; power > 0;) {
        if ((power & 1) != 0) result = mul_by_q32(result, factor);
        power >>= 1;
        if (power > 0) factor = mul_by_q32(factor, factor);
    }
    return result;
}

u64 decay_factor_q32(u16 half_life_blocks) {
    if (half_life_blocks == 0) return one_q32;
    u64 low = 0, high = one_q32;
    while (low + 1 < high) {
        const u64 middle = low + (high - low) / 2;
        (pow_q32(middle, half_life_blocks) > one_q32 / 2 ? high : low) = middle;
    }
    return low;
}

u64 burn_after_decay(u64 burn_rao, u16 half_life_blocks, u64 block, BurnLimits limits) {
    if (half_life_blocks > 0 && block > 1) {
        burn_rao = mul_by_q32(burn_rao, decay_factor_q32(half_life_blocks));
    }
    return within(burn_rao, limits);
}

u64 burn_after_registration(u64 burn_rao, U64F64 increase_mult, BurnLimits limits) {
    const U64F64 mult = std::max(increase_mult, U64F64::one());
    const U64F64 raised = U64F64::saturating_from_num(burn_rao).saturating_mul(mult);
    return within(raised.saturating_to_num<u64>(), limits);
}

}  // namespace kernel
