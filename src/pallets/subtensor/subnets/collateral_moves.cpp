// Collateral follows keys that are swapped.
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

/// What comes joins what is there; of the two drain ratios the slower holds.
void merge(std::optional<MinerCollateralState>& into, const MinerCollateralState& from) {
    if (!into) {
        into = from;
        return;
    }
    into->locked = saturating_add(into->locked, from.locked);
    into->drain_ratio = std::min(into->drain_ratio, from.drain_ratio);
    into->min_locked = saturating_add(into->min_locked, from.min_locked);
    into->earned = saturating_add(into->earned, from.earned);
}

bool contains(const std::vector<AccountId>& list, const AccountId& key) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

Result<> ensure_index_can_swap(const State& s, const AccountId& old_hotkey,
                               const AccountId& new_hotkey, const AccountId& coldkey,
                               NetUid netuid) {
    if (!storage.MinerCollateral.has(s, netuid, old_hotkey, coldkey)) return {};
    const auto hotkeys = storage.ColdkeyCollateralHotkeys.get(s, netuid, coldkey);
    if (contains(hotkeys, new_hotkey) || contains(hotkeys, old_hotkey)) return {};
    ENSURE(hotkeys.size() < max_coldkey_collateral_hotkeys, Error::ColdkeyCollateralPositionsFull);
    return {};
}

/// In the list the new hotkey takes the old one's place, so that a full list does not hinder it.
Result<> rename_in_index(State& s, const AccountId& old_hotkey, const AccountId& new_hotkey,
                         const AccountId& coldkey, NetUid netuid) {
    auto hotkeys = storage.ColdkeyCollateralHotkeys.get(s, netuid, coldkey);
    if (contains(hotkeys, new_hotkey)) return {};
    const auto at = std::find(hotkeys.begin(), hotkeys.end(), old_hotkey);
    if (at == hotkeys.end()) return index_coldkey_collateral_hotkey(s, netuid, coldkey, new_hotkey);
    *at = new_hotkey;
    storage.ColdkeyCollateralHotkeys.set(s, netuid, coldkey, hotkeys);
    return {};
}

Result<> transfer_one(State& s, NetUid netuid, const AccountId& hotkey,
                      const AccountId& old_coldkey, const AccountId& new_coldkey) {
    const auto old_state = storage.MinerCollateral.find(s, netuid, hotkey, old_coldkey);
    if (!old_state || old_coldkey == new_coldkey) return {};
    auto state = storage.MinerCollateral.find(s, netuid, hotkey, new_coldkey);
    if (!state) TRY(index_coldkey_collateral_hotkey(s, netuid, new_coldkey, hotkey));
    storage.MinerCollateral.erase(s, netuid, hotkey, old_coldkey);
    adjust_coldkey_miner_collateral(s, old_coldkey, netuid, old_state->locked, {});
    deindex_coldkey_collateral_hotkey(s, netuid, old_coldkey, hotkey);
    const auto before = state ? state->locked : AlphaBalance{};
    merge(state, *old_state);
    storage.MinerCollateral.set(s, netuid, hotkey, new_coldkey, *state);
    adjust_coldkey_miner_collateral(s, new_coldkey, netuid, before, state->locked);
    return {};
}

}  // namespace

Result<> ensure_hotkey_collateral_swappable(const State& s, const AccountId& old_hotkey,
                                            const AccountId& new_hotkey, const AccountId& coldkey,
                                            const std::optional<NetUid>& netuid) {
    if (netuid) return ensure_index_can_swap(s, old_hotkey, new_hotkey, coldkey, *netuid);
    for (const NetUid each : get_all_subnet_netuids(s))
        TRY(ensure_index_can_swap(s, old_hotkey, new_hotkey, coldkey, each));
    return {};
}

Result<> swap_miner_collateral(State& s, const AccountId& old_hotkey, const AccountId& new_hotkey,
                               const AccountId& coldkey, NetUid netuid) {
    const auto old_state = storage.MinerCollateral.find(s, netuid, old_hotkey, coldkey);
    if (!old_state) return {};
    TRY(rename_in_index(s, old_hotkey, new_hotkey, coldkey, netuid));
    storage.MinerCollateral.erase(s, netuid, old_hotkey, coldkey);
    auto state = storage.MinerCollateral.find(s, netuid, new_hotkey, coldkey);
    merge(state, *old_state);
    storage.MinerCollateral.set(s, netuid, new_hotkey, coldkey, *state);
    deindex_coldkey_collateral_hotkey(s, netuid, coldkey, old_hotkey);
    return {};
}

Result<> transfer_coldkey_miner_collateral(State& s, NetUid netuid, const AccountId& old_coldkey,
                                           const AccountId& new_coldkey) {
    // Also entries that hold nothing: their floor and what was earned go along.
    for (const AccountId& hotkey : storage.ColdkeyCollateralHotkeys.get(s, netuid, old_coldkey))
        TRY(transfer_one(s, netuid, hotkey, old_coldkey, new_coldkey));
    ENSURE(storage.ColdkeyMinerCollateral.get(s, netuid, old_coldkey).rao == 0,
           Error::ColdkeyCollateralIncomplete);
    return {};
}

}  // namespace subtensor
