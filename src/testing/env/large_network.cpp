#include "testing/env/large_network.hpp"

#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/system/storage.hpp"

namespace subtensor {
namespace {

constexpr u64 rao = 1'000'000'000;

void add_neuron(State& s, NetUid netuid, u16 uid, u64 block) {
    const AccountId hotkey = hotkey_of(netuid, uid);
    const AccountId coldkey = spread_account(1'000'000u + netuid.id * 1'000u + uid);
    storage.Owner.set(s, hotkey, coldkey);
    append_neuron(s, netuid, hotkey, block);
    storage.Axons.set(s, netuid, hotkey, {.block = 5, .ip = uid, .port = 8091, .ip_type = 4});
    storage.IdentitiesV2.set(s, coldkey, {.name = Bytes(20, u8('a'))});
    storage.AlphaDividendsPerSubnet.set(s, netuid, hotkey, {uid * rao});
    for (const NetUid where : {netuid, root_netuid})
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, where,
                                                        {(uid + 1u) * 10 * rao});
}

void open_pool(State& s, NetUid netuid, u64 block) {
    storage.NetworksAdded.set(s, netuid, true);
    storage.TotalNetworks.change(s, [](u16& n) { ++n; });
    storage.SubnetMechanism.set(s, netuid, 1);
    storage.SubnetTAO.set(s, netuid, {10'000 * rao});
    storage.SubnetAlphaIn.set(s, netuid, {100'000 * rao});
    storage.FirstEmissionBlockNumber.set(s, netuid, 1);
    storage.SubnetEmissionEnabled.set(s, netuid, true);
    storage.SubnetOwner.set(s, netuid, spread_account(netuid.id));
    storage.SubnetOwnerHotkey.set(s, netuid, hotkey_of(netuid, 0));
    storage.SubnetMovingPrice.set(s, netuid, I96F32::saturating_from_num(1));
    storage.Tempo.set(s, netuid, 360);
    storage.LastEpochBlock.set(s, netuid, block);
    storage.NetworkRegistrationAllowed.set(s, netuid, true);
    storage.SubtokenEnabled.set(s, netuid, true);
}

void set_epoch_results(State& s, const LargeSubnet& subnet) {
    const auto netuid = subnet.netuid;
    const auto index = get_mechanism_storage_index(netuid, main_mechid);
    storage.Incentive.set(s, index, std::vector<PerU16>(subnet.neurons, {255}));
    for (const auto* item : {&storage.Dividends, &storage.Consensus})
        item->set(s, netuid, std::vector<PerU16>(subnet.neurons, {255}));
    storage.Emission.set(s, netuid, std::vector<AlphaBalance>(subnet.neurons, {rao}));
    std::vector<bool> permits(subnet.neurons);
    for (u16 uid = 0; uid < subnet.validators; ++uid) {
        permits[uid] = true;
        std::vector<std::pair<u16, u16>> row;
        for (u16 to = 0; to < subnet.neurons; ++to)
            if (to != uid) row.push_back({to, u16(1 + (to * 7919u + uid * 104729u) % 65535u)});
        storage.Weights.set(s, index, uid, row);
        storage.Bonds.set(s, index, uid, row);
    }
    storage.ValidatorPermit.set(s, netuid, permits);
}

}  // namespace

AccountId spread_account(u64 number) {
    AccountId id;
    u64 x = number;
    for (auto& byte : id.bytes) {  // splitmix64
        x += 0x9e3779b97f4a7c15;
        u64 z = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
        byte = u8(z >> 27);
    }
    return id;
}

AccountId hotkey_of(NetUid netuid, u16 uid) { return spread_account(netuid.id * 1'000u + uid); }

void add_large_subnet(State& s, const LargeSubnet& subnet, u64 block) {
    const NetUid netuid = subnet.netuid;
    open_pool(s, netuid, block);
    for (u16 uid = 0; uid < subnet.neurons; ++uid) add_neuron(s, netuid, uid, block);
    for (u16 uid = 0; uid + 1 < subnet.neurons; uid += 10) {
        const AccountId parent = hotkey_of(netuid, uid), child = hotkey_of(netuid, u16(uid + 1));
        storage.ChildKeys.set(s, parent, netuid, {{~u64{0} / 2, child}});
        storage.ParentKeys.set(s, child, netuid, {{~u64{0} / 2, parent}});
    }
    set_epoch_results(s, subnet);
}

}  // namespace subtensor
