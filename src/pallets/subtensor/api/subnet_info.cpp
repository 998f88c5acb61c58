// Subnets and hyperparameters as clients ask for them.
#include "pallets/subtensor/api/subnet_info.hpp"

#include <algorithm>

#include "pallets/subtensor/coinbase/dissolve_network.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "pallets/system/storage.hpp"

namespace subtensor::api {
namespace {

u16 yuma_version(const State& s, NetUid netuid) { return storage.Yuma3On.get(s, netuid) ? 3 : 2; }
I32F32 sigmoid_steepness(const State& s, NetUid netuid) {
    return I32F32::saturating_from_num(storage.AlphaSigmoidSteepness.get(s, netuid));
}

/// What both versions tell.
template <class Info>
std::optional<Info> info_of(const State& s, NetUid netuid) {
    if (!if_subnet_exist(s, netuid)) return {};
    Info i;
    i.netuid = {netuid};
    i.rho = {storage.Rho.get(s, netuid)};
    i.kappa = {storage.Kappa.get(s, netuid)};
    i.difficulty = {storage.Difficulty.get(s, netuid)};
    i.immunity_period = {storage.ImmunityPeriod.get(s, netuid)};
    i.max_allowed_validators = {storage.MaxAllowedValidators.get(s, netuid)};
    i.min_allowed_weights = {storage.MinAllowedWeights.get(s, netuid)};
    i.max_weights_limit = {storage.MaxWeightsLimit.get(s, netuid)};
    i.scaling_law_power = {storage.ScalingLawPower.get(s, netuid)};
    i.subnetwork_n = {storage.SubnetworkN.get(s, netuid)};
    i.max_allowed_uids = {storage.MaxAllowedUids.get(s, netuid)};
    i.blocks_since_last_step = {storage.BlocksSinceLastStep.get(s, netuid)};
    i.tempo = {storage.Tempo.get(s, netuid)};
    i.burn = {storage.Burn.get(s, netuid)};
    i.owner = storage.SubnetOwner.get(s, netuid);
    if constexpr (requires { i.identity; }) i.identity = storage.SubnetIdentitiesV3.get(s, netuid);
    return i;
}

template <class Info>
std::vector<std::optional<Info>> infos(const State& s) {
    auto netuids = get_all_subnet_netuids(s);
    std::sort(netuids.begin(), netuids.end());
    std::vector<std::optional<Info>> out;
    for (const NetUid netuid : netuids) out.push_back(info_of<Info>(s, netuid));
    return out;
}

template <class Params>
void add_registration_and_bonds(const State& s, NetUid netuid, Params& p) {
    p.adjustment_interval = {storage.AdjustmentInterval.get(s, netuid)};
    p.registration_allowed = storage.NetworkRegistrationAllowed.get(s, netuid);
    p.target_regs_per_interval = {storage.TargetRegistrationsPerInterval.get(s, netuid)};
    p.min_burn = {storage.MinBurn.get(s, netuid)};
    p.max_burn = {storage.MaxBurn.get(s, netuid)};
    p.max_regs_per_block = {storage.MaxRegistrationsPerBlock.get(s, netuid)};
    p.adjustment_alpha = {storage.AdjustmentAlpha.get(s, netuid)};
    p.difficulty = {storage.Difficulty.get(s, netuid)};
    p.min_difficulty = {storage.MinDifficulty.get(s, netuid)};
    p.max_difficulty = {storage.MaxDifficulty.get(s, netuid)};
    p.bonds_moving_avg = {storage.BondsMovingAverage.get(s, netuid)};
    p.liquid_alpha_enabled = storage.LiquidAlphaOn.get(s, netuid);
    const auto [low, high] = storage.AlphaValues.get(s, netuid);
    p.alpha_low = {low};
    p.alpha_high = {high};
}

/// What the first two versions tell.
template <class Params>
std::optional<Params> hyperparams(const State& s, NetUid netuid) {
    if (!if_subnet_exist(s, netuid)) return {};
    Params p;
    add_registration_and_bonds(s, netuid, p);
    p.rho = {storage.Rho.get(s, netuid)};
    p.kappa = {storage.Kappa.get(s, netuid)};
    p.immunity_period = {storage.ImmunityPeriod.get(s, netuid)};
    p.min_allowed_weights = {storage.MinAllowedWeights.get(s, netuid)};
    p.max_weights_limit = {storage.MaxWeightsLimit.get(s, netuid)};
    p.tempo = {storage.Tempo.get(s, netuid)};
    p.weights_version = {storage.WeightsVersionKey.get(s, netuid)};
    p.weights_rate_limit = {storage.WeightsSetRateLimit.get(s, netuid)};
    p.activity_cutoff = {get_activity_cutoff_blocks(s, netuid)};
    p.serving_rate_limit = {storage.ServingRateLimit.get(s, netuid)};
    p.max_validators = {storage.MaxAllowedValidators.get(s, netuid)};
    p.commit_reveal_period = {storage.RevealPeriodEpochs.get(s, netuid)};
    p.commit_reveal_weights_enabled = storage.CommitRevealWeightsEnabled.get(s, netuid);
    return p;
}

/// The list of named values as it grows; numbers that are not fixed-point go out compact.
class Entries {
public:
    template <class T>
    void add(std::string_view name, const T& value) {
        if constexpr (std::same_as<T, bool> || std::same_as<T, I32F32> || std::same_as<T, U64F64>)
            push(name, HyperparamOf<T>{value});
        else
            push(name, HyperparamOf<scale::Compact<T>>{{value}});
    }
    std::vector<HyperparamEntry> list;

private:
    void push(std::string_view name, HyperparamValue value) {
        list.push_back({Bytes(name.begin(), name.end()), std::move(value)});
    }
};

void add_terms_of_work(const State& s, NetUid netuid, Entries& e) {
    e.add("kappa", storage.Kappa.get(s, netuid));
    e.add("immunity_period", storage.ImmunityPeriod.get(s, netuid));
    e.add("min_allowed_weights", storage.MinAllowedWeights.get(s, netuid));
    e.add("max_weights_limit", storage.MaxWeightsLimit.get(s, netuid));
    e.add("tempo", storage.Tempo.get(s, netuid));
    e.add("weights_version", storage.WeightsVersionKey.get(s, netuid));
    e.add("weights_rate_limit", storage.WeightsSetRateLimit.get(s, netuid));
    e.add("activity_cutoff", get_activity_cutoff_blocks(s, netuid));
    e.add("activity_cutoff_factor", storage.ActivityCutoffFactorMilli.get(s, netuid));
    e.add("registration_allowed", storage.NetworkRegistrationAllowed.get(s, netuid));
    e.add("target_regs_per_interval", storage.TargetRegistrationsPerInterval.get(s, netuid));
    e.add("min_burn", storage.MinBurn.get(s, netuid));
    e.add("max_burn", storage.MaxBurn.get(s, netuid));
    e.add("burn_half_life", storage.BurnHalfLife.get(s, netuid));
    e.add("burn_increase_mult", storage.BurnIncreaseMult.get(s, netuid));
    e.add("bonds_moving_avg", storage.BondsMovingAverage.get(s, netuid));
    e.add("max_regs_per_block", storage.MaxRegistrationsPerBlock.get(s, netuid));
    e.add("serving_rate_limit", storage.ServingRateLimit.get(s, netuid));
    e.add("max_validators", storage.MaxAllowedValidators.get(s, netuid));
}

}  // namespace

std::optional<SubnetInfo> get_subnet_info(const State& s, NetUid netuid) {
    return info_of<SubnetInfo>(s, netuid);
}
std::optional<SubnetInfov2> get_subnet_info_v2(const State& s, NetUid netuid) {
    return info_of<SubnetInfov2>(s, netuid);
}
std::vector<std::optional<SubnetInfo>> get_subnets_info(const State& s) {
    return infos<SubnetInfo>(s);
}
std::vector<std::optional<SubnetInfov2>> get_subnets_info_v2(const State& s) {
    return infos<SubnetInfov2>(s);
}

std::optional<SubnetHyperparams> get_subnet_hyperparams(const State& s, NetUid netuid) {
    return hyperparams<SubnetHyperparams>(s, netuid);
}
std::optional<SubnetHyperparamsV2> get_subnet_hyperparams_v2(const State& s, NetUid netuid) {
    auto p = hyperparams<SubnetHyperparamsV2>(s, netuid);
    if (!p) return p;
    p->alpha_sigmoid_steepness = sigmoid_steepness(s, netuid);
    p->yuma_version = {yuma_version(s, netuid)};
    p->subnet_is_active = storage.SubtokenEnabled.get(s, netuid);
    p->transfers_enabled = storage.TransferToggle.get(s, netuid);
    p->bonds_reset_enabled = storage.BondsResetOn.get(s, netuid);
    return p;
}

std::optional<std::vector<HyperparamEntry>> get_subnet_hyperparams_v3(const State& s,
                                                                      NetUid netuid) {
    if (!if_subnet_exist(s, netuid)) return {};
    Entries e;
    add_terms_of_work(s, netuid, e);
    e.add("commit_reveal_period", storage.RevealPeriodEpochs.get(s, netuid));
    e.add("commit_reveal_weights_enabled", storage.CommitRevealWeightsEnabled.get(s, netuid));
    const auto [low, high] = storage.AlphaValues.get(s, netuid);
    e.add("alpha_high", high);
    e.add("alpha_low", low);
    e.add("liquid_alpha_enabled", storage.LiquidAlphaOn.get(s, netuid));
    e.add("alpha_sigmoid_steepness", sigmoid_steepness(s, netuid));
    e.add("yuma_version", yuma_version(s, netuid));
    e.add("subnet_is_active", storage.SubtokenEnabled.get(s, netuid));
    e.add("transfers_enabled", storage.TransferToggle.get(s, netuid));
    e.add("bonds_reset_enabled", storage.BondsResetOn.get(s, netuid));
    e.add("user_liquidity_enabled", false);
    e.add("owner_cut_enabled", storage.OwnerCutEnabled.get(s, netuid));
    e.add("owner_cut_auto_lock_enabled", storage.OwnerCutAutoLockEnabled.get(s, netuid));
    e.add("min_childkey_take", get_effective_min_childkey_take(s, netuid));
    return std::move(e.list);
}

std::optional<NetUid> get_subnet_to_prune(const State& s) {
    return get_network_to_prune(s, frame_system::storage.Number.get(s));
}
TaoBalance get_network_registration_cost(const State& s) {
    return get_network_lock_cost(s, frame_system::storage.Number.get(s));
}

}  // namespace subtensor::api
