#include "pallets/subtensor/utils/voting_power.hpp"

#include <algorithm>

#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

/// alpha * stake + (1 - alpha) * before
u64 moved(u64 before, u64 stake_rao, u64 alpha) {
    constexpr u64 one = max_voting_power_ema_alpha;
    const u64 rest = alpha < one ? one - alpha : 0;
    u128 sum = 0;
    if (__builtin_add_overflow(u128{alpha} * stake_rao, u128{rest} * before, &sum)) sum = ~u128{0};
    return u64(std::min<u128>(sum / one, ~u64{0}));
}

/// Since 475 the sum over all hotkeys is kept beside each one's power. 0 erases.
void set_power(State& s, NetUid netuid, const AccountId& hotkey, u64 power) {
    const u64 before = storage.VotingPower.get(s, netuid, hotkey);
    if (power == 0)
        storage.VotingPower.erase(s, netuid, hotkey);
    else
        storage.VotingPower.set(s, netuid, hotkey, power);
    if (!since_475(s) || power == before) return;
    const u64 others = kernel::sat_sub(storage.TotalVotingPower.get(s, netuid), before);
    storage.TotalVotingPower.set(s, netuid, kernel::sat_add(others, power));
}

void update_one(State& s, NetUid netuid, const EpochStake& neuron, u64 alpha) {
    if (!neuron.validator_permit) return set_power(s, netuid, neuron.hotkey, 0);
    const u64 before = storage.VotingPower.get(s, netuid, neuron.hotkey);
    const u64 power = moved(before, neuron.stake_rao, alpha);
    // Who grows from nothing stays; only who falls below the threshold is dropped.
    const u64 least = storage.StakeThreshold.get(s);
    if (power < least && before >= least)
        set_power(s, netuid, neuron.hotkey, 0);
    else if (power > 0)
        set_power(s, netuid, neuron.hotkey, power);
}

void finish(Context& cx, NetUid netuid) {
    storage.VotingPower.erase_under(cx.state, ~u32{0}, netuid);
    storage.TotalVotingPower.erase(cx.state, netuid);
    storage.VotingPowerTrackingEnabled.set(cx.state, netuid, false);
    storage.VotingPowerDisableAtBlock.erase(cx.state, netuid);
    cx.emit(VotingPowerTrackingDisabled{netuid});
}

}  // namespace

void update_voting_power_for_subnet(Context& cx, NetUid netuid,
                                    std::span<const EpochStake> neurons) {
    State& s = cx.state;
    if (!storage.VotingPowerTrackingEnabled.get(s, netuid)) return;
    const u64 end = storage.VotingPowerDisableAtBlock.get(s, netuid);
    if (end > 0 && cx.block >= end) return finish(cx, netuid);
    const u64 alpha = storage.VotingPowerEmaAlpha.get(s, netuid);
    for (const auto& neuron : neurons) update_one(s, netuid, neuron, alpha);
    for (const AccountId& hotkey : storage.VotingPower.keys_under(s, netuid))
        if (!storage.IsNetworkMember.get(s, hotkey, netuid)) set_power(s, netuid, hotkey, 0);
}

Result<> enable_voting_power_tracking::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_subnet_owner_or_root(cx, origin, netuid));
    storage.VotingPowerTrackingEnabled.set(cx.state, netuid, true);
    storage.VotingPowerDisableAtBlock.erase(cx.state, netuid);
    cx.emit(VotingPowerTrackingEnabled{netuid});
    return {};
}

Result<> disable_voting_power_tracking::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_subnet_owner_or_root(cx, origin, netuid));
    ENSURE(storage.VotingPowerTrackingEnabled.get(cx.state, netuid),
           Error::VotingPowerTrackingNotEnabled);
    const u64 end = kernel::sat_add(cx.block, voting_power_disable_grace_period);
    storage.VotingPowerDisableAtBlock.set(cx.state, netuid, end);
    cx.emit(VotingPowerTrackingDisableScheduled{netuid, end});
    return {};
}

Result<> sudo_set_voting_power_ema_alpha::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(alpha <= max_voting_power_ema_alpha, Error::InvalidVotingPowerEmaAlpha);
    storage.VotingPowerEmaAlpha.set(cx.state, netuid, alpha);
    cx.emit(VotingPowerEmaAlphaSet{netuid, alpha});
    return {};
}

void swap_voting_power_for_hotkey(State& s, const AccountId& old_hotkey,
                                  const AccountId& new_hotkey, NetUid netuid) {
    const u64 power = storage.VotingPower.get(s, netuid, old_hotkey);
    set_power(s, netuid, old_hotkey, 0);
    if (power == 0) return;
    set_power(s, netuid, new_hotkey,
              kernel::sat_add(storage.VotingPower.get(s, netuid, new_hotkey), power));
}

}  // namespace subtensor
