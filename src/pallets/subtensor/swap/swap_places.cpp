// A hotkey's place on a subnet goes to another hotkey.
#include "pallets/subtensor/swap/swap_places.hpp"

#include "pallets/subtensor/staking/set_children.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

struct Keys {
    const AccountId &from, &to;
};

/// Moves an entry that is there, under another hotkey.
template <class Item, class... At>
void move_entry(State& s, const Item& item, const Keys& keys, DbCost& cost, const At&... at) {
    const auto value = item.find(s, at..., keys.from);
    if (!value) return;
    item.erase(s, at..., keys.from);
    item.set(s, at..., keys.to, *value);
    cost.add(1, 2);
}

void move_membership(State& s, const Keys& keys, NetUid netuid, DbCost& cost) {
    if (const auto uid = storage.Uids.find(s, netuid, keys.from)) {
        move_entry(s, storage.Uids, keys, cost, netuid);
        storage.Keys.set(s, netuid, *uid, keys.to);
        cost.add(0, 1);
    }
    move_entry(s, storage.Prometheus, keys, cost, netuid);
    move_entry(s, storage.Axons, keys, cost, netuid);
    const u8 mechanisms = storage.MechanismCountCurrent.get(s, netuid).id;
    for (u8 mecid = 0; mecid < mechanisms; ++mecid)
        move_entry(s, storage.WeightCommits, keys, cost,
                   get_mechanism_storage_index(netuid, MechId{mecid}));
    if (auto loaded = storage.LoadedEmission.get(s, netuid)) {
        for (auto& [hotkey, server, validator] : *loaded)
            if (hotkey == keys.from) hotkey = keys.to;
        storage.LoadedEmission.set(s, netuid, *loaded);
        cost.add(1, 2);
    }
    move_entry(s, storage.NeuronCertificates, keys, cost, netuid);
}

/// Others who have named the old hotkey as a child to come.
void rename_pending_child(State& s, const Keys& keys, NetUid netuid, DbCost& cost) {
    for (auto& [parent, wish] : storage.PendingChildKeys.under(s, netuid)) {
        cost.add(1, 0);
        auto& children = wish.first;
        const auto at = std::find_if(children.begin(), children.end(),
                                     [&](auto& child) { return child.second == keys.from; });
        if (at == children.end()) continue;
        const u64 proportion = at->first;
        children.erase(at);
        children.emplace_back(proportion, keys.to);
        storage.PendingChildKeys.set(s, netuid, parent, wish);
        cost.add(1, 2);
    }
}

void move_auto_stake(State& s, const Keys& keys, NetUid netuid) {
    const auto coldkeys = storage.AutoStakeDestinationColdkeys.find(s, keys.from, netuid);
    if (!coldkeys) return;
    for (const AccountId& coldkey : *coldkeys)
        storage.AutoStakeDestination.set(s, coldkey, netuid, keys.to);
    storage.AutoStakeDestinationColdkeys.erase(s, keys.from, netuid);
    storage.AutoStakeDestinationColdkeys.set(s, keys.to, netuid, *coldkeys);
}

}  // namespace

Result<> perform_hotkey_swap_on_one_subnet(Context& cx, const AccountId& old_hotkey,
                                           const AccountId& new_hotkey, NetUid netuid,
                                           bool keep_stake, DbCost& cost) {
    State& s = cx.state;
    const Keys keys{old_hotkey, new_hotkey};
    const bool is_member = storage.IsNetworkMember.take(s, old_hotkey, netuid);
    storage.IsNetworkMember.set(s, new_hotkey, netuid, is_member);
    cost.add(1, 2);
    if (is_member) move_membership(s, keys, netuid, cost);
    if (const auto take = storage.ChildkeyTake.find(s, old_hotkey, netuid)) {
        storage.ChildkeyTake.erase(s, old_hotkey, netuid);
        storage.ChildkeyTake.set(s, new_hotkey, netuid, *take);
        cost.add(1, 2);
    }
    if (!keep_stake)
        TRY(swap_miner_collateral(s, old_hotkey, new_hotkey, storage.Owner.get(s, new_hotkey),
                                  netuid));
    TRY(parent_child_swap_hotkey(s, old_hotkey, new_hotkey, netuid, cost));
    rename_pending_child(s, keys, netuid, cost);
    move_auto_stake(s, keys, netuid);
    if (const auto owner_hotkey = storage.SubnetOwnerHotkey.find(s, netuid)) {
        cost.add(1, 0);
        if (*owner_hotkey == old_hotkey) {
            TRY(set_subnet_owner_hotkey(cx, netuid, new_hotkey));
            cost.add(0, 1);
        }
    }
    if (!keep_stake) move_hotkey_stake(s, old_hotkey, new_hotkey, netuid, cost);
    return {};
}

}  // namespace subtensor
