// Stake as shares of a hotkey's pool on a subnet. The first share map (Alpha, TotalHotkeyShares)
// is read where it still has an entry; the first write moves the entry to the second.
#include <algorithm>

#include "kernel/share_pool.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

using kernel::SafeFloat;

std::optional<SafeFloat> find_raw_share(const State& s, const AccountId& hotkey,
                                        const AccountId& coldkey, NetUid netuid) {
    if (const auto old = storage.Alpha.find(s, hotkey, coldkey, netuid))
        return SafeFloat::from_fixed(*old);
    return storage.AlphaV2.find(s, hotkey, coldkey, netuid);
}
/// None where it was written before the pool was emptied.
std::optional<SafeFloat> find_share(const State& s, const AccountId& hotkey,
                                    const AccountId& coldkey, NetUid netuid) {
    auto share = find_raw_share(s, hotkey, coldkey, netuid);
    if (share && !share->is_zero() && alpha_share_is_retired(s, hotkey, coldkey, netuid))
        return std::nullopt;
    return share;
}
SafeFloat get_denominator(const State& s, const AccountId& hotkey, NetUid netuid) {
    if (const auto old = storage.TotalHotkeyShares.find(s, hotkey, netuid))
        return SafeFloat::from_fixed(*old);
    return storage.TotalHotkeySharesV2.get(s, hotkey, netuid);
}
void set_share(State& s, const AccountId& hotkey, const AccountId& coldkey, NetUid netuid,
               const SafeFloat& share) {
    const u64 epoch = storage.AlphaSharePoolEpoch.get(s, hotkey, netuid);
    storage.Alpha.erase(s, hotkey, coldkey, netuid);
    if (share.is_zero()) {
        storage.AlphaV2.erase(s, hotkey, coldkey, netuid);
        if (epoch != 0) storage.AlphaShareEpoch.erase(s, hotkey, coldkey, netuid);
        return;
    }
    storage.AlphaV2.set(s, hotkey, coldkey, netuid, share);
    if (epoch != 0 && storage.AlphaShareEpoch.get(s, hotkey, coldkey, netuid) != epoch)
        storage.AlphaShareEpoch.set(s, hotkey, coldkey, netuid, epoch);
}
/// Since 475 a pool that opens or closes begins a new count: shares of older ones are worth
/// nothing. They cannot be erased, as nobody knows where they all are.
void set_denominator(State& s, const AccountId& hotkey, NetUid netuid, const SafeFloat& sum) {
    if (since_475(s) && get_denominator(s, hotkey, netuid).is_zero() != sum.is_zero())
        storage.AlphaSharePoolEpoch.change(s, hotkey, netuid,
                                           [](u64& epoch) { epoch += epoch != ~u64{0}; });
    storage.TotalHotkeyShares.erase(s, hotkey, netuid);
    if (sum.is_zero())
        storage.TotalHotkeySharesV2.erase(s, hotkey, netuid);
    else
        storage.TotalHotkeySharesV2.set(s, hotkey, netuid, sum);
}
/// Since 475 the subnet's sum is kept beside each hotkey's.
void add_to_total(State& s, NetUid netuid, AlphaBalance before, AlphaBalance after) {
    if (before == after || !since_475(s)) return;
    storage.TotalAlphaStaked.change(s, netuid, [&](AlphaBalance& total) {
        total = saturating_add(saturating_sub(total, before), after);
    });
}
void set_shared_value(State& s, const AccountId& hotkey, NetUid netuid, u64 value_rao) {
    add_to_total(s, netuid, storage.TotalHotkeyAlpha.get(s, hotkey, netuid), {value_rao});
    if (value_rao == 0)
        storage.TotalHotkeyAlpha.erase(s, hotkey, netuid);
    else
        storage.TotalHotkeyAlpha.set(s, hotkey, netuid, AlphaBalance{value_rao});
}
/// `update_rao` as the original's cast to a signed amount makes it.
void update_for_all(State& s, const AccountId& hotkey, NetUid netuid, i64 update_rao) {
    const u64 value = storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao;
    set_shared_value(s, hotkey, netuid, kernel::update_value_for_all(value, update_rao));
}
void update_by_475(State& s, const AccountId& hotkey, const AccountId& coldkey, NetUid netuid,
                   i64 update_rao) {
    const auto next = kernel::update_pool_for_one(
        storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao, get_denominator(s, hotkey, netuid),
        find_share(s, hotkey, coldkey, netuid).value_or(SafeFloat{}), update_rao);
    if (next.closes_first) set_denominator(s, hotkey, netuid, {});
    if (next.moves) {
        set_denominator(s, hotkey, netuid, next.denominator);
        set_share(s, hotkey, coldkey, netuid, next.share);
    }
    set_shared_value(s, hotkey, netuid, next.shared_value);
}
void update_for_one(State& s, const AccountId& hotkey, const AccountId& coldkey, NetUid netuid,
                    i64 update_rao) {
    if (since_475(s)) return update_by_475(s, hotkey, coldkey, netuid, update_rao);
    const auto next = kernel::update_value_for_one(
        storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao, get_denominator(s, hotkey, netuid),
        find_share(s, hotkey, coldkey, netuid).value_or(SafeFloat{}), update_rao);
    set_denominator(s, hotkey, netuid, next.denominator);
    set_share(s, hotkey, coldkey, netuid, next.share);
    set_shared_value(s, hotkey, netuid, next.shared_value);
}
/// Who holds all shares of a pool gets more of its value without more shares; false where nobody
/// does.
bool try_credit_sole_member(State& s, const AccountId& hotkey, const AccountId& coldkey,
                            NetUid netuid, u64 amount_rao) {
    const u64 value = storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao;
    const auto all = get_denominator(s, hotkey, netuid);
    u64 sum = 0;
    if (value == 0 || all.is_zero() || find_share(s, hotkey, coldkey, netuid) != all ||
        __builtin_add_overflow(value, amount_rao, &sum))
        return false;
    set_shared_value(s, hotkey, netuid, sum);
    return true;
}
bool stakes_on(const State& s, const AccountId& coldkey, const AccountId& hotkey) {
    const auto hotkeys = storage.StakingHotkeys.get(s, coldkey);
    return std::find(hotkeys.begin(), hotkeys.end(), hotkey) != hotkeys.end();
}
i64 negative(u64 rao) { return static_cast<i64>(u64{0} - rao); }

}  // namespace

bool alpha_share_is_retired(const State& s, const AccountId& hotkey, const AccountId& coldkey,
                            NetUid netuid) {
    const u64 epoch = storage.AlphaSharePoolEpoch.get(s, hotkey, netuid);
    return epoch != 0 && storage.AlphaShareEpoch.get(s, hotkey, coldkey, netuid) != epoch;
}

AlphaBalance get_stake_for_hotkey_and_coldkey_on_subnet(const State& s, const AccountId& hotkey,
                                                        const AccountId& coldkey, NetUid netuid) {
    const auto share = find_share(s, hotkey, coldkey, netuid);
    if (!share) return {};
    return get_value_from_shares(s, hotkey, netuid, *share);
}

AlphaBalance get_stake_for_hotkey_on_subnet(const State& s, const AccountId& hotkey,
                                            NetUid netuid) {
    return storage.TotalHotkeyAlpha.get(s, hotkey, netuid);
}

AlphaBalance get_value_from_shares(const State& s, const AccountId& hotkey, NetUid netuid,
                                   const SafeFloat& share) {
    const u64 whole = storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao;
    const u64 part = kernel::share_value(whole, share, get_denominator(s, hotkey, netuid));
    return {since_475(s) ? std::min(part, whole) : part};
}

bool hotkey_share_pool_has_members(const State& s, const AccountId& hotkey, NetUid netuid) {
    return !get_denominator(s, hotkey, netuid).is_zero();
}

void credit_epoch_owner_emission(State& s, const AccountId& hotkey, const AccountId& coldkey,
                                 NetUid netuid, AlphaBalance amount) {
    if (amount.rao == 0 && since_475(s)) return;
    if (storage.SubnetEpochConsensus.get(s, netuid) == EpochConsensus::Null && since_475(s) &&
        !storage.TotalHotkeyShares.has(s, hotkey, netuid) &&
        !storage.Alpha.has(s, hotkey, coldkey, netuid) && stakes_on(s, coldkey, hotkey) &&
        try_credit_sole_member(s, hotkey, coldkey, netuid, amount.rao))
        return;
    increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid, amount);
}

void increase_stake_for_hotkey_on_subnet(State& s, const AccountId& hotkey, NetUid netuid,
                                         AlphaBalance amount) {
    update_for_all(s, hotkey, netuid, static_cast<i64>(amount.rao));
}

void decrease_stake_for_hotkey_on_subnet(State& s, const AccountId& hotkey, NetUid netuid,
                                         AlphaBalance amount) {
    update_for_all(s, hotkey, netuid, negative(amount.rao));
}

void increase_stake_for_hotkey_and_coldkey_on_subnet(State& s, const AccountId& hotkey,
                                                     const AccountId& coldkey, NetUid netuid,
                                                     AlphaBalance amount) {
    if (amount.rao != 0) add_staking_hotkey(s, coldkey, hotkey);
    update_for_one(s, hotkey, coldkey, netuid, static_cast<i64>(amount.rao));
}

AlphaBalance decrease_stake_for_hotkey_and_coldkey_on_subnet(State& s, const AccountId& hotkey,
                                                             const AccountId& coldkey,
                                                             NetUid netuid, AlphaBalance amount) {
    const auto share = find_share(s, hotkey, coldkey, netuid);
    if (!share || get_value_from_shares(s, hotkey, netuid, *share) < amount) return {};
    const auto before = storage.TotalHotkeyAlpha.get(s, hotkey, netuid);
    update_for_one(s, hotkey, coldkey, netuid, negative(amount.rao));
    return saturating_sub(before, storage.TotalHotkeyAlpha.get(s, hotkey, netuid));
}

void maybe_remove_staking_hotkey(State& s, const AccountId& hotkey, const AccountId& coldkey) {
    if (!since_475(s) || !alpha_iter_prefix(s, hotkey, coldkey).empty()) return;
    auto hotkeys = storage.StakingHotkeys.get(s, coldkey);
    std::erase(hotkeys, hotkey);
    if (hotkeys.empty())
        storage.StakingHotkeys.erase(s, coldkey);
    else
        storage.StakingHotkeys.set(s, coldkey, hotkeys);
}

bool try_increase_stake_for_hotkey_and_coldkey_on_subnet(const State& s, const AccountId& hotkey,
                                                         NetUid netuid, AlphaBalance amount) {
    // Since 475 a deposit opens a pool without value anew.
    if (since_475(s) && storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao == 0) return true;
    return kernel::update_changes_share(storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao,
                                        get_denominator(s, hotkey, netuid),
                                        static_cast<i64>(amount.rao));
}

Result<AlphaBalance> calculate_reduced_stake_on_subnet(const State& s, const AccountId& hotkey,
                                                       const AccountId& coldkey, NetUid netuid,
                                                       AlphaBalance decrement) {
    const auto stake = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
    ENSURE(stake >= decrement, Error::NotEnoughStakeToWithdraw);
    return saturating_sub(stake, decrement);
}

}  // namespace subtensor
