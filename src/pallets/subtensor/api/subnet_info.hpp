// Runtime APIs about subnets: what they are, their hyperparameters, what a new one costs.
// Source: subtensor rpc_info/subnet_info.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor::api {

struct SubnetInfo {
    scale::Compact<NetUid> netuid{};
    scale::Compact<u16> rho{}, kappa{};
    scale::Compact<u64> difficulty{};
    scale::Compact<u16> immunity_period{}, max_allowed_validators{}, min_allowed_weights{},
        max_weights_limit{}, scaling_law_power{}, subnetwork_n{}, max_allowed_uids{};
    scale::Compact<u64> blocks_since_last_step{};
    scale::Compact<u16> tempo{}, network_modality{};
    std::vector<std::array<u16, 2>> network_connect{};  ///< always empty
    scale::Compact<u64> emission_values{};              ///< always 0
    scale::Compact<TaoBalance> burn{};
    AccountId owner{};
    FIELDS(netuid, rho, kappa, difficulty, immunity_period, max_allowed_validators,
           min_allowed_weights, max_weights_limit, scaling_law_power, subnetwork_n,
           max_allowed_uids, blocks_since_last_step, tempo, network_modality, network_connect,
           emission_values, burn, owner)
    PATH("pallet_subtensor::rpc_info::subnet_info::SubnetInfo")
    TYPE_PARAMS("AccountId", AccountId)
};
struct SubnetInfov2 {
    scale::Compact<NetUid> netuid{};
    scale::Compact<u16> rho{}, kappa{};
    scale::Compact<u64> difficulty{};
    scale::Compact<u16> immunity_period{}, max_allowed_validators{}, min_allowed_weights{},
        max_weights_limit{}, scaling_law_power{}, subnetwork_n{}, max_allowed_uids{};
    scale::Compact<u64> blocks_since_last_step{};
    scale::Compact<u16> tempo{}, network_modality{};
    std::vector<std::array<u16, 2>> network_connect{};  ///< always empty
    scale::Compact<u64> emission_value{};               ///< always 0
    scale::Compact<TaoBalance> burn{};
    AccountId owner{};
    std::optional<SubnetIdentityV3> identity{};
    FIELDS(netuid, rho, kappa, difficulty, immunity_period, max_allowed_validators,
           min_allowed_weights, max_weights_limit, scaling_law_power, subnetwork_n,
           max_allowed_uids, blocks_since_last_step, tempo, network_modality, network_connect,
           emission_value, burn, owner, identity)
    PATH("pallet_subtensor::rpc_info::subnet_info::SubnetInfov2")
    TYPE_PARAMS("AccountId", AccountId)
};
struct SubnetHyperparams {
    scale::Compact<u16> rho{}, kappa{}, immunity_period{}, min_allowed_weights{},
        max_weights_limit{}, tempo{};
    scale::Compact<u64> min_difficulty{}, max_difficulty{}, weights_version{}, weights_rate_limit{};
    scale::Compact<u16> adjustment_interval{};
    scale::Compact<u64> activity_cutoff{};  ///< in blocks
    bool registration_allowed = false;
    scale::Compact<u16> target_regs_per_interval{};
    scale::Compact<TaoBalance> min_burn{}, max_burn{};
    scale::Compact<u64> bonds_moving_avg{};
    scale::Compact<u16> max_regs_per_block{};
    scale::Compact<u64> serving_rate_limit{};
    scale::Compact<u16> max_validators{};
    scale::Compact<u64> adjustment_alpha{}, difficulty{}, commit_reveal_period{};
    bool commit_reveal_weights_enabled = false;
    scale::Compact<u16> alpha_high{}, alpha_low{};
    bool liquid_alpha_enabled = false;
    FIELDS(rho, kappa, immunity_period, min_allowed_weights, max_weights_limit, tempo,
           min_difficulty, max_difficulty, weights_version, weights_rate_limit, adjustment_interval,
           activity_cutoff, registration_allowed, target_regs_per_interval, min_burn, max_burn,
           bonds_moving_avg, max_regs_per_block, serving_rate_limit, max_validators,
           adjustment_alpha, difficulty, commit_reveal_period, commit_reveal_weights_enabled,
           alpha_high, alpha_low, liquid_alpha_enabled)
    PATH("pallet_subtensor::rpc_info::subnet_info::SubnetHyperparams")
};
struct SubnetHyperparamsV2 {
    scale::Compact<u16> rho{}, kappa{}, immunity_period{}, min_allowed_weights{},
        max_weights_limit{}, tempo{};
    scale::Compact<u64> min_difficulty{}, max_difficulty{}, weights_version{}, weights_rate_limit{};
    scale::Compact<u16> adjustment_interval{};
    scale::Compact<u64> activity_cutoff{};  ///< in blocks
    bool registration_allowed = false;
    scale::Compact<u16> target_regs_per_interval{};
    scale::Compact<TaoBalance> min_burn{}, max_burn{};
    scale::Compact<u64> bonds_moving_avg{};
    scale::Compact<u16> max_regs_per_block{};
    scale::Compact<u64> serving_rate_limit{};
    scale::Compact<u16> max_validators{};
    scale::Compact<u64> adjustment_alpha{}, difficulty{}, commit_reveal_period{};
    bool commit_reveal_weights_enabled = false;
    scale::Compact<u16> alpha_high{}, alpha_low{};
    bool liquid_alpha_enabled = false;
    I32F32 alpha_sigmoid_steepness{};
    scale::Compact<u16> yuma_version{};  ///< 2 or 3
    bool subnet_is_active = false, transfers_enabled = false, bonds_reset_enabled = false;
    bool user_liquidity_enabled = false;  ///< always false
    FIELDS(rho, kappa, immunity_period, min_allowed_weights, max_weights_limit, tempo,
           min_difficulty, max_difficulty, weights_version, weights_rate_limit, adjustment_interval,
           activity_cutoff, registration_allowed, target_regs_per_interval, min_burn, max_burn,
           bonds_moving_avg, max_regs_per_block, serving_rate_limit, max_validators,
           adjustment_alpha, difficulty, commit_reveal_period, commit_reveal_weights_enabled,
           alpha_high, alpha_low, liquid_alpha_enabled, alpha_sigmoid_steepness, yuma_version,
           subnet_is_active, transfers_enabled, bonds_reset_enabled, user_liquidity_enabled)
    PATH("pallet_subtensor::rpc_info::subnet_info::SubnetHyperparamsV2")
};

/// A hyperparameter's value with its type.
template <class T>
struct HyperparamOf {
    T value{};
    UNNAMED(value)
};
struct HyperparamValue
    : std::variant<HyperparamOf<bool>, HyperparamOf<scale::Compact<u16>>,
                   HyperparamOf<scale::Compact<u32>>, HyperparamOf<scale::Compact<u64>>,
                   HyperparamOf<scale::Compact<u128>>, HyperparamOf<scale::Compact<TaoBalance>>,
                   HyperparamOf<I32F32>, HyperparamOf<U64F64>> {
    using variant::variant;
    static constexpr std::string_view alternatives =
        "Bool, U16, U32, U64, U128, TaoBalance, I32F32, U64F64";
    PATH("pallet_subtensor::rpc_info::subnet_info::HyperparamValue")
};
/// Found by its name: clients pass over names they do not know.
struct HyperparamEntry {
    Bytes name{};
    HyperparamValue value{};
    FIELDS(name, value)
    PATH("pallet_subtensor::rpc_info::subnet_info::HyperparamEntry")
};

// None where there is no such subnet.
std::optional<SubnetInfo> get_subnet_info(const State& s, NetUid netuid);
std::optional<SubnetInfov2> get_subnet_info_v2(const State& s, NetUid netuid);
std::optional<SubnetHyperparams> get_subnet_hyperparams(const State& s, NetUid netuid);
std::optional<SubnetHyperparamsV2> get_subnet_hyperparams_v2(const State& s, NetUid netuid);
std::optional<std::vector<HyperparamEntry>> get_subnet_hyperparams_v3(const State& s,
                                                                      NetUid netuid);
/// By netuid.
std::vector<std::optional<SubnetInfo>> get_subnets_info(const State& s);
std::vector<std::optional<SubnetInfov2>> get_subnets_info_v2(const State& s);

/// The subnet that the next one would replace if there were no place left; none: all are new.
std::optional<NetUid> get_subnet_to_prune(const State& s);
/// What registering a subnet locks now.
TaoBalance get_network_registration_cost(const State& s);

}  // namespace subtensor::api
