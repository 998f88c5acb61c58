// Trading and moving stake for orders.
// Source: subtensor staking/order_swap.rs of runtime 475.
#pragma once
#include "frame/call.hpp"
#include "pallets/swap/swap.hpp"

namespace subtensor {

/// Limits in rao per whole alpha; `validate` is off where the pallet of orders trades for others.
/// All or nothing: SlippageTooHigh when the pool would pass the limit.
Result<AlphaBalance> buy_alpha(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                               NetUid netuid, TaoBalance tao, TaoBalance limit_price,
                               bool validate);
Result<TaoBalance> sell_alpha(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                              NetUid netuid, AlphaBalance alpha, TaoBalance limit_price,
                              bool validate);

struct StakePlace {
    AccountId coldkey{}, hotkey{};
};
/// Moves stake without the pool.
Result<> transfer_staked_alpha(Context& cx, const StakePlace& from, const StakePlace& to,
                               NetUid netuid, AlphaBalance amount, bool validate_sender,
                               bool validate_receiver);

}  // namespace subtensor
