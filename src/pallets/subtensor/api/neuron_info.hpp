// Runtime APIs about neurons.
// Source: subtensor rpc_info/neuron_info.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor::api {

using UidValues = std::vector<std::pair<scale::Compact<u16>, scale::Compact<u16>>>;

struct NeuronInfo {
    AccountId hotkey{}, coldkey{};
    scale::Compact<u16> uid{};
    scale::Compact<NetUid> netuid{};
    bool active = false;
    AxonInfo axon_info{};
    PrometheusInfo prometheus_info{};
    /// One entry: the owner, with all stake on the hotkey.
    std::vector<std::pair<AccountId, scale::Compact<AlphaBalance>>> stake{};
    scale::Compact<u16> rank{};  ///< always 0
    scale::Compact<AlphaBalance> emission{};
    scale::Compact<PerU16> incentive{}, consensus{};
    scale::Compact<PerU16> trust{};  ///< always 0
    scale::Compact<PerU16> validator_trust{}, dividends{};
    scale::Compact<u64> last_update{};
    bool validator_permit = false;
    UidValues weights{}, bonds{};         ///< of the main mechanism, without zeros
    scale::Compact<u16> pruning_score{};  ///< always the highest
    FIELDS(hotkey, coldkey, uid, netuid, active, axon_info, prometheus_info, stake, rank, emission,
           incentive, consensus, trust, validator_trust, dividends, last_update, validator_permit,
           weights, bonds, pruning_score)
    PATH("pallet_subtensor::rpc_info::neuron_info::NeuronInfo")
    TYPE_PARAMS("AccountId", AccountId)
};
/// The same without weights and bonds.
struct NeuronInfoLite {
    AccountId hotkey{}, coldkey{};
    scale::Compact<u16> uid{};
    scale::Compact<NetUid> netuid{};
    bool active = false;
    AxonInfo axon_info{};
    PrometheusInfo prometheus_info{};
    std::vector<std::pair<AccountId, scale::Compact<AlphaBalance>>> stake{};
    scale::Compact<u16> rank{};
    scale::Compact<AlphaBalance> emission{};
    scale::Compact<PerU16> incentive{}, consensus{}, trust{}, validator_trust{}, dividends{};
    scale::Compact<u64> last_update{};
    bool validator_permit = false;
    scale::Compact<u16> pruning_score{};
    FIELDS(hotkey, coldkey, uid, netuid, active, axon_info, prometheus_info, stake, rank, emission,
           incentive, consensus, trust, validator_trust, dividends, last_update, validator_permit,
           pruning_score)
    PATH("pallet_subtensor::rpc_info::neuron_info::NeuronInfoLite")
    TYPE_PARAMS("AccountId", AccountId)
};

/// Empty, or none, where there is no such subnet or uid.
std::vector<NeuronInfo> get_neurons(const State& s, NetUid netuid);
std::optional<NeuronInfo> get_neuron(const State& s, NetUid netuid, u16 uid);
std::vector<NeuronInfoLite> get_neurons_lite(const State& s, NetUid netuid);
std::optional<NeuronInfoLite> get_neuron_lite(const State& s, NetUid netuid, u16 uid);

}  // namespace subtensor::api
