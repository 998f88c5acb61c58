// Executing signed orders, one by one or netted, and taking them back.
#pragma once
#include "frame/call.hpp"
#include "pallets/limit_orders/types.hpp"

namespace limit_orders {

struct execute_orders {
    CALL(0)
    SignedOrders orders{};
    bool should_fail = false;
    FIELDS(orders, should_fail)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct execute_batched_orders {
    CALL(1)
    NetUid netuid{};
    SignedOrders orders{};
    FIELDS(netuid, orders)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct cancel_order {
    CALL(2)
    VersionedOrder order{};
    FIELDS(order)
};
struct set_pallet_status {
    CALL(3)
    bool enabled = false;
    FIELDS(enabled)
};
struct prune_linked_output {
    CALL(4)
    H256 order_id{};
    FIELDS(order_id)
};

}  // namespace limit_orders
