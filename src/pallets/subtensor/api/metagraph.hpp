// Runtime APIs: everything about a subnet in one answer, whole or by chosen fields.
// Source: subtensor rpc_info/metagraph.rs; collateral fields as in runtime 475.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor::api {

/// A subnet and its neurons. Lists are by uid; `subnet_emission`, `pending_root_emission` and
/// `tao_dividends_per_hotkey` are always 0, `pruning_score`, `trust` and `rank` always empty.
/// Collateral is that of each hotkey's owner on it.
struct Metagraph {
    scale::Compact<NetUid> netuid{};
    std::vector<scale::Compact<u8>> name{}, symbol{};
    std::optional<SubnetIdentityV3> identity{};
    scale::Compact<u64> network_registered_at{};
    AccountId owner_hotkey{}, owner_coldkey{};
    scale::Compact<u64> block{};
    scale::Compact<u16> tempo{};
    scale::Compact<u64> last_step{}, blocks_since_last_step{}, subnet_emission{};
    scale::Compact<AlphaBalance> alpha_in{}, alpha_out{};
    scale::Compact<TaoBalance> tao_in{};
    scale::Compact<AlphaBalance> alpha_out_emission{}, alpha_in_emission{};
    scale::Compact<TaoBalance> tao_in_emission{};
    scale::Compact<AlphaBalance> pending_alpha_emission{};
    scale::Compact<TaoBalance> pending_root_emission{};
    scale::Compact<u128> subnet_volume{};
    I96F32 moving_price{};
    scale::Compact<u16> rho{}, kappa{}, min_allowed_weights{}, max_weights_limit{};
    scale::Compact<u64> weights_version{}, weights_rate_limit{}, activity_cutoff{};
    scale::Compact<u16> max_validators{}, num_uids{}, max_uids{};
    scale::Compact<TaoBalance> burn{};
    scale::Compact<u64> difficulty{};
    bool registration_allowed = false, pow_registration_allowed = false;
    scale::Compact<u16> immunity_period{};
    scale::Compact<u64> min_difficulty{}, max_difficulty{};
    scale::Compact<TaoBalance> min_burn{}, max_burn{};
    scale::Compact<u64> adjustment_alpha{};
    scale::Compact<u16> adjustment_interval{}, target_regs_per_interval{}, max_regs_per_block{};
    scale::Compact<u64> serving_rate_limit{};
    bool commit_reveal_weights_enabled = false;
    scale::Compact<u64> commit_reveal_period{};
    bool liquid_alpha_enabled = false;
    scale::Compact<u16> alpha_high{}, alpha_low{};
    scale::Compact<u64> bonds_moving_avg{};
    std::vector<AccountId> hotkeys{}, coldkeys{};
    std::vector<std::optional<ChainIdentityV2>> identities{};
    std::vector<AxonInfo> axons{};
    std::vector<bool> active{}, validator_permit{};
    std::vector<scale::Compact<u16>> pruning_score{};
    std::vector<scale::Compact<u64>> last_update{};
    std::vector<scale::Compact<AlphaBalance>> emission{};
    std::vector<scale::Compact<PerU16>> dividends{}, incentives{}, consensus{}, trust{};
    std::vector<scale::Compact<u16>> rank{};
    std::vector<scale::Compact<u64>> block_at_registration{};
    std::vector<scale::Compact<AlphaBalance>> alpha_stake{};
    std::vector<scale::Compact<TaoBalance>> tao_stake{}, total_stake{};
    std::vector<std::pair<AccountId, scale::Compact<TaoBalance>>> tao_dividends_per_hotkey{};
    std::vector<std::pair<AccountId, scale::Compact<AlphaBalance>>> alpha_dividends_per_hotkey{};
    std::vector<scale::Compact<AlphaBalance>> collateral_locked{}, collateral_min{},
        collateral_earned{};
    FIELDS(netuid, name, symbol, identity, network_registered_at, owner_hotkey, owner_coldkey,
           block, tempo, last_step, blocks_since_last_step, subnet_emission, alpha_in, alpha_out,
           tao_in, alpha_out_emission, alpha_in_emission, tao_in_emission, pending_alpha_emission,
           pending_root_emission, subnet_volume, moving_price, rho, kappa, min_allowed_weights,
           max_weights_limit, weights_version, weights_rate_limit, activity_cutoff, max_validators,
           num_uids, max_uids, burn, difficulty, registration_allowed, pow_registration_allowed,
           immunity_period, min_difficulty, max_difficulty, min_burn, max_burn, adjustment_alpha,
           adjustment_interval, target_regs_per_interval, max_regs_per_block, serving_rate_limit,
           commit_reveal_weights_enabled, commit_reveal_period, liquid_alpha_enabled, alpha_high,
           alpha_low, bonds_moving_avg, hotkeys, coldkeys, identities, axons, active,
           validator_permit, pruning_score, last_update, emission, dividends, incentives, consensus,
           trust, rank, block_at_registration, alpha_stake, tao_stake, total_stake,
           tao_dividends_per_hotkey, alpha_dividends_per_hotkey, collateral_locked, collateral_min,
           collateral_earned)
    PATH("pallet_subtensor::rpc_info::metagraph::Metagraph")
    TYPE_PARAMS("AccountId", AccountId)
};
/// The same with only the fields asked for. `validators` are the uids that may set weights, by
/// stake from low to high.
struct SelectiveMetagraph {
    scale::Compact<NetUid> netuid{};
    std::optional<std::vector<scale::Compact<u8>>> name{}, symbol{};
    std::optional<std::optional<SubnetIdentityV3>> identity{};
    std::optional<scale::Compact<u64>> network_registered_at{};
    std::optional<AccountId> owner_hotkey{}, owner_coldkey{};
    std::optional<scale::Compact<u64>> block{};
    std::optional<scale::Compact<u16>> tempo{};
    std::optional<scale::Compact<u64>> last_step{}, blocks_since_last_step{}, subnet_emission{};
    std::optional<scale::Compact<AlphaBalance>> alpha_in{}, alpha_out{};
    std::optional<scale::Compact<TaoBalance>> tao_in{};
    std::optional<scale::Compact<AlphaBalance>> alpha_out_emission{}, alpha_in_emission{};
    std::optional<scale::Compact<TaoBalance>> tao_in_emission{};
    std::optional<scale::Compact<AlphaBalance>> pending_alpha_emission{};
    std::optional<scale::Compact<TaoBalance>> pending_root_emission{};
    std::optional<scale::Compact<u128>> subnet_volume{};
    std::optional<I96F32> moving_price{};
    std::optional<scale::Compact<u16>> rho{}, kappa{}, min_allowed_weights{}, max_weights_limit{};
    std::optional<scale::Compact<u64>> weights_version{}, weights_rate_limit{}, activity_cutoff{};
    std::optional<scale::Compact<u16>> max_validators{}, num_uids{}, max_uids{};
    std::optional<scale::Compact<TaoBalance>> burn{};
    std::optional<scale::Compact<u64>> difficulty{};
    std::optional<bool> registration_allowed{}, pow_registration_allowed{};
    std::optional<scale::Compact<u16>> immunity_period{};
    std::optional<scale::Compact<u64>> min_difficulty{}, max_difficulty{};
    std::optional<scale::Compact<TaoBalance>> min_burn{}, max_burn{};
    std::optional<scale::Compact<u64>> adjustment_alpha{};
    std::optional<scale::Compact<u16>> adjustment_interval{}, target_regs_per_interval{},
        max_regs_per_block{};
    std::optional<scale::Compact<u64>> serving_rate_limit{};
    std::optional<bool> commit_reveal_weights_enabled{};
    std::optional<scale::Compact<u64>> commit_reveal_period{};
    std::optional<bool> liquid_alpha_enabled{};
    std::optional<scale::Compact<u16>> alpha_high{}, alpha_low{};
    std::optional<scale::Compact<u64>> bonds_moving_avg{};
    std::optional<std::vector<AccountId>> hotkeys{}, coldkeys{};
    std::optional<std::vector<std::optional<ChainIdentityV2>>> identities{};
    std::optional<std::vector<AxonInfo>> axons{};
    std::optional<std::vector<bool>> active{}, validator_permit{};
    std::optional<std::vector<scale::Compact<u16>>> pruning_score{};
    std::optional<std::vector<scale::Compact<u64>>> last_update{};
    std::optional<std::vector<scale::Compact<AlphaBalance>>> emission{};
    std::optional<std::vector<scale::Compact<PerU16>>> dividends{}, incentives{}, consensus{},
        trust{};
    std::optional<std::vector<scale::Compact<u16>>> rank{};
    std::optional<std::vector<scale::Compact<u64>>> block_at_registration{};
    std::optional<std::vector<scale::Compact<AlphaBalance>>> alpha_stake{};
    std::optional<std::vector<scale::Compact<TaoBalance>>> tao_stake{}, total_stake{};
    std::optional<std::vector<std::pair<AccountId, scale::Compact<TaoBalance>>>>
        tao_dividends_per_hotkey{};
    std::optional<std::vector<std::pair<AccountId, scale::Compact<AlphaBalance>>>>
        alpha_dividends_per_hotkey{};
    std::optional<std::vector<scale::Compact<u16>>> validators{};
    std::optional<std::vector<std::pair<AccountId, std::vector<scale::Compact<u8>>>>> commitments{};
    std::optional<std::vector<scale::Compact<AlphaBalance>>> collateral_locked{}, collateral_min{},
        collateral_earned{};
    FIELDS(netuid, name, symbol, identity, network_registered_at, owner_hotkey, owner_coldkey,
           block, tempo, last_step, blocks_since_last_step, subnet_emission, alpha_in, alpha_out,
           tao_in, alpha_out_emission, alpha_in_emission, tao_in_emission, pending_alpha_emission,
           pending_root_emission, subnet_volume, moving_price, rho, kappa, min_allowed_weights,
           max_weights_limit, weights_version, weights_rate_limit, activity_cutoff, max_validators,
           num_uids, max_uids, burn, difficulty, registration_allowed, pow_registration_allowed,
           immunity_period, min_difficulty, max_difficulty, min_burn, max_burn, adjustment_alpha,
           adjustment_interval, target_regs_per_interval, max_regs_per_block, serving_rate_limit,
           commit_reveal_weights_enabled, commit_reveal_period, liquid_alpha_enabled, alpha_high,
           alpha_low, bonds_moving_avg, hotkeys, coldkeys, identities, axons, active,
           validator_permit, pruning_score, last_update, emission, dividends, incentives, consensus,
           trust, rank, block_at_registration, alpha_stake, tao_stake, total_stake,
           tao_dividends_per_hotkey, alpha_dividends_per_hotkey, validators, commitments,
           collateral_locked, collateral_min, collateral_earned)
    PATH("pallet_subtensor::rpc_info::metagraph::SelectiveMetagraph")
    TYPE_PARAMS("AccountId", AccountId)
};

/// None where there is no such subnet.
std::optional<Metagraph> get_metagraph(const State& s, NetUid netuid);
/// As one mechanism of the subnet sees it; its netuid is mecid * 4096 + netuid.
std::optional<Metagraph> get_mechagraph(const State& s, NetUid netuid, MechId mecid);
/// In the order of storage.
std::vector<std::optional<Metagraph>> get_all_metagraphs(const State& s);
std::vector<std::optional<Metagraph>> get_all_mechagraphs(const State& s);

/// Indexes count the fields of SelectiveMetagraph; unknown ones are passed over.
std::optional<SelectiveMetagraph> get_selective_metagraph(const State& s, NetUid netuid,
                                                          const std::vector<u16>& indexes);
/// The netuid is always told, and is the subnet's own.
std::optional<SelectiveMetagraph> get_selective_mechagraph(const State& s, NetUid netuid,
                                                           MechId mecid,
                                                           const std::vector<u16>& indexes);

}  // namespace subtensor::api
