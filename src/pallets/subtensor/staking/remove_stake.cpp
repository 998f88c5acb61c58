// Taking stake off a hotkey.
// Source: subtensor staking/remove_stake.rs.
#include "pallets/subtensor/staking/remove_stake.hpp"

#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

AlphaBalance largest_input(const State& s, NetUid netuid) {
    return {kernel::sat_mul(storage.SubnetAlphaIn.get(s, netuid).rao,
                            kernel::max_input_reserve_multiplier)};
}
Result<> ensure_input_within_swap_limit(const State& s, NetUid netuid, AlphaBalance amount) {
    if (!netuid.is_root() && storage.SubnetMechanism.get(s, netuid) == 1)
        ENSURE(amount <= largest_input(s, netuid), Error::InsufficientLiquidity);
    return {};
}
/// After stake has gone: no dust for nominators, no wishes of a hotkey without enough stake.
void clean_up(Context& cx, const AccountId& coldkey, const AccountId& hotkey, NetUid netuid) {
    State& s = cx.state;
    clear_small_nomination_if_required(cx, hotkey, coldkey, netuid);
    // Since 475 wishes are looked at when they come into force, and children later in the block.
    if (since_475(s)) return queue_childkey_threshold_check(s, hotkey);
    if (get_total_stake_for_hotkey(s, hotkey).rao >= storage.StakeThreshold.get(s)) return;
    for (const NetUid any : get_all_subnet_netuids(s))
        storage.PendingChildKeys.erase(s, any, hotkey);
}

}  // namespace

Result<AlphaBalance> get_max_amount_remove(const State& s, NetUid netuid, TaoBalance limit_price) {
    if (netuid.is_root() || storage.SubnetMechanism.get(s, netuid) == 0)
        return AlphaBalance{limit_price <= 1_tao ? ~u64{0} : 0};
    ASSIGN(const auto r, swap::sim_swap_limit(s, netuid, largest_input(s, netuid), limit_price));
    return saturating_add(r.amount_paid_in, r.fee_paid);
}

Result<> do_remove_stake(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                         NetUid netuid, AlphaBalance alpha) {
    State& s = cx.state;
    TRY(ensure_subtoken_enabled(s, netuid));
    // A fee paid in alpha may have taken part of what was asked for.
    alpha = std::min(alpha, get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid));
    TRY(ensure_input_within_swap_limit(s, netuid, alpha));
    TRY(validate_remove_stake(cx, coldkey, hotkey, netuid, alpha, alpha, false));
    TRY(ensure_root_stake_unlocked(cx, netuid, coldkey, hotkey));
    TRY(unstake_from_subnet(cx, hotkey, coldkey, coldkey, netuid, alpha, swap::min_price(), false));
    clean_up(cx, coldkey, hotkey, netuid);
    return {};
}

Result<> do_remove_stake_limit(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                               NetUid netuid, AlphaBalance alpha, TaoBalance limit_price,
                               bool allow_partial) {
    const State& s = cx.state;
    TRY(ensure_input_within_swap_limit(s, netuid, alpha));
    ASSIGN(const auto max_amount, get_max_amount_remove(s, netuid, limit_price));
    TRY(validate_remove_stake(cx, coldkey, hotkey, netuid, alpha, max_amount, allow_partial));
    TRY(ensure_root_stake_unlocked(cx, netuid, coldkey, hotkey));
    TRY(unstake_from_subnet(cx, hotkey, coldkey, coldkey, netuid, std::min(alpha, max_amount),
                            limit_price, false));
    clean_up(cx, coldkey, hotkey, netuid);
    return {};
}

Result<> remove_stake::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return do_remove_stake(cx, coldkey, hotkey, netuid, amount_unstaked);
}

Result<> remove_stake_limit::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return do_remove_stake_limit(cx, coldkey, hotkey, netuid, amount_unstaked, limit_price,
                                 allow_partial);
}

Result<> remove_stake_full_limit::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    const auto all = get_stake_for_hotkey_and_coldkey_on_subnet(cx.state, hotkey, coldkey, netuid);
    if (!limit_price) return do_remove_stake(cx, coldkey, hotkey, netuid, all);
    return do_remove_stake_limit(cx, coldkey, hotkey, netuid, all, *limit_price, false);
}

}  // namespace subtensor
