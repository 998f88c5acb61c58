#include "pallets/subtensor/subnets/uids.hpp"

#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/utils/evm.hpp"
#include "pallets/subtensor/utils/misc.hpp"

namespace subtensor {

bool is_hotkey_registered_on_network(const State& s, NetUid netuid, const AccountId& hotkey) {
    return storage.Uids.has(s, netuid, hotkey);
}
std::optional<u16> get_uid_for_net_and_hotkey(const State& s, NetUid netuid,
                                              const AccountId& hotkey) {
    return storage.Uids.find(s, netuid, hotkey);
}
Result<AccountId> get_hotkey_for_net_and_uid(const State& s, NetUid netuid, u16 uid) {
    if (auto hotkey = storage.Keys.find(s, netuid, uid)) return *hotkey;
    return fail(Error::HotKeyNotRegisteredInSubNet);
}
std::vector<NetUid> get_registered_networks_for_hotkey(const State& s, const AccountId& hotkey) {
    std::vector<NetUid> netuids;
    for (auto& [netuid, is_member] : storage.IsNetworkMember.under(s, hotkey))
        if (is_member) netuids.push_back(netuid);
    return netuids;
}

void set_last_update_for_uid(State& s, NetUidStorageIndex index, u16 uid, u64 block) {
    auto last_update = get_last_update(s, index);
    if (uid >= last_update.size()) return;
    last_update[uid] = block;
    storage.LastUpdate.set(s, index, last_update);
}

template <class F>
static void each_mechanism(const State& s, NetUid netuid, F&& f) {
    u8 count = storage.MechanismCountCurrent.get(s, netuid).id;
    for (u8 mecid = 0; mecid < count; ++mecid)
        f(get_mechanism_storage_index(netuid, MechId{mecid}));
}

void append_neuron(State& s, NetUid netuid, const AccountId& hotkey, u64 block) {
    u16 uid = storage.SubnetworkN.get(s, netuid);
    auto push_zero = [&](auto& item, auto key) {
        item.change(s, key, [](auto& v) { v.resize(v.size() + 1); });
    };
    storage.SubnetworkN.set(s, netuid, u16(uid + 1));
    storage.Active.change(s, netuid, [](auto& v) { v.push_back(true); });
    push_zero(storage.Emission, netuid);
    push_zero(storage.Consensus, netuid);
    each_mechanism(s, netuid, [&](NetUidStorageIndex index) {
        push_zero(storage.Incentive, index);
        set_last_update_for_uid(s, index, uid, block);
    });
    push_zero(storage.Dividends, netuid);
    push_zero(storage.ValidatorTrust, netuid);
    push_zero(storage.ValidatorPermit, netuid);

    storage.Keys.set(s, netuid, uid, hotkey);
    storage.Uids.set(s, netuid, hotkey, uid);
    storage.BlockAtRegistration.set(s, netuid, uid, block);
    storage.IsNetworkMember.set(s, hotkey, netuid, true);
}

/// Forgets what a uid earned, thought of others and others thought of it.
static void clear_neuron(State& s, NetUid netuid, u16 uid) {
    auto zero = [&](auto& item, auto key) {
        item.change(s, key, [&](auto& v) {
            if (uid < v.size()) v[uid] = {};
        });
    };
    zero(storage.Emission, netuid);
    zero(storage.Consensus, netuid);
    each_mechanism(s, netuid, [&](NetUidStorageIndex index) {
        zero(storage.Incentive, index);
        if (storage.ConsensusByMechanism.has(s, index)) zero(storage.ConsensusByMechanism, index);
        storage.Bonds.erase(s, index, uid);
        storage.Weights.erase(s, index, uid);
        for (u16 other : storage.Weights.keys_under(s, index))
            storage.Weights.change(s, index, other, [&](auto& row) {
                for (auto& [target, weight] : row)
                    if (target == uid) weight = 0;
            });
    });
    zero(storage.Dividends, netuid);
    zero(storage.StakeWeight, netuid);
    zero(storage.ValidatorTrust, netuid);
    zero(storage.ValidatorPermit, netuid);
}

void replace_neuron(State& s, NetUid netuid, u16 uid, const AccountId& hotkey, u64 block) {
    auto old = storage.Keys.get(s, netuid, uid);
    if (storage.SubnetOwnerHotkey.find(s, netuid) == old) return;

    storage.Uids.erase(s, netuid, old);
    remove_associated_evm_address(s, netuid, uid);
    storage.IsNetworkMember.erase(s, old, netuid);

    storage.Active.change(s, netuid, [&](auto& v) {
        if (uid < v.size()) v[uid] = true;
    });
    storage.Keys.set(s, netuid, uid, hotkey);
    storage.Uids.set(s, netuid, hotkey, uid);
    storage.BlockAtRegistration.set(s, netuid, uid, block);
    storage.IsNetworkMember.set(s, hotkey, netuid, true);

    storage.Axons.erase(s, netuid, old);
    storage.NeuronCertificates.erase(s, netuid, old);
    storage.Prometheus.erase(s, netuid, old);
    clear_neuron(s, netuid, uid);
    each_mechanism(s, netuid, [&](NetUidStorageIndex index) {
        set_last_update_for_uid(s, index, uid, block);
    });
}

}  // namespace subtensor
