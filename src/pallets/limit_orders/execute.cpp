// Orders one by one, each through the pool by itself.
#include "pallets/limit_orders/calls.hpp"
#include "pallets/limit_orders/errors.hpp"
#include "pallets/limit_orders/events.hpp"
#include "pallets/limit_orders/order.hpp"
#include "pallets/limit_orders/storage.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/staking/order_swap.hpp"

namespace limit_orders {
namespace {

struct Traded {
    u64 in = 0, out = 0;
};

/// Trades `amount` and pays the fee, which is taken from the TAO side.
Result<Traded> trade(Context& cx, const OrderV2& o, u64 amount) {
    const TaoBalance limit{effective_swap_limit(o)};
    const auto pay_fee = [&](u64 fee) -> Result<> {
        if (fee == 0) return {};
        return subtensor::transfer_tao(cx, o.signer, o.fee_recipient, {fee});
    };
    if (o.is_buy()) {
        const u64 fee = o.fee_rate.mul_floor(amount), spent = amount - fee;
        ASSIGN(const auto alpha,
               subtensor::buy_alpha(cx, o.signer, o.hotkey, o.netuid, {spent}, limit, true));
        TRY(pay_fee(fee));
        return Traded{spent, alpha.rao};
    }
    ASSIGN(const auto tao,
           subtensor::sell_alpha(cx, o.signer, o.hotkey, o.netuid, {amount}, limit, true));
    const u64 fee = o.fee_rate.mul_floor(tao.rao);
    TRY(pay_fee(fee));
    return Traded{amount, tao.rao - fee};
}

Result<> try_execute_order(Context& cx, const SignedOrder& order, const H256& id,
                           const AccountId& relayer) {
    const auto o = view_of(order.order);
    const auto price = swap::current_alpha_price(cx.state, o.netuid);
    ASSIGN(const auto allowed, validate_order(cx.state, order, o, id, price, relayer));
    ASSIGN(const auto traded, trade(cx, o, order.partial_fill.value_or(allowed.amount)));
    if (allowed.provider) TRY(consume_linked_output(cx, *allowed.provider, id, allowed.amount));
    note_execution(cx.state, id, order.partial_fill, allowed.amount);
    record_linked_output(cx, id, o.signer, output_asset(o), o.has_linked_order, traded.out);
    cx.emit(OrderExecuted{id, o.signer, o.netuid, o.order_type, traded.in, traded.out});
    return {};
}

}  // namespace

Result<> execute_orders::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto relayer, ensure_signed(origin));
    ENSURE(storage.LimitOrdersEnabled.get(cx.state), Error::LimitOrdersDisabled);
    for (const auto& order : orders) {
        const auto id = derive_order_id(order.order);
        auto done = transactional(cx, [&] { return try_execute_order(cx, order, id, relayer); });
        if (done) continue;
        if (should_fail) return done;
        cx.emit(OrderSkipped{id, done.error()});
    }
    return {};
}

}  // namespace limit_orders
