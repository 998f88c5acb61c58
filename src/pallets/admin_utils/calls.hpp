// Setters of hyperparameters, for root and subnet owners: one struct per call.
#pragma once
#include "pallets/aura/aura.hpp"
#include "pallets/grandpa/grandpa.hpp"
#include "pallets/subtensor/types.hpp"

namespace admin_utils {

inline constexpr u8 pallet_index = 19;
using namespace subtensor;

/// The EVM's windows to the chain.
enum class PrecompileEnum : u8 {
    BalanceTransfer,
    Staking,
    Subnet,
    Metagraph,
    Neuron,
    UidLookup,
    Alpha,
    Crowdloan,
    Proxy,
    Leasing,
    AddressMapping,
    VotingPower,
    AccountBalance,
    Scheduler,
    Drand,
    Timestamp,
    RuntimeConfiguration,
    PrecompileRegistry
};
ENUMERATORS(PrecompileEnum, BalanceTransfer, Staking, Subnet, Metagraph, Neuron, UidLookup, Alpha,
            Crowdloan, Proxy, Leasing, AddressMapping, VotingPower, AccountBalance, Scheduler,
            Drand, Timestamp, RuntimeConfiguration, PrecompileRegistry)
ENUM_PATH(PrecompileEnum, "pallet_admin_utils::pallet::PrecompileEnum")

struct swap_authorities {
    CALL(0)
    scale::BoundedVec<aura::Public, aura::max_authorities> new_authorities{};
    FIELDS(new_authorities)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct sudo_set_default_take {
    CALL(1)
    PerU16 default_take{};
    FIELDS(default_take)
};
struct sudo_set_tx_rate_limit {
    CALL(2)
    u64 tx_rate_limit{};
    FIELDS(tx_rate_limit)
};
struct sudo_set_serving_rate_limit {
    CALL(3)
    NetUid netuid{};
    u64 serving_rate_limit{};
    FIELDS(netuid, serving_rate_limit)
};
struct sudo_set_min_difficulty {
    CALL(4)
    NetUid netuid{};
    u64 min_difficulty{};
    FIELDS(netuid, min_difficulty)
};
struct sudo_set_max_difficulty {
    CALL(5)
    NetUid netuid{};
    u64 max_difficulty{};
    FIELDS(netuid, max_difficulty)
};
struct sudo_set_weights_version_key {
    CALL(6)
    NetUid netuid{};
    u64 weights_version_key{};
    FIELDS(netuid, weights_version_key)
};
struct sudo_set_weights_set_rate_limit {
    CALL(7)
    NetUid netuid{};
    u64 weights_set_rate_limit{};
    FIELDS(netuid, weights_set_rate_limit)
};
struct sudo_set_adjustment_interval {
    CALL(8)
    NetUid netuid{};
    u16 adjustment_interval{};
    FIELDS(netuid, adjustment_interval)
};
struct sudo_set_adjustment_alpha {
    CALL(9)
    NetUid netuid{};
    u64 adjustment_alpha{};
    FIELDS(netuid, adjustment_alpha)
};
struct sudo_set_immunity_period {
    CALL(13)
    NetUid netuid{};
    u16 immunity_period{};
    FIELDS(netuid, immunity_period)
};
struct sudo_set_min_allowed_weights {
    CALL(14)
    NetUid netuid{};
    u16 min_allowed_weights{};
    FIELDS(netuid, min_allowed_weights)
};
struct sudo_set_max_allowed_uids {
    CALL(15)
    NetUid netuid{};
    u16 max_allowed_uids{};
    FIELDS(netuid, max_allowed_uids)
};
struct sudo_set_kappa {
    CALL(16)
    NetUid netuid{};
    u16 kappa{};
    FIELDS(netuid, kappa)
};
struct sudo_set_rho {
    CALL(17)
    NetUid netuid{};
    u16 rho{};
    FIELDS(netuid, rho)
};
struct sudo_set_activity_cutoff {
    CALL(18)
    NetUid netuid{};
    u16 activity_cutoff{};
    FIELDS(netuid, activity_cutoff)
};
struct sudo_set_network_registration_allowed {
    CALL(19)
    NetUid netuid{};
    bool registration_allowed{};
    FIELDS(netuid, registration_allowed)
};
struct sudo_set_network_pow_registration_allowed {
    CALL(20)
    NetUid netuid{};
    bool registration_allowed{};
    FIELDS(netuid, registration_allowed)
};
struct sudo_set_target_registrations_per_interval {
    CALL(21)
    NetUid netuid{};
    u16 target_registrations_per_interval{};
    FIELDS(netuid, target_registrations_per_interval)
};
struct sudo_set_min_burn {
    CALL(22)
    NetUid netuid{};
    TaoBalance min_burn{};
    FIELDS(netuid, min_burn)
};
struct sudo_set_max_burn {
    CALL(23)
    NetUid netuid{};
    TaoBalance max_burn{};
    FIELDS(netuid, max_burn)
};
struct sudo_set_difficulty {
    CALL(24)
    NetUid netuid{};
    u64 difficulty{};
    FIELDS(netuid, difficulty)
};
struct sudo_set_max_allowed_validators {
    CALL(25)
    NetUid netuid{};
    u16 max_allowed_validators{};
    FIELDS(netuid, max_allowed_validators)
};
struct sudo_set_bonds_moving_average {
    CALL(26)
    NetUid netuid{};
    u64 bonds_moving_average{};
    FIELDS(netuid, bonds_moving_average)
};
struct sudo_set_max_registrations_per_block {
    CALL(27)
    NetUid netuid{};
    u16 max_registrations_per_block{};
    FIELDS(netuid, max_registrations_per_block)
};
struct sudo_set_subnet_owner_cut {
    CALL(28)
    u16 subnet_owner_cut{};
    FIELDS(subnet_owner_cut)
};
struct sudo_set_network_rate_limit {
    CALL(29)
    u64 rate_limit{};
    FIELDS(rate_limit)
};
struct sudo_set_tempo {
    CALL(30)
    NetUid netuid{};
    u16 tempo{};
    FIELDS(netuid, tempo)
};
struct sudo_set_total_issuance {
    CALL(33)
    TaoBalance total_issuance{};
    FIELDS(total_issuance)
};
struct sudo_set_network_immunity_period {
    CALL(35)
    u64 immunity_period{};
    FIELDS(immunity_period)
};
struct sudo_set_network_min_lock_cost {
    CALL(36)
    TaoBalance lock_cost{};
    FIELDS(lock_cost)
};
struct sudo_set_subnet_limit {
    CALL(37)
    u16 max_subnets{};
    FIELDS(max_subnets)
};
struct sudo_set_lock_reduction_interval {
    CALL(38)
    u64 interval{};
    FIELDS(interval)
};
struct sudo_set_rao_recycled {
    CALL(39)
    NetUid netuid{};
    TaoBalance rao_recycled{};
    FIELDS(netuid, rao_recycled)
};
struct sudo_set_stake_threshold {
    CALL(42)
    u64 min_stake{};
    FIELDS(min_stake)
};
struct sudo_set_nominator_min_required_stake {
    CALL(43)
    u64 min_stake{};
    FIELDS(min_stake)
};
struct sudo_set_tx_delegate_take_rate_limit {
    CALL(45)
    u64 tx_rate_limit{};
    FIELDS(tx_rate_limit)
};
struct sudo_set_min_delegate_take {
    CALL(46)
    PerU16 take{};
    FIELDS(take)
};
struct sudo_set_commit_reveal_weights_enabled {
    CALL(49)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct sudo_set_liquid_alpha_enabled {
    CALL(50)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct sudo_set_alpha_values {
    CALL(51)
    NetUid netuid{};
    u16 alpha_low{};
    u16 alpha_high{};
    FIELDS(netuid, alpha_low, alpha_high)
};
struct sudo_set_dissolve_network_schedule_duration {
    CALL(55)
    u32 duration{};
    FIELDS(duration)
};
struct sudo_set_commit_reveal_weights_interval {
    CALL(57)
    NetUid netuid{};
    u64 interval{};
    FIELDS(netuid, interval)
};
struct sudo_set_evm_chain_id {
    CALL(58)
    u64 chain_id{};
    FIELDS(chain_id)
};
struct schedule_grandpa_change {
    CALL(59)
    grandpa::AuthorityList next_authorities{};
    u32 in_blocks{};
    std::optional<u32> forced{};
    FIELDS(next_authorities, in_blocks, forced)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct sudo_set_bonds_penalty {
    CALL(60)
    NetUid netuid{};
    u16 bonds_penalty{};
    FIELDS(netuid, bonds_penalty)
};
struct sudo_set_toggle_transfer {
    CALL(61)
    NetUid netuid{};
    bool toggle{};
    FIELDS(netuid, toggle)
};
struct sudo_toggle_evm_precompile {
    CALL(62)
    PrecompileEnum precompile_id{};
    bool enabled{};
    FIELDS(precompile_id, enabled)
};
struct sudo_set_subnet_moving_alpha {
    CALL(63)
    I96F32 alpha{};
    FIELDS(alpha)
};
/// The older name of sudo_set_sn_owner_hotkey; left the interface after runtime 425.
struct sudo_set_subnet_owner_hotkey {
    CALL(64)
    NetUid netuid{};
    AccountId hotkey{};
    FIELDS(netuid, hotkey)
};
struct sudo_set_ema_price_halving_period {
    CALL(65)
    NetUid netuid{};
    u64 ema_halving{};
    FIELDS(netuid, ema_halving)
};
struct sudo_set_subtoken_enabled {
    CALL(66)
    NetUid netuid{};
    bool subtoken_enabled{};
    FIELDS(netuid, subtoken_enabled)
};
struct sudo_set_sn_owner_hotkey {
    CALL(67)
    NetUid netuid{};
    AccountId hotkey{};
    FIELDS(netuid, hotkey)
};
struct sudo_set_alpha_sigmoid_steepness {
    CALL(68)
    NetUid netuid{};
    i16 steepness{};
    FIELDS(netuid, steepness)
};
struct sudo_set_yuma3_enabled {
    CALL(69)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct sudo_set_bonds_reset_enabled {
    CALL(70)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct sudo_set_commit_reveal_version {
    CALL(71)
    u16 version{};
    FIELDS(version)
};
struct sudo_set_owner_immune_neuron_limit {
    CALL(72)
    NetUid netuid{};
    u16 immune_neurons{};
    FIELDS(netuid, immune_neurons)
};
struct sudo_set_ck_burn {
    CALL(73)
    u64 burn{};
    FIELDS(burn)
};
struct sudo_set_admin_freeze_window {
    CALL(74)
    u16 window{};
    FIELDS(window)
};
struct sudo_set_owner_hparam_rate_limit {
    CALL(75)
    u16 epochs{};
    FIELDS(epochs)
};
struct sudo_set_mechanism_count {
    CALL(76)
    NetUid netuid{};
    MechId mechanism_count{};
    FIELDS(netuid, mechanism_count)
};
struct sudo_set_mechanism_emission_split {
    CALL(77)
    NetUid netuid{};
    std::optional<std::vector<u16>> maybe_split{};
    FIELDS(netuid, maybe_split)
};
struct sudo_trim_to_max_allowed_uids {
    CALL(78)
    NetUid netuid{};
    u16 max_n{};
    FIELDS(netuid, max_n)
};
struct sudo_set_min_allowed_uids {
    CALL(79)
    NetUid netuid{};
    u16 min_allowed_uids{};
    FIELDS(netuid, min_allowed_uids)
};
struct sudo_set_recycle_or_burn {
    CALL(80)
    NetUid netuid{};
    RecycleOrBurnEnum recycle_or_burn{};
    FIELDS(netuid, recycle_or_burn)
};
struct sudo_set_tao_flow_cutoff {
    CALL(81)
    I64F64 flow_cutoff{};
    FIELDS(flow_cutoff)
};
struct sudo_set_tao_flow_normalization_exponent {
    CALL(82)
    U64F64 exponent{};
    FIELDS(exponent)
};
struct sudo_set_tao_flow_smoothing_factor {
    CALL(83)
    u64 smoothing_factor{};
    FIELDS(smoothing_factor)
};
struct sudo_set_min_non_immune_uids {
    CALL(84)
    NetUid netuid{};
    u16 min{};
    FIELDS(netuid, min)
};
struct sudo_set_start_call_delay {
    CALL(85)
    u64 delay{};
    FIELDS(delay)
};
struct sudo_set_coldkey_swap_announcement_delay {
    CALL(86)
    u32 duration{};
    FIELDS(duration)
};
struct sudo_set_coldkey_swap_reannouncement_delay {
    CALL(87)
    u32 duration{};
    FIELDS(duration)
};
struct sudo_set_max_mechanism_count {
    CALL(88)
    MechId max_mechanism_count{};
    FIELDS(max_mechanism_count)
};
struct sudo_set_burn_half_life {
    CALL(89)
    NetUid netuid{};
    u16 burn_half_life{};
    FIELDS(netuid, burn_half_life)
};
struct sudo_set_burn_increase_mult {
    CALL(90)
    NetUid netuid{};
    U64F64 burn_increase_mult{};
    FIELDS(netuid, burn_increase_mult)
};
struct sudo_set_net_tao_flow_enabled {
    CALL(91)
    bool enabled{};
    FIELDS(enabled)
};
struct sudo_set_owner_cut_enabled {
    CALL(92)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct sudo_set_min_childkey_take_per_subnet {
    CALL(93)
    NetUid netuid{};
    PerU16 take{};
    FIELDS(netuid, take)
};
struct sudo_set_subnet_emission_enabled {
    CALL(94)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct sudo_set_owner_cut_auto_lock_enabled {
    CALL(95)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct sudo_set_max_epochs_per_block {
    CALL(96)
    u8 max_epochs_per_block{};
    FIELDS(max_epochs_per_block)
};
/// In thousandths of the tempo; instead of sudo_set_activity_cutoff, which counts blocks.
struct sudo_set_activity_cutoff_factor {
    CALL(97)
    NetUid netuid{};
    u32 factor_milli{};
    FIELDS(netuid, factor_milli)
};
struct sudo_set_collateral_lock_share {
    CALL(98)
    NetUid netuid{};
    u16 lock_share{};
    FIELDS(netuid, lock_share)
};
struct sudo_set_collateral_drain_ratio {
    CALL(99)
    NetUid netuid{};
    U64F64 drain_ratio{};
    FIELDS(netuid, drain_ratio)
};
struct sudo_set_emission_bar_quantile {
    CALL(100)
    U64F64 quantile{};
    FIELDS(quantile)
};
struct sudo_set_emission_gate_exponent {
    CALL(101)
    U64F64 exponent{};
    FIELDS(exponent)
};
struct sudo_set_emission_bar_rank {
    CALL(102)
    u16 rank{};
    FIELDS(rank)
};
struct sudo_set_liquid_alpha_consensus_mode {
    CALL(104)
    NetUid netuid{};
    ConsensusMode mode{};
    FIELDS(netuid, mode)
};
struct sudo_set_epoch_consensus {
    CALL(111)
    NetUid netuid{};
    EpochConsensus mode{};
    FIELDS(netuid, mode)
};
struct sudo_trim_null_uids_batch {
    CALL(112)
    NetUid netuid{};
    u16 target{};
    FIELDS(netuid, target)
};

}  // namespace admin_utils
