// Taking stake off a hotkey.
// Source: subtensor staking/remove_stake.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Alpha that can be sold, fee included, before its price passes the limit (in rao per whole
/// alpha). PriceLimitExceeded when it is past it now.
Result<AlphaBalance> get_max_amount_remove(const State& s, NetUid netuid, TaoBalance limit_price);
Result<> do_remove_stake(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                         NetUid netuid, AlphaBalance alpha);
Result<> do_remove_stake_limit(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                               NetUid netuid, AlphaBalance alpha, TaoBalance limit_price,
                               bool allow_partial);

}  // namespace subtensor
