// What the subnet state and the metagraph tell alike about a subnet's neurons, as lists by uid.
#pragma once
#include "pallets/subtensor/api/compact.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor::api {

/// Values by uid of items that are kept per uid; one pass over the item. Uids from n on are left
/// out, gaps have the default.
template <class Item>
auto by_uid(const State& s, const Item& item, NetUid netuid, u16 n) {
    std::vector<decltype(item.initial())> out(n, item.initial());
    item.each_under(
        s,
        [&](u16 uid, auto value) {
            if (uid < n) out[uid] = std::move(value);
            return true;
        },
        netuid);
    return out;
}

template <class Info>
void add_keys(const State& s, NetUid netuid, Info& i) {
    const u16 n = storage.SubnetworkN.get(s, netuid);
    i.hotkeys = by_uid(s, storage.Keys, netuid, n);
    for (const AccountId& hotkey : i.hotkeys) i.coldkeys.push_back(storage.Owner.get(s, hotkey));
    i.block_at_registration = compacts(by_uid(s, storage.BlockAtRegistration, netuid, n));
}

/// The result of the last epoch. Mechanisms differ in `last_update` and `incentives` only.
template <class Info>
void add_epoch_results(const State& s, NetUid netuid, Info& i) {
    i.active = storage.Active.get(s, netuid);
    i.validator_permit = storage.ValidatorPermit.get(s, netuid);
    i.emission = compacts(storage.Emission.get(s, netuid));
    i.dividends = compacts(storage.Dividends.get(s, netuid));
    i.consensus = compacts(storage.Consensus.get(s, netuid));
}
template <class Info>
void add_mechanism_results(const State& s, NetUidStorageIndex index, Info& i) {
    i.last_update = compacts(storage.LastUpdate.get(s, index));
    i.incentives = compacts(storage.Incentive.get(s, index));
}

template <class Info>
void add_stakes(const State& s, NetUid netuid, Info& i) {
    const auto weights = get_stake_weights_for_network(s, netuid);
    for (std::size_t uid = 0; uid < weights.total.size(); ++uid) {
        const auto rao = [&](const std::vector<I64F64>& column) {
            return column[uid].template saturating_to_num<u64>();
        };
        i.alpha_stake.push_back({{rao(weights.alpha)}});
        i.tao_stake.push_back({{rao(weights.tao)}});
        i.total_stake.push_back({{rao(weights.total)}});
    }
}

}  // namespace subtensor::api
