// What all setters share: who may, when, and the subnet must exist.
#pragma once
#include "pallets/admin_utils/calls.hpp"
#include "pallets/admin_utils/errors.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/misc.hpp"

namespace admin_utils {

using subtensor::storage;

inline Result<> ensure_exists(const Context& cx, NetUid netuid) {
    ENSURE(if_subnet_exist(cx.state, netuid), Error::SubnetDoesNotExist);
    return {};
}

/// A change that the owner (within the rate limit) or root makes, outside the freeze window.
/// `change(by_owner)` checks and writes.
template <class F>
Result<> owner_change(Context& cx, const Origin& origin, NetUid netuid, TransactionType tx,
                      F&& change) {
    ASSIGN(auto owner, ensure_sn_owner_or_root_with_limits(cx, origin, netuid, tx));
    TRY(ensure_admin_window_open(cx, netuid));
    TRY(change(owner.has_value()));
    record_owner_rl(cx, owner, netuid, tx);
    return {};
}

/// The usual case: the subnet must exist, then one item is set.
template <class Item, class V>
Result<> owner_sets(Context& cx, const Origin& origin, NetUid netuid, TransactionType tx,
                    const Item& item, const V& value) {
    return owner_change(cx, origin, netuid, tx, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        item.set(cx.state, netuid, value);
        return {};
    });
}
template <class Item, class V, class E>
Result<> owner_sets(Context& cx, const Origin& origin, NetUid netuid, TransactionType tx,
                    const Item& item, const V& value, const E& event) {
    TRY(owner_sets(cx, origin, netuid, tx, item, value));
    cx.emit(event);
    return {};
}

/// Root sets a value of the whole chain.
template <class Item, class V>
Result<> root_sets(Context& cx, const Origin& origin, const Item& item, const V& value) {
    TRY(ensure_root(origin));
    item.set(cx.state, value);
    return {};
}
template <class Item, class V, class E>
Result<> root_sets(Context& cx, const Origin& origin, const Item& item, const V& value,
                   const E& event) {
    TRY(root_sets(cx, origin, item, value));
    cx.emit(event);
    return {};
}

enum class Window : bool { any_time, outside_freeze };

/// Root, at any time or outside the freeze window, of an existing subnet.
inline Result<> root_may(const Context& cx, const Origin& origin, NetUid netuid, Window window) {
    TRY(ensure_root(origin));
    if (window == Window::outside_freeze) TRY(ensure_admin_window_open(cx, netuid));
    return ensure_exists(cx, netuid);
}
template <class Item, class V, class E>
Result<> root_sets(Context& cx, const Origin& origin, NetUid netuid, Window window,
                   const Item& item, const V& value, const E& event) {
    TRY(root_may(cx, origin, netuid, window));
    item.set(cx.state, netuid, value);
    cx.emit(event);
    return {};
}

}  // namespace admin_utils
