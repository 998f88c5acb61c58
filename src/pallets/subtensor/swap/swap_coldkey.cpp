// All that a coldkey has goes to another one.
#include "pallets/subtensor/swap/swap_coldkey.hpp"

#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/lock_store.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/leasing.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/swap/lineage.hpp"
#include "pallets/subtensor/utils/rate_limiting.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

struct Coldkeys {
    const AccountId &from, &to;
};

/// Places of stake that one swap moves at most (MAX_COLDKEY_SWAP_POSITIONS).
constexpr std::size_t max_swap_positions = 1024;

/// Whether one call can move the stake of the coldkey.
bool is_swappable(const State& s, const AccountId& coldkey) {
    const auto hotkeys = storage.StakingHotkeys.get(s, coldkey);
    std::size_t positions = 0;
    for (const AccountId& hotkey : hotkeys)
        positions += alpha_iter_prefix(s, hotkey, coldkey).size();
    return hotkeys.size() <= max_staking_hotkeys && positions <= max_swap_positions;
}

void move_identity(State& s, const Coldkeys& keys) {
    if (storage.IdentitiesV2.has(s, keys.to)) return;
    if (const auto identity = storage.IdentitiesV2.take(s, keys.from))
        storage.IdentitiesV2.set(s, keys.to, *identity);
}

void move_auto_stake_destination(State& s, const Coldkeys& keys, NetUid netuid) {
    const auto hotkey = storage.AutoStakeDestination.take(s, keys.from, netuid);
    if (!hotkey) return;
    storage.AutoStakeDestination.set(s, keys.to, netuid, *hotkey);
    storage.AutoStakeDestinationColdkeys.change(s, *hotkey, netuid, [&](auto& coldkeys) {
        std::erase_if(coldkeys, [&](auto& c) { return c == keys.from || c == keys.to; });
        coldkeys.push_back(keys.to);
    });
}

void move_stake(State& s, const Coldkeys& keys, NetUid netuid) {
    for (const AccountId& hotkey : storage.StakingHotkeys.get(s, keys.from)) {
        const auto stake = [&](const AccountId& coldkey) {
            return get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid);
        };
        const auto alpha = stake(keys.from);
        decrease_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, keys.from, netuid, alpha);
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, keys.to, netuid, alpha);
        if (netuid.is_root()) migrate_root_stake_age(s, {hotkey, keys.from}, {hotkey, keys.to});
        if (stake(keys.to).rao == 0) continue;
        transfer_root_claimed_for_new_keys(s, netuid, {hotkey, keys.from}, {hotkey, keys.to});
        if (netuid.is_root()) maybe_add_coldkey_index(s, keys.to);
    }
    if (netuid.is_root()) maybe_remove_coldkey_index(s, keys.from);
}

/// Appends the old coldkey's list of hotkeys to the new one's, each once.
template <class Item>
void join_lists(State& s, const Item& item, const Coldkeys& keys) {
    auto list = item.get(s, keys.to);
    for (const AccountId& hotkey : item.take(s, keys.from))
        if (std::find(list.begin(), list.end(), hotkey) == list.end()) list.push_back(hotkey);
    item.set(s, keys.to, list);
}

Result<> move_hotkeys(State& s, const Coldkeys& keys) {
    for (const AccountId& hotkey : storage.OwnedHotkeys.get(s, keys.from))
        TRY(set_hotkey_owner(s, keys.to, hotkey));
    join_lists(s, storage.OwnedHotkeys, keys);
    return {};
}

}  // namespace

Result<> do_swap_coldkey(Context& cx, const AccountId& old_coldkey, const AccountId& new_coldkey) {
    State& s = cx.state;
    ENSURE(storage.StakingHotkeys.get(s, new_coldkey).empty(), Error::ColdKeyAlreadyAssociated);
    ENSURE(!hotkey_account_exists(s, new_coldkey), Error::NewColdKeyIsHotkey);
    ENSURE(!since_475(s) || is_swappable(s, old_coldkey), Error::ColdkeySwapTooHeavy);
    const Coldkeys keys{old_coldkey, new_coldkey};
    move_identity(s, keys);
    // Open to locked alpha until the old coldkey's own flags arrive with its locks.
    storage.AccountFlags.change(s, new_coldkey, [](u128& flags) { flags |= accept_locked_alpha; });
    if (since_475(s)) TRY(transfer_coldkey_leases(cx, old_coldkey, new_coldkey));
    for (const NetUid netuid : get_all_subnet_netuids(s)) {
        if (storage.SubnetOwner.get(s, netuid) == old_coldkey)
            storage.SubnetOwner.set(s, netuid, new_coldkey);
        move_auto_stake_destination(s, keys, netuid);
        move_stake(s, keys, netuid);
        TRY(transfer_coldkey_miner_collateral(s, netuid, old_coldkey, new_coldkey));
    }
    join_lists(s, storage.StakingHotkeys, keys);
    if (since_475(s) && storage.StakingHotkeys.get(s, new_coldkey).empty())
        storage.StakingHotkeys.erase(s, new_coldkey);
    TRY(move_hotkeys(s, keys));
    TRY(swap_coldkey_locks(cx, old_coldkey, new_coldkey));
    TRY(transfer_all_tao_and_kill(cx, old_coldkey, new_coldkey));
    if (since_475(s))
        record_coldkey_swap_lineage(s, old_coldkey, new_coldkey);
    else
        set_last_tx_block(s, new_coldkey, cx.block);
    cx.emit(ColdkeySwapped{old_coldkey, new_coldkey});
    return {};
}

}  // namespace subtensor
