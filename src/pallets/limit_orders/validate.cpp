// What must hold for an order to be executed, and what is kept of one that was.
#include "pallets/evm_chain_id/pallet.hpp"
#include "pallets/limit_orders/errors.hpp"
#include "pallets/limit_orders/events.hpp"
#include "pallets/limit_orders/order.hpp"
#include "pallets/limit_orders/storage.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/timestamp/timestamp.hpp"

namespace limit_orders {
namespace {

bool price_fits(const OrderV2& o, U64F64 price) {
    const u64 rao_per_alpha = price.saturating_mul(U64F64::saturating_from_num(u64{1'000'000'000}))
                                  .saturating_to_num<u64>();
    return o.order_type == OrderType::TakeProfit ? rao_per_alpha >= o.limit_price
                                                 : rao_per_alpha <= o.limit_price;
}

/// Who has announced a swap of the coldkey moves no funds until it is over.
bool is_frozen(const State& s, const AccountId& signer) {
    return subtensor::storage.ColdkeySwapAnnouncements.has(s, signer) ||
           subtensor::storage.ColdkeySwapDisputes.has(s, signer);
}

Result<Allowed> resolve_amount(const State& s, const OrderV2& o, u64 now_ms) {
    if (const auto* fixed = std::get_if<amount::Fixed>(&o.amount)) return Allowed{fixed->rao, {}};
    const auto& linked = std::get<amount::LinkedPercentage>(o.amount);
    const auto record = storage.LinkedOutputs.find(s, linked.provider);
    ENSURE(record, Error::NoLinkedOutput);
    ENSURE(record->signer == o.signer, Error::LinkedOutputSignerMismatch);
    ENSURE(record->asset == input_asset(o), Error::LinkedOutputAssetMismatch);
    ENSURE(now_ms <= record->expires_at, Error::LinkedOutputExpired);
    const u64 amount = linked.pct.mul_floor(record->total);
    ENSURE(amount > 0, Error::LinkedAmountResolvedToZero);
    return Allowed{amount, linked.provider};
}

/// `filled`: of an order that was executed in part before.
Result<> check_fill(const SignedOrder& s, const OrderV2& o, u64 amount, std::optional<u64> filled) {
    if (!s.partial_fill) {
        // The whole on top of a part would be more than was signed.
        ENSURE(!filled, Error::IncorrectPartialFillAmount);
        return {};
    }
    ENSURE(std::holds_alternative<amount::Fixed>(o.amount),
           Error::PartialFillNotSupportedForLinkedAmount);
    ENSURE(!o.has_linked_order, Error::PartialFillNotSupportedForProvider);
    ENSURE(o.relayer, Error::RelayerRequiredForPartialFill);
    ENSURE(o.partial_fills_enabled, Error::PartialFillsNotEnabled);
    const u64 left = amount - std::min(amount, filled.value_or(0));
    ENSURE(*s.partial_fill > 0 && *s.partial_fill <= left, Error::IncorrectPartialFillAmount);
    return {};
}

}  // namespace

Result<Allowed> validate_order(const State& s, const SignedOrder& order, const OrderV2& o,
                               const H256& order_id, U64F64 price, const AccountId& relayer) {
    const u64 now_ms = timestamp::storage.Now.get(s);
    ENSURE(!o.netuid.is_root(), Error::RootNetUidNotAllowed);
    ENSURE(o.chain_id == evm_chain_id::storage.ChainId.get(s), Error::ChainIdMismatch);
    ENSURE(is_signed(order, order_id), Error::InvalidSignature);
    const auto status = storage.Orders.find(s, order_id);
    ENSURE(!status || !std::holds_alternative<status::Fulfilled>(*status),
           Error::OrderAlreadyProcessed);
    ENSURE(!status || !std::holds_alternative<status::Cancelled>(*status), Error::OrderCancelled);
    ENSURE(now_ms <= o.expiry, Error::OrderExpired);
    ENSURE(!is_frozen(s, o.signer), Error::OrderSignerFrozen);
    ENSURE(price_fits(o, price), Error::PriceConditionNotMet);
    if (o.relayer)
        ENSURE(std::find(o.relayer->begin(), o.relayer->end(), relayer) != o.relayer->end(),
               Error::RelayerMissMatch);
    ASSIGN(const auto allowed, resolve_amount(s, o, now_ms));
    std::optional<u64> filled;
    if (status) filled = std::get<status::PartiallyFilled>(*status).rao;
    TRY(check_fill(order, o, allowed.amount, filled));
    return allowed;
}

void note_execution(State& s, const H256& order_id, std::optional<u64> fill, u64 order_amount) {
    OrderStatus next = status::Fulfilled{};
    if (fill) {
        u64 total = *fill;
        if (const auto before = storage.Orders.find(s, order_id))
            if (const auto* part = std::get_if<status::PartiallyFilled>(&*before))
                if (__builtin_add_overflow(total, part->rao, &total)) total = ~u64{0};
        if (total < order_amount) next = status::PartiallyFilled{total};
    }
    storage.Orders.set(s, order_id, next);
}

Result<> consume_linked_output(Context& cx, const H256& provider, const H256& consumer,
                               u64 amount) {
    const auto record = storage.LinkedOutputs.take(cx.state, provider);
    ENSURE(record, Error::NoLinkedOutput);
    cx.emit(LinkedOutputConsumed{provider, consumer, amount,
                                 record->total - std::min(record->total, amount)});
    return {};
}

void record_linked_output(Context& cx, const H256& order_id, const AccountId& signer,
                          const LinkedAsset& asset, bool has_linked_order, u64 amount_out) {
    if (!has_linked_order || amount_out == 0) return;
    const u64 now_ms = timestamp::storage.Now.get(cx.state);
    u64 expires_at;
    if (__builtin_add_overflow(now_ms, constants.LinkedOutputTtl, &expires_at))
        expires_at = ~u64{0};
    storage.LinkedOutputs.set(cx.state, order_id, {signer, asset, amount_out, expires_at});
    cx.emit(LinkedOutputRecorded{order_id, signer, asset, amount_out, expires_at});
}

}  // namespace limit_orders
