// Hotkeys, owners, delegates, totals and small nominations.
#include "pallets/subtensor/staking/helpers.hpp"

#include "kernel/emission_shares.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/misc.hpp"

namespace subtensor {

bool hotkey_account_exists(const State& s, const AccountId& hotkey) {
    return storage.Owner.has(s, hotkey);
}

bool coldkey_owns_hotkey(const State& s, const AccountId& coldkey, const AccountId& hotkey) {
    return storage.Owner.find(s, hotkey) == coldkey;
}

AccountId get_owning_coldkey_for_hotkey(const State& s, const AccountId& hotkey) {
    return storage.Owner.get(s, hotkey);
}

Result<> create_account_if_non_existent(State& s, const AccountId& coldkey,
                                        const AccountId& hotkey) {
    ENSURE(!is_subnet_account_id(hotkey), Error::CannotUseSystemAccount);
    if (hotkey_account_exists(s, hotkey)) return {};
    storage.Owner.set(s, hotkey, coldkey);
    auto owned = storage.OwnedHotkeys.get(s, coldkey);
    if (std::find(owned.begin(), owned.end(), hotkey) == owned.end()) {
        owned.push_back(hotkey);
        storage.OwnedHotkeys.set(s, coldkey, owned);
    }
    add_staking_hotkey(s, coldkey, hotkey);
    return {};
}

Result<> set_hotkey_owner(State& s, const AccountId& coldkey, const AccountId& hotkey) {
    ENSURE(!is_subnet_account_id(hotkey), Error::CannotUseSystemAccount);
    storage.Owner.set(s, hotkey, coldkey);
    return {};
}

bool hotkey_is_delegate(const State& s, const AccountId& hotkey) {
    return storage.Delegates.has(s, hotkey);
}

void delegate_hotkey(State& s, const AccountId& hotkey, u16 take) {
    storage.Delegates.set(s, hotkey, PerU16{take});
}

void maybe_become_delegate(State& s, const AccountId& hotkey) {
    if (!hotkey_is_delegate(s, hotkey)) delegate_hotkey(s, hotkey, get_hotkey_take(s, hotkey));
}

u16 get_hotkey_take(const State& s, const AccountId& hotkey) {
    return storage.Delegates.get(s, hotkey).parts;
}

U96F32 get_hotkey_take_float(const State& s, const AccountId& hotkey) {
    return kernel::u16_proportion(get_hotkey_take(s, hotkey));
}

TaoBalance get_total_stake(const State& s) { return storage.TotalStake.get(s); }

void increase_total_stake(State& s, TaoBalance increment) {
    storage.TotalStake.change(s, [&](TaoBalance& t) { t = saturating_add(t, increment); });
}

void decrease_total_stake(State& s, TaoBalance decrement) {
    storage.TotalStake.change(s, [&](TaoBalance& t) { t = saturating_sub(t, decrement); });
}

TaoBalance get_total_stake_for_hotkey(const State& s, const AccountId& hotkey) {
    U64F64 sum;
    for (const NetUid netuid : get_all_subnet_netuids(s)) {
        const auto alpha = get_stake_for_hotkey_on_subnet(s, hotkey, netuid);
        // A plain sum in the original: it wraps where this one does.
        sum = sum.wrapping_add(U64F64::saturating_from_num(alpha.rao).saturating_mul(
            swap::current_alpha_price(s, netuid)));
    }
    return {sum.saturating_to_num<u64>()};
}

namespace {

/// What selling the stake gives, the fee included; 0 where it cannot be sold.
u64 sale_value_rao(const State& s, const AccountId& hotkey, const AccountId& coldkey,
                   NetUid netuid) {
    const auto stake = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
    const auto r = swap::sim_swap(s, netuid, stake);
    if (!r) return 0;
    const u64 fee = U64F64::saturating_from_num(r->fee_paid.rao)
                        .saturating_mul(swap::current_alpha_price(s, netuid))
                        .saturating_to_num<u64>();
    return saturating_add(r->amount_paid_out, TaoBalance{fee}).rao;
}

}  // namespace

TaoBalance get_total_stake_for_coldkey(const State& s, const AccountId& coldkey) {
    u64 sum = 0;
    for (const AccountId& hotkey : storage.StakingHotkeys.get(s, coldkey))
        for (const auto& [netuid, share] : alpha_iter_prefix(s, hotkey, coldkey))
            sum += sale_value_rao(s, hotkey, coldkey, netuid);
    return {sum};
}

TaoBalance get_total_stake_for_coldkey_on_subnet(const State& s, const AccountId& coldkey,
                                                 NetUid netuid) {
    u64 sum = 0;
    for (const AccountId& hotkey : storage.StakingHotkeys.get(s, coldkey))
        for (const auto& [staked_on, share] : alpha_iter_prefix(s, hotkey, coldkey))
            if (staked_on == netuid) sum += sale_value_rao(s, hotkey, coldkey, netuid);
    return {sum};
}

void clear_small_nomination_if_required(Context& cx, const AccountId& hotkey,
                                        const AccountId& coldkey, NetUid netuid) {
    State& s = cx.state;
    if (coldkey_owns_hotkey(s, coldkey, hotkey)) return;
    const auto stake = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
    const u64 min_stake_rao = U64F64::saturating_from_num(get_nominator_min_required_stake(s))
                                  .safe_div(swap::current_alpha_price(s, netuid))
                                  .saturating_to_num<u64>();
    if (stake.rao == 0 || stake.rao >= min_stake_rao) return;
    // A failure keeps what was written before it, as in the original.
    if (!unstake_from_subnet(cx, hotkey, coldkey, coldkey, netuid, stake, swap::min_price(),
                             false)) {
        const auto rest = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
        decrease_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, rest);
    }
    force_reduce_lock(cx, coldkey, netuid, stake);
}

void clear_small_nominations(Context& cx) {
    for (const auto& [hotkey, coldkey, netuid] : alpha_iter(cx.state))
        clear_small_nomination_if_required(cx, hotkey, coldkey, netuid);
}

}  // namespace subtensor
