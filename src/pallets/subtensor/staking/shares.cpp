// Stake as shares of a hotkey's pool on a subnet. The first share map (Alpha, TotalHotkeyShares)
// is read where it still has an entry; the first write moves the entry to the second.
#include "kernel/share_pool.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

using kernel::SafeFloat;

std::optional<SafeFloat> find_share(const State& s, const AccountId& hotkey,
                                    const AccountId& coldkey, NetUid netuid) {
    if (const auto old = storage.Alpha.find(s, hotkey, coldkey, netuid))
        return SafeFloat::from_fixed(*old);
    return storage.AlphaV2.find(s, hotkey, coldkey, netuid);
}
SafeFloat get_denominator(const State& s, const AccountId& hotkey, NetUid netuid) {
    if (const auto old = storage.TotalHotkeyShares.find(s, hotkey, netuid))
        return SafeFloat::from_fixed(*old);
    return storage.TotalHotkeySharesV2.get(s, hotkey, netuid);
}
void set_share(State& s, const AccountId& hotkey, const AccountId& coldkey, NetUid netuid,
               const SafeFloat& share) {
    storage.Alpha.erase(s, hotkey, coldkey, netuid);
    if (share.is_zero())
        storage.AlphaV2.erase(s, hotkey, coldkey, netuid);
    else
        storage.AlphaV2.set(s, hotkey, coldkey, netuid, share);
}
void set_denominator(State& s, const AccountId& hotkey, NetUid netuid, const SafeFloat& sum) {
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
void update_for_one(State& s, const AccountId& hotkey, const AccountId& coldkey, NetUid netuid,
                    i64 update_rao) {
    const auto next = kernel::update_value_for_one(
        storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao, get_denominator(s, hotkey, netuid),
        find_share(s, hotkey, coldkey, netuid).value_or(SafeFloat{}), update_rao);
    set_denominator(s, hotkey, netuid, next.denominator);
    set_share(s, hotkey, coldkey, netuid, next.share);
    set_shared_value(s, hotkey, netuid, next.shared_value);
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
    return {kernel::share_value(storage.TotalHotkeyAlpha.get(s, hotkey, netuid).rao, share,
                                get_denominator(s, hotkey, netuid))};
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

void decrease_stake_for_hotkey_and_coldkey_on_subnet(State& s, const AccountId& hotkey,
                                                     const AccountId& coldkey, NetUid netuid,
                                                     AlphaBalance amount) {
    const auto share = find_share(s, hotkey, coldkey, netuid);
    if (!share || get_value_from_shares(s, hotkey, netuid, *share) < amount) return;
    update_for_one(s, hotkey, coldkey, netuid, negative(amount.rao));
}

bool try_increase_stake_for_hotkey_and_coldkey_on_subnet(const State& s, const AccountId& hotkey,
                                                         NetUid netuid, AlphaBalance amount) {
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
