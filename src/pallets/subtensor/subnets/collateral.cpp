// Collateral as it is kept: locks, sums and lists; what it holds back, and how it falls.
#include "pallets/subtensor/subnets/collateral.hpp"

#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {

AlphaBalance get_miner_collateral_locked(const State& s, NetUid netuid, const AccountId& hotkey,
                                         const AccountId& coldkey) {
    const auto state = storage.MinerCollateral.find(s, netuid, hotkey, coldkey);
    return state ? state->locked : AlphaBalance{};
}

bool has_miner_collateral(const State& s, const AccountId& hotkey, const AccountId& coldkey,
                          const std::optional<NetUid>& netuid) {
    if (netuid) return storage.MinerCollateral.has(s, *netuid, hotkey, coldkey);
    for (const NetUid each : get_all_subnet_netuids(s))
        if (storage.MinerCollateral.has(s, each, hotkey, coldkey)) return true;
    return false;
}

static AlphaBalance free_of_collateral(const State& s, const AccountId& coldkey,
                                       const AccountId& hotkey, NetUid netuid) {
    return saturating_sub(get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid),
                          get_miner_collateral_locked(s, netuid, hotkey, coldkey));
}

Result<> ensure_hotkey_covers_collateral(const State& s, const AccountId& coldkey,
                                         const AccountId& hotkey, NetUid netuid,
                                         AlphaBalance amount) {
    ENSURE(amount <= free_of_collateral(s, coldkey, hotkey, netuid), Error::StakeUnavailable);
    return {};
}

Result<> ensure_transfer_respects_collateral(const State& s, const AccountId& coldkey,
                                             NetUid netuid, AlphaBalance amount) {
    const auto held = storage.ColdkeyMinerCollateral.get(s, netuid, coldkey);
    ENSURE(amount <= saturating_sub(total_coldkey_alpha_on_subnet(s, coldkey, netuid), held),
           Error::StakeUnavailable);
    return {};
}

AlphaBalance available_to_unstake_from_hotkey(const State& s, const AccountId& coldkey,
                                              const AccountId& hotkey, NetUid netuid, u64 now) {
    return std::min(free_of_collateral(s, coldkey, hotkey, netuid),
                    stake_availability(s, coldkey, netuid, now).available);
}

void adjust_coldkey_miner_collateral(State& s, const AccountId& coldkey, NetUid netuid,
                                     AlphaBalance before, AlphaBalance after) {
    if (before == after) return;
    const auto sum = saturating_add(
        saturating_sub(storage.ColdkeyMinerCollateral.get(s, netuid, coldkey), before), after);
    if (sum.rao == 0)
        storage.ColdkeyMinerCollateral.erase(s, netuid, coldkey);
    else
        storage.ColdkeyMinerCollateral.set(s, netuid, coldkey, sum);
}

Result<> index_coldkey_collateral_hotkey(State& s, NetUid netuid, const AccountId& coldkey,
                                         const AccountId& hotkey) {
    auto hotkeys = storage.ColdkeyCollateralHotkeys.get(s, netuid, coldkey);
    if (std::find(hotkeys.begin(), hotkeys.end(), hotkey) != hotkeys.end()) return {};
    ENSURE(hotkeys.size() < max_coldkey_collateral_hotkeys, Error::ColdkeyCollateralPositionsFull);
    hotkeys.push_back(hotkey);
    storage.ColdkeyCollateralHotkeys.set(s, netuid, coldkey, hotkeys);
    return {};
}

void deindex_coldkey_collateral_hotkey(State& s, NetUid netuid, const AccountId& coldkey,
                                       const AccountId& hotkey) {
    auto hotkeys = storage.ColdkeyCollateralHotkeys.get(s, netuid, coldkey);
    const auto at = std::find(hotkeys.begin(), hotkeys.end(), hotkey);
    if (at == hotkeys.end()) return;
    hotkeys.erase(at);
    if (hotkeys.empty())
        storage.ColdkeyCollateralHotkeys.erase(s, netuid, coldkey);
    else
        storage.ColdkeyCollateralHotkeys.set(s, netuid, coldkey, hotkeys);
}

Result<AlphaBalance> credit_miner_collateral(State& s, NetUid netuid, const AccountId& hotkey,
                                             const AccountId& coldkey, AlphaBalance alpha,
                                             Drain drain) {
    auto found = storage.MinerCollateral.find(s, netuid, hotkey, coldkey);
    if (!found) TRY(index_coldkey_collateral_hotkey(s, netuid, coldkey, hotkey));
    auto state = found.value_or(MinerCollateralState{});
    const auto before = state.locked;
    state.locked = saturating_add(before, alpha);
    if (!found || drain == Drain::refresh)
        state.drain_ratio = storage.CollateralDrainRatio.get(s, netuid);
    storage.MinerCollateral.set(s, netuid, hotkey, coldkey, state);
    adjust_coldkey_miner_collateral(s, coldkey, netuid, before, state.locked);
    return state.locked;
}

AlphaBalance settle_miner_collateral(State& s, NetUid netuid, const AccountId& hotkey,
                                     const AccountId& owner, AlphaBalance emission,
                                     AlphaBalance capturable) {
    if (emission.rao == 0) return {};
    auto state = storage.MinerCollateral.find(s, netuid, hotkey, owner);
    if (!state) return {};
    const auto before = state->locked;
    AlphaBalance captured;
    state->earned = saturating_add(state->earned, emission);
    const auto shortfall = saturating_sub(state->min_locked, before);
    if (shortfall.rao != 0) {
        captured = std::min(capturable, shortfall);
        if (captured.rao != 0) credit_epoch_owner_emission(s, hotkey, owner, netuid, captured);
        state->locked = saturating_add(before, captured);
    } else {
        const AlphaBalance release{U64F64::saturating_from_num(emission.rao)
                                       .saturating_mul(state->drain_ratio)
                                       .saturating_to_num<u64>()};
        state->locked =
            saturating_sub(before, std::min(saturating_sub(before, state->min_locked), release));
    }
    if (state->locked.rao == 0 && state->min_locked.rao == 0) {
        storage.MinerCollateral.erase(s, netuid, hotkey, owner);
        deindex_coldkey_collateral_hotkey(s, netuid, owner, hotkey);
    } else
        storage.MinerCollateral.set(s, netuid, hotkey, owner, *state);
    adjust_coldkey_miner_collateral(s, owner, netuid, before, state->locked);
    return captured;
}

void erase_collateral(State& s, NetUid netuid) {
    storage.MinerCollateral.erase_under(s, ~u32{0}, netuid);
    storage.ColdkeyMinerCollateral.erase_under(s, ~u32{0}, netuid);
    storage.ColdkeyCollateralHotkeys.erase_under(s, ~u32{0}, netuid);
    storage.CollateralLockShare.erase(s, netuid);
    storage.CollateralDrainRatio.erase(s, netuid);
}

}  // namespace subtensor
