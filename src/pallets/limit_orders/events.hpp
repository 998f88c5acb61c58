// What the pallet tells.
#pragma once
#include "frame/call.hpp"
#include "pallets/limit_orders/types.hpp"

namespace limit_orders {

struct OrderExecuted {
    EVENT(0)
    H256 order_id{};
    AccountId signer{};
    NetUid netuid{};
    OrderType order_type{};
    u64 amount_in = 0, amount_out = 0;  // rao; out with the fee taken off
    FIELDS(order_id, signer, netuid, order_type, amount_in, amount_out)
};
struct OrderSkipped {
    EVENT(1)
    H256 order_id{};
    DispatchError reason{};
    FIELDS(order_id, reason)
};
struct OrderCancelled {
    EVENT(2)
    H256 order_id{};
    AccountId signer{};
    FIELDS(order_id, signer)
};
struct GroupExecutionSummary {
    EVENT(3)
    NetUid netuid{};
    OrderSide net_side{};
    u64 net_amount = 0, actual_out = 0;  // into and out of the pool, in rao
    u32 executed_count = 0;
    FIELDS(netuid, net_side, net_amount, actual_out, executed_count)
};
struct LimitOrdersPalletStatusChanged {
    EVENT(4)
    bool enabled = false;
    FIELDS(enabled)
};
struct LinkedOutputRecorded {
    EVENT(5)
    H256 order_id{};
    AccountId signer{};
    LinkedAsset asset{};
    u64 total = 0, expires_at = 0;
    FIELDS(order_id, signer, asset, total, expires_at)
};
struct LinkedOutputConsumed {
    EVENT(6)
    H256 provider{}, consumer{};
    u64 amount = 0, undrawn = 0;
    FIELDS(provider, consumer, amount, undrawn)
};
struct LinkedOutputPruned {
    EVENT(7)
    H256 order_id{};
    u64 total = 0;
    FIELDS(order_id, total)
};

}  // namespace limit_orders
