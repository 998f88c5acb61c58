// Buying and selling alpha on a subnet's pool.
#include "kernel/swap.hpp"

#include "kernel/saturating.hpp"

namespace kernel {
namespace {

U64F64 num(u64 v) { return U64F64::saturating_from_num(v); }

/// What `delta_in` buys or sells for.
u64 delta_out(const Pool& pool, Side side, u64 delta_in) {
    const bool buy = side == Side::buy;
    const U64F64 left = buy ? pool.balancer.exp_quote_base(pool.tao_rao, delta_in)
                            : pool.balancer.exp_base_quote(pool.alpha_rao, delta_in);
    return num(buy ? pool.alpha_rao : pool.tao_rao)
        .saturating_mul(U64F64::one().saturating_sub(left))
        .saturating_to_num<u64>();
}

U64F64 price_after(const Pool& pool, Side side, u64 in, u64 out) {
    return side == Side::buy
               ? pool.balancer.price(sat_sub(pool.alpha_rao, out), sat_add(pool.tao_rao, in))
               : pool.balancer.price(sat_add(pool.alpha_rao, in), sat_sub(pool.tao_rao, out));
}

u64 delta_in_for_limit(const Pool& pool, Side side, U64F64 current, U64F64 limit) {
    return side == Side::buy ? pool.balancer.quote_delta_in(current, limit, pool.tao_rao)
                             : pool.balancer.base_delta_in(current, limit, pool.alpha_rao);
}

/// The fee on top of a net amount: net * rate / (65535 - rate).
u64 fee_on_net(u64 net, u16 fee_rate) {
    const U64F64 rate = num(fee_rate);
    return num(net)
        .saturating_mul(rate.safe_div(num(65535).saturating_sub(rate)))
        .saturating_to_num<u64>();
}

/// One swap at the given weights, stopped by the limit price.
SwapResult swap_step(const Pool& pool, const SwapOrder& order, U64F64 current) {
    SwapResult out;
    out.fee = order.drop_fees ? 0 : swap_fee(pool, order.amount_rao);
    out.paid_in = sat_sub(order.amount_rao, out.fee);
    out.paid_out = delta_out(pool, order.side, out.paid_in);
    const U64F64 target = price_after(pool, order.side, out.paid_in, out.paid_out);
    const bool in_full =
        order.side == Side::buy ? target <= order.limit_price : target >= order.limit_price;
    if (!in_full) {
        out.paid_in = delta_in_for_limit(pool, order.side, current, order.limit_price);
        out.paid_out = delta_out(pool, order.side, out.paid_in);
        out.fee = order.drop_fees ? 0 : fee_on_net(out.paid_in, pool.fee_rate);
    }
    if (out.paid_in != 0) {
        if (out.paid_out == 0) out.error = SwapError::reserves_too_low;
        out.fee_to_block_author = out.fee;
    }
    return out;
}

}  // namespace

U64F64 limit_price(u64 price_rao) { return num(price_rao).safe_div(num(1'000'000'000)); }

U64F64 current_price(const Pool& pool) {
    if (pool.mechanism != 1) return U64F64::one();
    if (pool.alpha_rao == 0) return {};
    return pool.balancer.price(pool.alpha_rao, pool.tao_rao);
}

u64 swap_fee(const Pool& pool, u64 amount) {
    if (pool.mechanism != 1) return 0;
    const U64F64 rate = num(pool.fee_rate).safe_div(num(65535));
    return num(amount).saturating_mul(rate).saturating_to_num<u64>();
}

u64 alpha_for_tao(const Pool& pool, u64 tao_rao) {
    if (pool.mechanism != 1) return tao_rao;
    return num(tao_rao).safe_div(current_price(pool)).saturating_to_num<u64>();
}

SwapResult swap(const Pool& pool, const SwapOrder& order, u64 minimum_reserve_rao) {
    const bool buy = order.side == Side::buy;
    const u64 reserve_in = buy ? pool.tao_rao : pool.alpha_rao;
    const u64 reserve_out = buy ? pool.alpha_rao : pool.tao_rao;
    const u64 fee = order.drop_fees ? 0 : swap_fee(pool, order.amount_rao);
    if (sat_sub(order.amount_rao, fee) > sat_mul(reserve_in, max_input_reserve_multiplier)) {
        return {.error = SwapError::input_too_large};
    }
    if (reserve_out < minimum_reserve_rao) return {.error = SwapError::reserves_too_low};
    const U64F64 current = current_price(pool);
    const bool within_limit = buy ? current < order.limit_price : current > order.limit_price;
    if (!within_limit) return {.error = SwapError::price_limit_exceeded};
    SwapResult out = swap_step(pool, order, current);
    if (out.error == SwapError::none && !order.simulate && reserve_out < out.paid_out) {
        out.error = SwapError::insufficient_liquidity;
    }
    return out;
}

}  // namespace kernel
