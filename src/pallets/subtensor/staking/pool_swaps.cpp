// Stake on its way into and out of the pools, and between keys.
// Source: subtensor staking/stake_utils.rs.
#include "pallets/subtensor/coinbase/alpha.hpp"
#include "pallets/subtensor/coinbase/subnet_emissions.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

/// The original passes reserve changes through i64 and takes their magnitude.
u64 reserve_delta(u64 rao) {
    constexpr u64 highest = ~u64{0} >> 1;
    return std::min(rao, highest);
}
/// What leaves a reserve may be one more: the lowest i64 has no positive counterpart.
u64 reserve_decrease(u64 rao) {
    constexpr u64 highest = u64{1} << 63;
    return std::min(rao, highest);
}
void add_volume(State& s, NetUid netuid, TaoBalance tao) {
    storage.SubnetVolume.change(s, netuid, [&](u128& total) {
        if (__builtin_add_overflow(total, u128{tao.rao}, &total)) total = ~u128{0};
    });
}
/// Since 475 only root stake has an age.
void remember_stake_block(Context& cx, NetUid netuid, const AccountId& coldkey,
                          const AccountId& hotkey) {
    if (since_475(cx.state) && !netuid.is_root()) return;
    storage.LastColdkeyHotkeyStakeBlock.set(cx.state, coldkey, hotkey, u64{cx.block});
}

}  // namespace

Result<swap::BuyResult> swap_tao_for_alpha(State& s, NetUid netuid, TaoBalance tao,
                                           TaoBalance price_limit, bool drop_fees) {
    swap::BuyResult r{tao, {tao.rao}, {}, {}};
    if (storage.SubnetMechanism.get(s, netuid) == 1) {
        ASSIGN(r, swap::do_swap(s, netuid, tao, price_limit, drop_fees));
    }
    decrease_provided_alpha_reserve(s, netuid, {reserve_decrease(r.amount_paid_out.rao)});
    storage.SubnetAlphaOut.change(
        s, netuid, [&](AlphaBalance& t) { t = saturating_add(t, r.amount_paid_out); });
    const TaoBalance paid_in{reserve_delta(r.amount_paid_in.rao)};
    storage.SubnetTAO.change(s, netuid, [&](TaoBalance& t) { t = saturating_add(t, paid_in); });
    // Since 475 the fee, which leaves the subnet, is no stake.
    increase_total_stake(s, since_475(s) ? paid_in : tao);
    add_volume(s, netuid, tao);
    return r;
}

Result<swap::SellResult> swap_alpha_for_tao(State& s, NetUid netuid, AlphaBalance alpha,
                                            TaoBalance price_limit, bool drop_fees) {
    swap::SellResult r{alpha, {alpha.rao}, {}, {}};
    if (storage.SubnetMechanism.get(s, netuid) == 1) {
        ASSIGN(r, swap::do_swap(s, netuid, alpha, price_limit, drop_fees));
    }
    const AlphaBalance paid_in{reserve_delta(r.amount_paid_in.rao)};
    storage.SubnetAlphaIn.change(s, netuid,
                                 [&](AlphaBalance& t) { t = saturating_add(t, paid_in); });
    storage.SubnetAlphaOut.change(s, netuid,
                                  [&](AlphaBalance& t) { t = saturating_sub(t, paid_in); });
    decrease_provided_tao_reserve(s, netuid, {reserve_decrease(r.amount_paid_out.rao)});
    storage.TotalStake.change(s, [&](TaoBalance& t) { t = saturating_sub(t, r.amount_paid_out); });
    add_volume(s, netuid, r.amount_paid_out);
    return r;
}

namespace {

/// Pays the block's author the swap fee, in TAO got without a further fee; the TAO that left the
/// pool for it. Without an author the alpha counts as burned.
Result<TaoBalance> pay_author_from_alpha(Context& cx, NetUid netuid, AlphaBalance fee) {
    if (!cx.author) {
        burn_subnet_alpha(cx.state, netuid, fee);
        return TaoBalance{};
    }
    ASSIGN(auto r, swap_alpha_for_tao(cx.state, netuid, fee, swap::min_price(), true));
    TRY(transfer_tao_from_subnet(cx, netuid, *cx.author, r.amount_paid_out));
    return r.amount_paid_out;
}
void forget_root_stake(State& s, const AccountId& hotkey, const AccountId& coldkey,
                       AlphaBalance alpha) {
    remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(s, hotkey, coldkey, alpha);
    if (!coldkey_has_root_stake(s, coldkey)) maybe_remove_coldkey_index(s, coldkey);
}

}  // namespace

Result<> pay_author_from_tao(Context& cx, NetUid netuid, TaoBalance fee) {
    if (cx.author) return transfer_tao_from_subnet(cx, netuid, *cx.author, fee);
    if (const auto account = get_subnet_account_id(cx.state, netuid)) {
        // Burning may fail without harm: the TAO then stays with the subnet.
        (void)burn_tao(cx, *account, fee);
    }
    return {};
}

Result<> ensure_root_stake_unlocked(const Context& cx, NetUid netuid, const AccountId& coldkey,
                                    const AccountId& hotkey) {
    const u64 interval = storage.RootStakeUnlockInterval.get(cx.state);
    if (!netuid.is_root() || interval == 0) return {};
    const u64 last =
        storage.LastColdkeyHotkeyStakeBlock.find(cx.state, coldkey, hotkey).value_or(0);
    ENSURE(cx.block >= last && cx.block - last >= interval, Error::RootStakeLocked);
    return {};
}

void migrate_root_stake_age(State& s, const StakeKeys& from, const StakeKeys& to) {
    if (!since_475(s)) return;
    const auto& ages = storage.LastColdkeyHotkeyStakeBlock;
    const auto age = ages.find(s, from.coldkey, from.hotkey);
    if (!age) return;
    ages.erase(s, from.coldkey, from.hotkey);
    ages.set(s, to.coldkey, to.hotkey,
             std::max(*age, ages.find(s, to.coldkey, to.hotkey).value_or(0)));
}

Result<TaoBalance> unstake_from_subnet(Context& cx, const AccountId& hotkey,
                                       const AccountId& coldkey, const AccountId& beneficiary,
                                       NetUid netuid, AlphaBalance alpha, TaoBalance price_limit,
                                       bool drop_fees) {
    State& s = cx.state;
    if (since_475(s)) {  // also callers that check nothing leave locks and collateral alone
        TRY(ensure_available_to_unstake(s, coldkey, netuid, alpha, cx.block));
        TRY(ensure_hotkey_covers_collateral(s, coldkey, hotkey, netuid, alpha));
    }
    const auto taken =
        decrease_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, alpha);
    ENSURE(taken == alpha || !since_475(s), Error::NotEnoughStakeToWithdraw);
    ASSIGN(const auto r, swap_alpha_for_tao(s, netuid, alpha, price_limit, drop_fees));
    const auto refund = saturating_sub(alpha, saturating_add(r.amount_paid_in, r.fee_paid));
    if (refund.rao != 0)
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, refund);
    TRY(transfer_tao_from_subnet(cx, netuid, beneficiary, r.amount_paid_out));
    ASSIGN(const auto fee_outflow, pay_author_from_alpha(cx, netuid, r.fee_to_block_author));
    if (netuid.is_root()) forget_root_stake(s, hotkey, coldkey, alpha);
    maybe_remove_staking_hotkey(s, hotkey, coldkey);
    record_tao_outflow(s, netuid, saturating_add(r.amount_paid_out, fee_outflow));
    cleanup_lock_if_zero(cx, coldkey, netuid);
    remember_stake_block(cx, netuid, coldkey, hotkey);
    cx.emit(
        StakeRemoved{coldkey, hotkey, r.amount_paid_out, r.amount_paid_in, netuid, r.fee_paid.rao});
    return r.amount_paid_out;
}

Result<AlphaBalance> stake_into_subnet(Context& cx, const AccountId& hotkey,
                                       const AccountId& coldkey, NetUid netuid, TaoBalance tao,
                                       TaoBalance price_limit, bool drop_fees) {
    State& s = cx.state;
    ASSIGN(const auto tao_staked, transfer_tao_to_subnet(cx, netuid, coldkey, tao));
    ASSIGN(const auto r, swap_tao_for_alpha(s, netuid, tao_staked, price_limit, drop_fees));
    const AlphaBalance alpha = r.amount_paid_out;
    ENSURE(alpha.rao != 0, Error::AmountTooLow);
    ENSURE(try_increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, netuid, alpha),
           Error::InsufficientLiquidity);
    increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, alpha);
    TRY(pay_author_from_tao(cx, netuid, r.fee_to_block_author));
    // Under 425 what a price limit left over stayed with the subnet.
    const auto left = saturating_sub(tao_staked, saturating_add(r.amount_paid_in, r.fee_paid));
    if (left.rao != 0 && since_475(s)) TRY(transfer_tao_from_subnet(cx, netuid, coldkey, left));
    record_tao_inflow(s, netuid, r.amount_paid_in);
    cleanup_lock_if_zero(cx, coldkey, netuid);
    remember_stake_block(cx, netuid, coldkey, hotkey);
    if (netuid.is_root()) {
        add_stake_adjust_root_claimed_for_hotkey_and_coldkey(s, hotkey, coldkey, alpha);
        maybe_add_coldkey_index(s, coldkey);
    }
    if (storage.ChildkeyThresholdSuspended.has(s, hotkey))
        queue_childkey_threshold_check(s, hotkey);
    cx.emit(StakeAdded{coldkey, hotkey, tao_staked, alpha, netuid, r.fee_paid.rao});
    return alpha;
}

Result<TaoBalance> transfer_stake_within_subnet(Context& cx, const AccountId& origin_coldkey,
                                                const AccountId& origin_hotkey,
                                                const AccountId& destination_coldkey,
                                                const AccountId& destination_hotkey, NetUid netuid,
                                                AlphaBalance alpha) {
    State& s = cx.state;
    TRY(transfer_lock(cx, origin_coldkey, destination_coldkey, destination_hotkey, netuid, alpha));
    const auto taken = decrease_stake_for_hotkey_and_coldkey_on_subnet(
        s, origin_hotkey, origin_coldkey, netuid, alpha);
    ENSURE(taken == alpha || !since_475(s), Error::NotEnoughStakeToWithdraw);
    if (netuid.is_root())
        remove_stake_adjust_root_claimed_for_hotkey_and_coldkey(s, origin_hotkey, origin_coldkey,
                                                                alpha);
    if (since_475(s) && get_owning_coldkey_for_hotkey(s, destination_hotkey) != destination_coldkey)
        maybe_become_delegate(s, destination_hotkey);
    increase_stake_for_hotkey_and_coldkey_on_subnet(s, destination_hotkey, destination_coldkey,
                                                    netuid, alpha);
    if (netuid.is_root())
        add_stake_adjust_root_claimed_for_hotkey_and_coldkey(s, destination_hotkey,
                                                             destination_coldkey, alpha);
    // No slippage here: the spot price is exact.
    const TaoBalance tao{swap::current_alpha_price(s, netuid)
                             .saturating_mul(U64F64::saturating_from_num(alpha.rao))
                             .saturating_to_num<u64>()};
    ENSURE(tao >= (since_475(s) ? constants.InitialMinTransfer : constants.InitialMinStake),
           Error::AmountTooLow);
    maybe_remove_staking_hotkey(s, origin_hotkey, origin_coldkey);
    remember_stake_block(cx, netuid, destination_coldkey, destination_hotkey);
    cx.emit(StakeRemoved{origin_coldkey, origin_hotkey, tao, alpha, netuid, 0});
    cx.emit(StakeAdded{destination_coldkey, destination_hotkey, tao, alpha, netuid, 0});
    return tao;
}

}  // namespace subtensor
