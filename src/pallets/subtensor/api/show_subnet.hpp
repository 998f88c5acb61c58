// Runtime API: the state of a subnet's neurons as columns.
// Source: subtensor rpc_info/show_subnet.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor::api {

/// Lists are by uid.
struct SubnetState {
    scale::Compact<NetUid> netuid{};
    std::vector<AccountId> hotkeys{}, coldkeys{};
    std::vector<bool> active{}, validator_permit{};
    std::vector<scale::Compact<u16>> pruning_score{};  ///< always empty
    std::vector<scale::Compact<u64>> last_update{};
    std::vector<scale::Compact<AlphaBalance>> emission{};
    std::vector<scale::Compact<PerU16>> dividends{}, incentives{}, consensus{};
    std::vector<scale::Compact<PerU16>> trust{};  ///< always empty
    std::vector<scale::Compact<u16>> rank{};      ///< always empty
    std::vector<scale::Compact<u64>> block_at_registration{};
    std::vector<scale::Compact<AlphaBalance>> alpha_stake{};
    std::vector<scale::Compact<TaoBalance>> tao_stake{}, total_stake{};
    /// For each subnet a list over the uids; the chain keeps no such history, so zeros.
    std::vector<std::vector<scale::Compact<AlphaBalance>>> emission_history{};
    FIELDS(netuid, hotkeys, coldkeys, active, validator_permit, pruning_score, last_update,
           emission, dividends, incentives, consensus, trust, rank, block_at_registration,
           alpha_stake, tao_stake, total_stake, emission_history)
    PATH("pallet_subtensor::rpc_info::show_subnet::SubnetState")
    TYPE_PARAMS("AccountId", AccountId)
};

std::optional<SubnetState> get_subnet_state(const State& s, NetUid netuid);

}  // namespace subtensor::api
