// Rules about child keys that root and validators set.
// Source: subtensor macros/dispatches.rs, utils/misc.rs.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/uids.hpp"

namespace subtensor {

Result<> sudo_set_tx_childkey_take_rate_limit::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.TxChildkeyTakeRateLimit.set(cx.state, tx_rate_limit);
    cx.emit(TxChildKeyTakeRateLimitSet{tx_rate_limit});
    return {};
}

Result<> sudo_set_min_childkey_take::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.MinChildkeyTake.set(cx.state, take);
    cx.emit(MinChildKeyTakeSet{take});
    return {};
}

Result<> sudo_set_max_childkey_take::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.MaxChildkeyTake.set(cx.state, take);
    cx.emit(MaxChildKeyTakeSet{take});
    return {};
}

Result<> set_pending_childkey_cooldown::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    storage.PendingChildKeyCooldown.set(cx.state, cooldown);
    return {};
}

Result<> set_auto_parent_delegation_enabled::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(coldkey_owns_hotkey(s, coldkey, hotkey), Error::NonAssociatedColdKey);
    ENSURE(is_hotkey_registered_on_network(s, root_netuid, hotkey),
           Error::HotKeyNotRegisteredInSubNet);
    storage.AutoParentDelegationEnabled.set(s, hotkey, enabled);
    cx.emit(AutoParentDelegationEnabledSet{hotkey, enabled});
    return {};
}

}  // namespace subtensor
