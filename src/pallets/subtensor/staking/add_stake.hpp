// Staking TAO on a hotkey.
// Source: subtensor staking/add_stake.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// TAO that can be staked, fee included, before the alpha price passes the limit (in rao per whole
/// alpha). PriceLimitExceeded when it is past it now.
/// InsufficientLiquidity when the amount is more than a pool takes at once.
Result<> ensure_input_within_swap_limit(const State& s, NetUid netuid, TaoBalance amount);
Result<TaoBalance> get_max_amount_add(const State& s, NetUid netuid, TaoBalance limit_price);
/// Both give the alpha staked.
Result<AlphaBalance> do_add_stake(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                                  NetUid netuid, TaoBalance amount);
Result<AlphaBalance> do_add_stake_limit(Context& cx, const AccountId& coldkey,
                                        const AccountId& hotkey, NetUid netuid, TaoBalance amount,
                                        TaoBalance limit_price, bool allow_partial);

}  // namespace subtensor
