#include "pallets/subtensor/staking/order_swap.hpp"

#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

Result<> ensure_traded(const State& s, NetUid netuid) {
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    return ensure_subtoken_enabled(s, netuid);
}

/// The pool takes all of it before the price passes the limit.
template <class In>
Result<> ensure_within(const State& s, NetUid netuid, In amount, TaoBalance limit_price) {
    if (storage.SubnetMechanism.get(s, netuid) != 1) return {};
    ASSIGN(const auto r, swap::sim_swap_limit(s, netuid, amount, limit_price));
    ENSURE(saturating_add(r.amount_paid_in, r.fee_paid) >= amount, Error::SlippageTooHigh);
    return {};
}

}  // namespace

Result<AlphaBalance> buy_alpha(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                               NetUid netuid, TaoBalance tao, TaoBalance limit_price,
                               bool validate) {
    const State& s = cx.state;
    TRY(ensure_traded(s, netuid));
    if (validate) {
        ENSURE(hotkey_account_exists(s, hotkey), Error::HotKeyAccountNotExists);
        ENSURE(tao >= constants.InitialMinStake, Error::AmountTooLow);
        ENSURE(can_remove_balance_from_coldkey_account(s, coldkey, tao),
               Error::NotEnoughBalanceToStake);
    }
    TRY(ensure_within(s, netuid, tao, limit_price));
    return transactional(cx, [&] {
        return stake_into_subnet(cx, hotkey, coldkey, netuid, tao, limit_price, false);
    });
}

Result<TaoBalance> sell_alpha(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                              NetUid netuid, AlphaBalance alpha, TaoBalance limit_price,
                              bool validate) {
    const State& s = cx.state;
    TRY(ensure_traded(s, netuid));
    if (validate) TRY(validate_remove_stake(cx, coldkey, hotkey, netuid, alpha, alpha, false));
    TRY(ensure_within(s, netuid, alpha, limit_price));
    return transactional(cx, [&] {
        return unstake_from_subnet(cx, hotkey, coldkey, coldkey, netuid, alpha, limit_price, false);
    });
}

Result<> transfer_staked_alpha(Context& cx, const StakePlace& from, const StakePlace& to,
                               NetUid netuid, AlphaBalance amount, bool validate_sender,
                               bool validate_receiver) {
    State& s = cx.state;
    TRY(ensure_traded(s, netuid));
    if (validate_sender) {
        ENSURE(hotkey_account_exists(s, from.hotkey), Error::HotKeyAccountNotExists);
        ENSURE(amount.rao != 0, Error::AmountTooLow);
        const TaoBalance worth{swap::current_alpha_price(s, netuid)
                                   .saturating_mul(U64F64::saturating_from_num(amount.rao))
                                   .saturating_to_num<u64>()};
        ENSURE(worth >= constants.InitialMinStake, Error::AmountTooLow);
        TRY(ensure_available_to_unstake(s, from.coldkey, netuid, amount, cx.block));
        TRY(ensure_hotkey_covers_collateral(s, from.coldkey, from.hotkey, netuid, amount));
    }
    if (validate_receiver)
        ENSURE(hotkey_account_exists(s, to.hotkey), Error::HotKeyAccountNotExists);
    ENSURE(
        get_stake_for_hotkey_and_coldkey_on_subnet(s, from.hotkey, from.coldkey, netuid) >= amount,
        Error::NotEnoughStakeToWithdraw);
    decrease_stake_for_hotkey_and_coldkey_on_subnet(s, from.hotkey, from.coldkey, netuid, amount);
    increase_stake_for_hotkey_and_coldkey_on_subnet(s, to.hotkey, to.coldkey, netuid, amount);
    storage.LastColdkeyHotkeyStakeBlock.set(s, to.coldkey, to.hotkey, u64{cx.block});
    return {};
}

}  // namespace subtensor
