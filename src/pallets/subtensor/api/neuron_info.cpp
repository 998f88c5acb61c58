// Neurons as clients ask for them.
#include "pallets/subtensor/api/neuron_info.hpp"

#include "pallets/subtensor/api/compact.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor::api {
namespace {

/// What the subnet keeps as one list over all uids, read once.
struct Columns {
    Columns(const State& s, NetUid netuid)
        : active(storage.Active.get(s, netuid)),
          permit(storage.ValidatorPermit.get(s, netuid)),
          emission(storage.Emission.get(s, netuid)),
          incentive(storage.Incentive.get(s, get_mechanism_storage_index(netuid, main_mechid))),
          consensus(storage.Consensus.get(s, netuid)),
          validator_trust(storage.ValidatorTrust.get(s, netuid)),
          dividends(storage.Dividends.get(s, netuid)),
          last_update(storage.LastUpdate.get(s, get_mechanism_storage_index(netuid, main_mechid))) {
    }
    std::vector<bool> active, permit;
    std::vector<AlphaBalance> emission;
    std::vector<PerU16> incentive, consensus, validator_trust, dividends;
    std::vector<u64> last_update;
};

UidValues without_zeros(const std::vector<std::pair<u16, u16>>& row) {
    UidValues out;
    for (const auto& [uid, value] : row)
        if (value != 0) out.push_back({{uid}, {value}});
    return out;
}

template <class Info>
std::optional<Info> info_of(const State& s, NetUid netuid, u16 uid, const Columns& c) {
    const auto hotkey = storage.Keys.find(s, netuid, uid);
    if (!hotkey) return {};
    Info n;
    n.hotkey = *hotkey;
    n.coldkey = storage.Owner.get(s, *hotkey);
    n.uid = {uid};
    n.netuid = {netuid};
    n.active = at_uid(c.active, uid);
    n.axon_info = storage.Axons.get(s, netuid, *hotkey).value_or(AxonInfo{});
    n.prometheus_info = storage.Prometheus.get(s, netuid, *hotkey).value_or(PrometheusInfo{});
    n.stake = {{n.coldkey, {get_stake_for_hotkey_on_subnet(s, *hotkey, netuid)}}};
    n.emission = {at_uid(c.emission, uid)};
    n.incentive = {at_uid(c.incentive, uid)};
    n.consensus = {at_uid(c.consensus, uid)};
    n.validator_trust = {at_uid(c.validator_trust, uid)};
    n.dividends = {at_uid(c.dividends, uid)};
    n.last_update = {at_uid(c.last_update, uid)};
    n.validator_permit = at_uid(c.permit, uid);
    n.pruning_score = {65535};
    if constexpr (requires { n.weights; }) {
        const auto index = get_mechanism_storage_index(netuid, main_mechid);
        n.weights = without_zeros(storage.Weights.get(s, index, uid));
        n.bonds = without_zeros(storage.Bonds.get(s, index, uid));
    }
    return n;
}

template <class Info>
std::vector<Info> all(const State& s, NetUid netuid) {
    std::vector<Info> out;
    if (!if_subnet_exist(s, netuid)) return out;
    const Columns columns(s, netuid);
    const u16 n = storage.SubnetworkN.get(s, netuid);
    for (u16 uid = 0; uid < n; ++uid) {
        auto info = info_of<Info>(s, netuid, uid, columns);
        if (!info) break;
        out.push_back(*std::move(info));
    }
    return out;
}
template <class Info>
std::optional<Info> one(const State& s, NetUid netuid, u16 uid) {
    if (!if_subnet_exist(s, netuid)) return {};
    return info_of<Info>(s, netuid, uid, Columns(s, netuid));
}

}  // namespace

std::vector<NeuronInfo> get_neurons(const State& s, NetUid netuid) {
    return all<NeuronInfo>(s, netuid);
}
std::optional<NeuronInfo> get_neuron(const State& s, NetUid netuid, u16 uid) {
    return one<NeuronInfo>(s, netuid, uid);
}
std::vector<NeuronInfoLite> get_neurons_lite(const State& s, NetUid netuid) {
    return all<NeuronInfoLite>(s, netuid);
}
std::optional<NeuronInfoLite> get_neuron_lite(const State& s, NetUid netuid, u16 uid) {
    return one<NeuronInfoLite>(s, netuid, uid);
}

}  // namespace subtensor::api
