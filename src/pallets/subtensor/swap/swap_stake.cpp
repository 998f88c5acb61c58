// The stake on a hotkey goes to another hotkey.
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/swap/swap_places.hpp"
#include "pallets/subtensor/utils/spec.hpp"
#include "pallets/subtensor/utils/voting_power.hpp"

namespace subtensor {
namespace {

/// Those who stake on the hotkey on this subnet, ascending: in either of the two share maps.
std::set<AccountId> stakers_of(const State& s, const AccountId& hotkey, NetUid netuid,
                               DbCost& cost) {
    std::set<AccountId> out;
    const auto collect = [&](const auto& item) {
        for (const auto& [coldkey, staked_on] : item.keys_under(s, hotkey)) {
            cost.add(1, 1);  // shares on other subnets are read, too
            if (staked_on == netuid) out.insert(coldkey);
        }
    };
    collect(storage.Alpha);
    collect(storage.AlphaV2);
    return out;
}

void move_root_claims(State& s, const AccountId& old_hotkey, const AccountId& new_hotkey,
                      DbCost& cost) {
    transfer_root_claimable_for_new_hotkey(s, old_hotkey, new_hotkey);
    cost.add(3, 2);
    for (const auto& [netuid, rate] : storage.RootClaimable.get(s, new_hotkey)) {
        const auto coldkeys = storage.RootClaimed.keys_under(s, netuid, old_hotkey);
        for (const AccountId& coldkey : coldkeys)
            transfer_root_claimed_for_new_keys(s, netuid, {old_hotkey, coldkey},
                                               {new_hotkey, coldkey});
        cost.add(3 * coldkeys.size(), 2 * coldkeys.size());
    }
    if (const auto enabled = storage.AutoParentDelegationEnabled.find(s, old_hotkey)) {
        storage.AutoParentDelegationEnabled.erase(s, old_hotkey);
        storage.AutoParentDelegationEnabled.set(s, new_hotkey, *enabled);
        cost.add(1, 2);
    }
}

}  // namespace

void move_hotkey_stake(State& s, const AccountId& old_hotkey, const AccountId& new_hotkey,
                       NetUid netuid, DbCost& cost) {
    const auto last = storage.TotalHotkeyAlphaLastEpoch.take(s, old_hotkey, netuid);
    storage.TotalHotkeyAlphaLastEpoch.change(
        s, new_hotkey, netuid, [&](AlphaBalance& sum) { sum = saturating_add(sum, last); });
    if (since_475(s) && storage.TotalHotkeyAlphaLastEpoch.get(s, new_hotkey, netuid).rao == 0)
        storage.TotalHotkeyAlphaLastEpoch.erase(s, new_hotkey, netuid);
    const auto dividends = storage.AlphaDividendsPerSubnet.take(s, netuid, old_hotkey);
    storage.AlphaDividendsPerSubnet.change(
        s, netuid, new_hotkey, [&](AlphaBalance& sum) { sum = saturating_add(sum, dividends); });
    swap_voting_power_for_hotkey(s, old_hotkey, new_hotkey, netuid);
    cost.add(6, 6);

    for (const AccountId& coldkey : stakers_of(s, old_hotkey, netuid, cost)) {
        const auto alpha =
            get_stake_for_hotkey_and_coldkey_on_subnet(s, old_hotkey, coldkey, netuid);
        decrease_stake_for_hotkey_and_coldkey_on_subnet(s, old_hotkey, coldkey, netuid, alpha);
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, new_hotkey, coldkey, netuid, alpha);
        if (netuid.is_root())
            migrate_root_stake_age(s, {old_hotkey, coldkey}, {new_hotkey, coldkey});
        auto hotkeys = storage.StakingHotkeys.get(s, coldkey);
        cost.add(3, 2);
        const auto lists = [&](const AccountId& hotkey) {
            return std::find(hotkeys.begin(), hotkeys.end(), hotkey) != hotkeys.end();
        };
        if (!lists(old_hotkey) || lists(new_hotkey)) continue;
        hotkeys.push_back(new_hotkey);
        storage.StakingHotkeys.set(s, coldkey, hotkeys);
        cost.add(0, 1);
    }
    if (netuid.is_root()) move_root_claims(s, old_hotkey, new_hotkey, cost);
}

}  // namespace subtensor
