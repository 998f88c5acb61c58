#include "pallets/subtensor/staking/childkey_threshold.hpp"

#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

bool has_enough_stake(const State& s, const AccountId& hotkey) {
    const u64 threshold = storage.StakeThreshold.get(s);
    return threshold == 0 || get_total_stake_for_hotkey(s, hotkey).rao >= threshold;
}
bool is_owner_hotkey(const State& s, const AccountId& hotkey, NetUid netuid) {
    return storage.SubnetOwnerHotkey.find(s, netuid) == hotkey;
}
bool has_children(const State& s, const AccountId& hotkey) {
    bool any = false;
    storage.ChildKeys.each_under(
        s,
        [&](NetUid, const auto&) {
            any = true;
            return false;
        },
        hotkey);
    return any;
}
void recheck(State& s, const AccountId& hotkey) {
    if (has_enough_stake(s, hotkey))
        storage.ChildkeyThresholdSuspended.erase(s, hotkey);
    else
        storage.ChildkeyThresholdSuspended.set(s, hotkey, {});
}

}  // namespace

bool hotkey_meets_childkey_threshold(const State& s, const AccountId& hotkey, NetUid netuid) {
    return has_enough_stake(s, hotkey) || is_owner_hotkey(s, hotkey, netuid);
}

void queue_childkey_threshold_check(State& s, const AccountId& hotkey) {
    if (!since_475(s)) return;
    if (storage.ChildkeyThresholdSuspended.has(s, hotkey) || has_children(s, hotkey))
        storage.ChildkeyThresholdChecks.set(s, hotkey, {});
}

bool childkeys_suspended(const State& s, const AccountId& hotkey, NetUid netuid) {
    return storage.ChildkeyThresholdSuspended.has(s, hotkey) && !is_owner_hotkey(s, hotkey, netuid);
}

void lift_suspension(State& s, const AccountId& hotkey) {
    if (has_enough_stake(s, hotkey)) storage.ChildkeyThresholdSuspended.erase(s, hotkey);
}

Weight process_childkey_threshold_checks(State& s, Weight left) {
    const Weight look = db_weight(1, 0), overhead = db_weight(2, 0);
    if (!since_475(s) || overhead.any_gt(left)) return {};
    const auto waiting = storage.ChildkeyThresholdChecks.keys_under(s);
    if (waiting.empty()) return look;
    const Weight each = db_weight(u64{storage.TotalNetworks.get(s)} * 4 + 3, 2);
    Weight used = overhead;
    for (const AccountId& hotkey : waiting) {
        if (used.saturating_add(each).any_gt(left)) break;
        used = used.saturating_add(each);
        recheck(s, hotkey);
        storage.ChildkeyThresholdChecks.erase(s, hotkey);
    }
    return used;
}

}  // namespace subtensor
