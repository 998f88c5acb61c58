// Checks of what the staking calls are given.
// Source: subtensor staking/stake_utils.rs.
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

TaoBalance minimum_with_fee(const State& s, NetUid netuid) {
    const TaoBalance min_stake = constants.InitialMinStake;
    const auto r = swap::sim_swap(s, netuid, min_stake);
    const TaoBalance fee =
        r ? r->fee_paid : TaoBalance{swap::approx_fee_amount(s, netuid, min_stake.rao)};
    return saturating_add(min_stake, fee);
}

}  // namespace

Result<> validate_add_stake(const Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                            NetUid netuid, TaoBalance stake_to_be_added, TaoBalance max_amount,
                            bool allow_partial) {
    const State& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    TRY(ensure_subtoken_enabled(s, netuid));
    ENSURE(stake_to_be_added >= minimum_with_fee(s, netuid), Error::AmountTooLow);
    if (allow_partial)
        stake_to_be_added = std::min(max_amount, stake_to_be_added);
    else
        ENSURE(stake_to_be_added <= max_amount, Error::SlippageTooHigh);
    ENSURE(can_remove_balance_from_coldkey_account(s, coldkey, stake_to_be_added),
           Error::NotEnoughBalanceToStake);
    ENSURE(hotkey_account_exists(s, hotkey), Error::HotKeyAccountNotExists);
    const auto r = swap::sim_swap(s, netuid, stake_to_be_added);
    ENSURE(r, Error::InsufficientLiquidity);
    ENSURE(r->amount_paid_in >= constants.InitialMinStake, Error::AmountTooLow);
    ENSURE(r->amount_paid_out.rao != 0, Error::InsufficientLiquidity);
    ENSURE(
        try_increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, netuid, r->amount_paid_out),
        Error::InsufficientLiquidity);
    return {};
}

Result<> validate_remove_stake(const Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                               NetUid netuid, AlphaBalance alpha_unstaked, AlphaBalance max_amount,
                               bool allow_partial) {
    const State& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(alpha_unstaked.rao != 0, Error::AmountTooLow);
    ASSIGN(const auto remaining,
           calculate_reduced_stake_on_subnet(s, hotkey, coldkey, netuid, alpha_unstaked));
    const auto r = swap::sim_swap(s, netuid, alpha_unstaked);
    ENSURE(r, Error::InsufficientLiquidity);
    // Whoever takes everything out may take out little.
    if (remaining.rao != 0)
        ENSURE(r->amount_paid_out >= constants.InitialMinStake, Error::AmountTooLow);
    if (!allow_partial) ENSURE(alpha_unstaked <= max_amount, Error::SlippageTooHigh);
    ENSURE(hotkey_account_exists(s, hotkey), Error::HotKeyAccountNotExists);
    TRY(ensure_available_to_unstake(s, coldkey, netuid, alpha_unstaked, cx.block));
    return ensure_hotkey_covers_collateral(s, coldkey, hotkey, netuid, alpha_unstaked);
}

Result<> validate_stake_transition(const Context& cx, const StakeTransition& move,
                                   AlphaBalance max_amount) {
    const State& s = cx.state;
    const NetUid from = move.origin_netuid, to = move.destination_netuid;
    if (move.origin_coldkey == move.destination_coldkey &&
        move.origin_hotkey == move.destination_hotkey)
        ENSURE(from != to, Error::SameNetuid);
    ENSURE(if_subnet_exist(s, from), Error::SubnetNotExists);
    ENSURE(if_subnet_exist(s, to), Error::SubnetNotExists);
    TRY(ensure_subtoken_enabled(s, from));
    TRY(ensure_subtoken_enabled(s, to));
    ENSURE(hotkey_account_exists(s, move.origin_hotkey), Error::HotKeyAccountNotExists);
    ENSURE(hotkey_account_exists(s, move.destination_hotkey), Error::HotKeyAccountNotExists);
    const auto staked = get_stake_for_hotkey_and_coldkey_on_subnet(s, move.origin_hotkey,
                                                                   move.origin_coldkey, from);
    ENSURE(move.alpha_amount <= staked, Error::NotEnoughStakeToWithdraw);
    if (from != to) {
        const auto r = swap::sim_swap(s, from, move.alpha_amount);
        ENSURE(r, Error::InsufficientLiquidity);
        // Since 475 what is transferred to others has a minimum of its own.
        const bool is_transfer = move.check_transfer_toggle && since_475(s);
        ENSURE(r->amount_paid_out >
                   (is_transfer ? constants.InitialMinTransfer : constants.InitialMinStake),
               Error::AmountTooLow);
        if (!move.allow_partial.value_or(true))
            ENSURE(move.alpha_amount <= max_amount, Error::SlippageTooHigh);
    }
    if (move.check_transfer_toggle) {
        ENSURE(storage.TransferToggle.get(s, from), Error::TransferDisallowed);
        ENSURE(storage.TransferToggle.get(s, to), Error::TransferDisallowed);
    }
    if (from != to)
        TRY(ensure_available_to_unstake(s, move.origin_coldkey, from, move.alpha_amount, cx.block));
    else if (move.origin_coldkey != move.destination_coldkey)  // locks go along, collateral stays
        TRY(ensure_transfer_respects_collateral(s, move.origin_coldkey, from, move.alpha_amount));
    return ensure_hotkey_covers_collateral(s, move.origin_coldkey, move.origin_hotkey, from,
                                           move.alpha_amount);
}

}  // namespace subtensor
