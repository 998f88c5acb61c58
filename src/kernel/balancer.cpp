// The weighted pool's formulas.
#include "kernel/balancer.hpp"

#include <algorithm>

#include "kernel/pow_ratio.hpp"
#include "kernel/saturating.hpp"
#include "primitives/wide.hpp"

namespace kernel {
namespace {

constexpr u32 swap_precision_bits = 256;
constexpr u32 limit_precision_bits = 1024;

U64F64 num(u64 v) { return U64F64::saturating_from_num(v); }

u128 saturated(primitives::Wide w) { return w.hi != 0 ? ~u128{0} : w.lo; }

/// value * weight / 10^18, to the nearest.
u128 weighted(u64 weight, u128 value) {
    primitives::Wide product = primitives::wide_mul(value, weight);
    const u128 half = Perquintill::accuracy / 2;
    product.lo += half;
    if (product.lo < half) ++product.hi;
    return saturated(primitives::wide_div(product, Perquintill::accuracy));
}

/// (reserve / changed)^(exp_num / exp_den); 0 when it cannot be represented.
U64F64 reserve_power(u64 reserve, u64 changed, u64 exp_num, u64 exp_den) {
    if (changed == 0) return {};
    const auto power = pow_ratio_scaled({reserve, changed, exp_num, exp_den}, swap_precision_bits,
                                        Perquintill::accuracy);
    const auto value = power ? power->to_u64() : std::nullopt;
    return value ? num(*value).safe_div(num(Perquintill::accuracy)) : U64F64{};
}

/// reserve * ((from / to)^weight - 1): what moves the price to a limit.
u64 delta_to_limit(U64F64 from, U64F64 to, u64 weight, u64 reserve) {
    const auto power = pow_ratio_scaled({from.bits, to.bits, weight, Perquintill::accuracy},
                                        limit_precision_bits, Perquintill::accuracy);
    if (!power) return 0;
    const u64 scaled = power->is_negative() ? 0 : power->to_u64().value_or(~u64{0});
    return num(reserve)
        .saturating_mul(
            num(scaled).safe_div(num(Perquintill::accuracy)).saturating_sub(U64F64::one()))
        .saturating_to_num<u64>();
}

}  // namespace

Perquintill Perquintill::from_rational(u128 numerator, u128 denominator) {
    if (denominator == 0 || numerator > denominator) return {accuracy};
    const auto quotient =
        primitives::wide_div(primitives::wide_mul(numerator, accuracy), denominator);
    return {static_cast<u64>(quotient.lo)};
}

std::optional<Balancer> Balancer::make(Perquintill quote_weight) {
    const Balancer out{quote_weight};
    if (out.quote_weight() < min_weight || out.base_weight() < min_weight) return std::nullopt;
    return out;
}

std::optional<Balancer> Balancer::for_price(u64 tao_rao, u64 alpha_rao,
                                            std::optional<U64F64> price) {
    if (!price) return Balancer{};
    // Whole and fractional part apart: the product with alpha needs more than 128 bits.
    const u128 high = u128{price->saturating_to_num<u64>()} * alpha_rao;
    const u128 low = num(alpha_rao).saturating_mul(price->frac()).saturating_to_num<u128>();
    u128 sum = 0;
    if (__builtin_add_overflow(high, low, &sum) ||
        __builtin_add_overflow(sum, u128{tao_rao}, &sum)) {
        sum = ~u128{0};
    }
    if (sum == 0) return std::nullopt;
    return make(Perquintill::from_rational(tao_rao, sum));
}

U64F64 Balancer::price(u64 alpha_rao, u64 tao_rao) const {
    return num(base_weight())
        .safe_div(num(quote_weight()))
        .saturating_mul(num(tao_rao).safe_div(num(alpha_rao)));
}

U64F64 Balancer::exp_base_quote(u64 x_rao, u64 dx_rao) const {
    return std::min(reserve_power(x_rao, sat_add(x_rao, dx_rao), base_weight(), quote_weight()),
                    U64F64::one());
}

U64F64 Balancer::exp_quote_base(u64 y_rao, u64 dy_rao) const {
    return std::min(reserve_power(y_rao, sat_add(y_rao, dy_rao), quote_weight(), base_weight()),
                    U64F64::one());
}

u64 Balancer::quote_delta_in(U64F64 current, U64F64 target, u64 tao_rao) const {
    return delta_to_limit(target, current, base_weight(), tao_rao);
}

u64 Balancer::base_delta_in(U64F64 current, U64F64 target, u64 alpha_rao) const {
    return delta_to_limit(current, target, quote_weight(), alpha_rao);
}

u64 Balancer::base_needed_for_quote(u64 tao_rao, u64 alpha_rao, u64 delta_tao_rao) const {
    // A delta of zero is not negative for the reference and then bounded by one; the power is one
    // for it anyway.
    const U64F64 e =
        reserve_power(tao_rao, sat_sub(tao_rao, delta_tao_rao), quote_weight(), base_weight());
    return num(alpha_rao).saturating_mul(e.saturating_sub(U64F64::one())).saturating_to_num<u64>();
}

std::optional<Balancer> Balancer::with_added_liquidity(u64 tao_rao, u64 alpha_rao,
                                                       u64 tao_delta_rao,
                                                       u64 alpha_delta_rao) const {
    const u128 new_tao = u128{tao_rao} + tao_delta_rao;
    const u128 new_alpha = u128{alpha_rao} + alpha_delta_rao;
    const u128 base_part =
        weighted(base_weight(), saturated(primitives::wide_mul(tao_rao, new_alpha)));
    const u128 quote_part =
        weighted(quote_weight(), saturated(primitives::wide_mul(alpha_rao, new_tao)));
    u128 sum = 0;
    if (__builtin_add_overflow(base_part, quote_part, &sum)) sum = ~u128{0};
    if (sum == 0) return make({Perquintill::accuracy / 2});
    return make(Perquintill::from_rational(quote_part, sum));
}

}  // namespace kernel
