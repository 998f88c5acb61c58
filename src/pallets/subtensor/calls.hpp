// What can be asked of the pallet: one struct per call. The body of call x is in a file of its
// verb.
#pragma once
#include "pallets/subtensor/types.hpp"

namespace subtensor {

struct set_weights {
    CALL(0)
    NetUid netuid{};
    std::vector<u16> dests{};
    std::vector<u16> weights{};
    u64 version_key{};
    FIELDS(netuid, dests, weights, version_key)
};
struct add_stake {
    CALL(2)
    AccountId hotkey{};
    NetUid netuid{};
    TaoBalance amount_staked{};
    FIELDS(hotkey, netuid, amount_staked)
};
struct remove_stake {
    CALL(3)
    AccountId hotkey{};
    NetUid netuid{};
    AlphaBalance amount_unstaked{};
    FIELDS(hotkey, netuid, amount_unstaked)
};
struct serve_axon {
    CALL(4)
    NetUid netuid{};
    u32 version{};
    u128 ip{};
    u16 port{};
    u8 ip_type{};
    u8 protocol{};
    u8 placeholder1{};
    u8 placeholder2{};
    FIELDS(netuid, version, ip, port, ip_type, protocol, placeholder1, placeholder2)
};
struct serve_prometheus {
    CALL(5)
    NetUid netuid{};
    u32 version{};
    u128 ip{};
    u16 port{};
    u8 ip_type{};
    FIELDS(netuid, version, ip, port, ip_type)
};
/// Once by proof of work; the work counts for nothing now, the price is paid as in burned_register.
struct register_ {
    CALL(6)
    NetUid netuid{};
    u64 block_number{};
    u64 nonce{};
    Bytes work{};
    AccountId hotkey{};
    AccountId coldkey{};
    FIELDS(netuid, block_number, nonce, work, hotkey, coldkey)
};
struct burned_register {
    CALL(7)
    NetUid netuid{};
    AccountId hotkey{};
    FIELDS(netuid, hotkey)
};
struct serve_axon_tls {
    CALL(40)
    NetUid netuid{};
    u32 version{};
    u128 ip{};
    u16 port{};
    u8 ip_type{};
    u8 protocol{};
    u8 placeholder1{};
    u8 placeholder2{};
    Bytes certificate{};
    FIELDS(netuid, version, ip, port, ip_type, protocol, placeholder1, placeholder2, certificate)
};
struct register_network {
    CALL(59)
    AccountId hotkey{};
    FIELDS(hotkey)
};
struct dissolve_network {
    CALL(61)
    AccountId coldkey{};
    NetUid netuid{};
    FIELDS(coldkey, netuid)
};
struct root_register {
    CALL(62)
    AccountId hotkey{};
    FIELDS(hotkey)
};
struct decrease_take {
    CALL(65)
    AccountId hotkey{};
    PerU16 take{};
    FIELDS(hotkey, take)
};
struct increase_take {
    CALL(66)
    AccountId hotkey{};
    PerU16 take{};
    FIELDS(hotkey, take)
};
struct set_children {
    CALL(67)
    AccountId hotkey{};
    NetUid netuid{};
    std::vector<std::pair<u64, AccountId>> children{};
    FIELDS(hotkey, netuid, children)
};
struct set_identity {
    CALL(68)
    Bytes name{};
    Bytes url{};
    Bytes github_repo{};
    Bytes image{};
    Bytes discord{};
    Bytes description{};
    Bytes additional{};
    FIELDS(name, url, github_repo, image, discord, description, additional)
};
struct sudo_set_tx_childkey_take_rate_limit {
    CALL(69)
    u64 tx_rate_limit{};
    FIELDS(tx_rate_limit)
};
struct swap_hotkey {
    CALL(70)
    AccountId hotkey{};
    AccountId new_hotkey{};
    std::optional<NetUid> netuid{};
    FIELDS(hotkey, new_hotkey, netuid)
};
struct swap_coldkey {
    CALL(71)
    AccountId old_coldkey{};
    AccountId new_coldkey{};
    TaoBalance swap_cost{};
    FIELDS(old_coldkey, new_coldkey, swap_cost)
};
struct swap_hotkey_v2 {
    CALL(72)
    AccountId hotkey{};
    AccountId new_hotkey{};
    std::optional<NetUid> netuid{};
    bool keep_stake{};
    FIELDS(hotkey, new_hotkey, netuid, keep_stake)
};
/// Takes no swap any more: coldkeys are announced.
struct schedule_swap_coldkey {
    CALL(73)
    AccountId new_coldkey{};
    FIELDS(new_coldkey)
};
struct set_childkey_take {
    CALL(75)
    AccountId hotkey{};
    NetUid netuid{};
    PerU16 take{};
    FIELDS(hotkey, netuid, take)
};
struct sudo_set_min_childkey_take {
    CALL(76)
    PerU16 take{};
    FIELDS(take)
};
struct sudo_set_max_childkey_take {
    CALL(77)
    PerU16 take{};
    FIELDS(take)
};
struct set_subnet_identity {
    CALL(78)
    NetUid netuid{};
    Bytes subnet_name{};
    Bytes github_repo{};
    Bytes subnet_contact{};
    Bytes subnet_url{};
    Bytes discord{};
    Bytes description{};
    Bytes logo_url{};
    Bytes additional{};
    FIELDS(netuid, subnet_name, github_repo, subnet_contact, subnet_url, discord, description,
           logo_url, additional)
};
struct register_network_with_identity {
    CALL(79)
    AccountId hotkey{};
    std::optional<SubnetIdentityV3> identity{};
    FIELDS(hotkey, identity)
};
struct batch_set_weights {
    CALL(80)
    std::vector<scale::Compact<NetUid>> netuids{};
    std::vector<std::vector<std::pair<scale::Compact<u16>, scale::Compact<u16>>>> weights{};
    std::vector<scale::Compact<u64>> version_keys{};
    FIELDS(netuids, weights, version_keys)
};
struct unstake_all {
    CALL(83)
    AccountId hotkey{};
    FIELDS(hotkey)
};
struct unstake_all_alpha {
    CALL(84)
    AccountId hotkey{};
    FIELDS(hotkey)
};
struct move_stake {
    CALL(85)
    AccountId origin_hotkey{};
    AccountId destination_hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    AlphaBalance alpha_amount{};
    FIELDS(origin_hotkey, destination_hotkey, origin_netuid, destination_netuid, alpha_amount)
};
struct transfer_stake {
    CALL(86)
    AccountId destination_coldkey{};
    AccountId hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    AlphaBalance alpha_amount{};
    FIELDS(destination_coldkey, hotkey, origin_netuid, destination_netuid, alpha_amount)
};
struct swap_stake {
    CALL(87)
    AccountId hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    AlphaBalance alpha_amount{};
    FIELDS(hotkey, origin_netuid, destination_netuid, alpha_amount)
};
struct add_stake_limit {
    CALL(88)
    AccountId hotkey{};
    NetUid netuid{};
    TaoBalance amount_staked{};
    TaoBalance limit_price{};
    bool allow_partial{};
    FIELDS(hotkey, netuid, amount_staked, limit_price, allow_partial)
};
struct remove_stake_limit {
    CALL(89)
    AccountId hotkey{};
    NetUid netuid{};
    AlphaBalance amount_unstaked{};
    TaoBalance limit_price{};
    bool allow_partial{};
    FIELDS(hotkey, netuid, amount_unstaked, limit_price, allow_partial)
};
struct swap_stake_limit {
    CALL(90)
    AccountId hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    AlphaBalance alpha_amount{};
    TaoBalance limit_price{};
    bool allow_partial{};
    FIELDS(hotkey, origin_netuid, destination_netuid, alpha_amount, limit_price, allow_partial)
};
struct try_associate_hotkey {
    CALL(91)
    AccountId hotkey{};
    FIELDS(hotkey)
};
struct start_call {
    CALL(92)
    NetUid netuid{};
    FIELDS(netuid)
};
struct associate_evm_key {
    CALL(93)
    NetUid netuid{};
    H160 evm_key{};
    u64 block_number{};
    std::array<u8, 65> signature{};
    FIELDS(netuid, evm_key, block_number, signature)
};
struct commit_weights {
    CALL(96)
    NetUid netuid{};
    H256 commit_hash{};
    FIELDS(netuid, commit_hash)
};
struct reveal_weights {
    CALL(97)
    NetUid netuid{};
    std::vector<u16> uids{};
    std::vector<u16> values{};
    std::vector<u16> salt{};
    u64 version_key{};
    FIELDS(netuid, uids, values, salt, version_key)
};
struct batch_reveal_weights {
    CALL(98)
    NetUid netuid{};
    std::vector<std::vector<u16>> uids_list{};
    std::vector<std::vector<u16>> values_list{};
    std::vector<std::vector<u16>> salts_list{};
    std::vector<u64> version_keys{};
    FIELDS(netuid, uids_list, values_list, salts_list, version_keys)
    bool lengths_match() const {
        const auto n = uids_list.size();
        return values_list.size() == n && salts_list.size() == n && version_keys.size() == n;
    }
};
struct batch_commit_weights {
    CALL(100)
    std::vector<scale::Compact<NetUid>> netuids{};
    std::vector<H256> commit_hashes{};
    FIELDS(netuids, commit_hashes)
};
struct recycle_alpha {
    CALL(101)
    AccountId hotkey{};
    AlphaBalance amount{};
    NetUid netuid{};
    FIELDS(hotkey, amount, netuid)
};
struct burn_alpha {
    CALL(102)
    AccountId hotkey{};
    AlphaBalance amount{};
    NetUid netuid{};
    FIELDS(hotkey, amount, netuid)
};
struct remove_stake_full_limit {
    CALL(103)
    AccountId hotkey{};
    NetUid netuid{};
    std::optional<TaoBalance> limit_price{};
    FIELDS(hotkey, netuid, limit_price)
};
struct set_pending_childkey_cooldown {
    CALL(109)
    u64 cooldown{};
    FIELDS(cooldown)
};
struct register_leased_network {
    CALL(110)
    Percent emissions_share{};
    std::optional<u32> end_block{};
    FIELDS(emissions_share, end_block)
};
struct terminate_lease {
    CALL(111)
    u32 lease_id{};
    AccountId hotkey{};
    FIELDS(lease_id, hotkey)
};
struct update_symbol {
    CALL(112)
    NetUid netuid{};
    Bytes symbol{};
    FIELDS(netuid, symbol)
};
struct commit_timelocked_weights {
    CALL(113)
    NetUid netuid{};
    TimelockedCommit commit{};
    u64 reveal_round{};
    u16 commit_reveal_version{};
    FIELDS(netuid, commit, reveal_round, commit_reveal_version)
};
struct set_coldkey_auto_stake_hotkey {
    CALL(114)
    NetUid netuid{};
    AccountId hotkey{};
    FIELDS(netuid, hotkey)
};
struct commit_mechanism_weights {
    CALL(115)
    NetUid netuid{};
    MechId mecid{};
    H256 commit_hash{};
    FIELDS(netuid, mecid, commit_hash)
};
struct reveal_mechanism_weights {
    CALL(116)
    NetUid netuid{};
    MechId mecid{};
    std::vector<u16> uids{};
    std::vector<u16> values{};
    std::vector<u16> salt{};
    u64 version_key{};
    FIELDS(netuid, mecid, uids, values, salt, version_key)
};
struct commit_crv3_mechanism_weights {
    CALL(117)
    NetUid netuid{};
    MechId mecid{};
    TimelockedCommit commit{};
    u64 reveal_round{};
    FIELDS(netuid, mecid, commit, reveal_round)
};
struct commit_timelocked_mechanism_weights {
    CALL(118)
    NetUid netuid{};
    MechId mecid{};
    TimelockedCommit commit{};
    u64 reveal_round{};
    u16 commit_reveal_version{};
    FIELDS(netuid, mecid, commit, reveal_round, commit_reveal_version)
};
struct set_mechanism_weights {
    CALL(119)
    NetUid netuid{};
    MechId mecid{};
    std::vector<u16> dests{};
    std::vector<u16> weights{};
    u64 version_key{};
    FIELDS(netuid, mecid, dests, weights, version_key)
};
struct root_dissolve_network {
    CALL(120)
    NetUid netuid{};
    FIELDS(netuid)
};
struct claim_root {
    CALL(121)
    std::set<NetUid> subnets{};
    FIELDS(subnets)
};
struct set_root_claim_type {
    CALL(122)
    RootClaimTypeEnum new_root_claim_type{};
    FIELDS(new_root_claim_type)
};
struct sudo_set_num_root_claims {
    CALL(123)
    u64 new_value{};
    FIELDS(new_value)
};
struct sudo_set_root_claim_threshold {
    CALL(124)
    NetUid netuid{};
    u64 new_value{};
    FIELDS(netuid, new_value)
};
struct announce_coldkey_swap {
    CALL(125)
    H256 new_coldkey_hash{};
    FIELDS(new_coldkey_hash)
};
struct swap_coldkey_announced {
    CALL(126)
    AccountId new_coldkey{};
    FIELDS(new_coldkey)
};
struct dispute_coldkey_swap {
    CALL(127)
    NO_FIELDS
};
struct reset_coldkey_swap {
    CALL(128)
    AccountId coldkey{};
    FIELDS(coldkey)
};
struct enable_voting_power_tracking {
    CALL(129)
    NetUid netuid{};
    FIELDS(netuid)
};
struct disable_voting_power_tracking {
    CALL(130)
    NetUid netuid{};
    FIELDS(netuid)
};
struct sudo_set_voting_power_ema_alpha {
    CALL(131)
    NetUid netuid{};
    u64 alpha{};
    FIELDS(netuid, alpha)
};
struct add_stake_burn {
    CALL(132)
    AccountId hotkey{};
    NetUid netuid{};
    TaoBalance amount{};
    std::optional<TaoBalance> limit{};
    FIELDS(hotkey, netuid, amount, limit)
};
struct clear_coldkey_swap_announcement {
    CALL(133)
    NO_FIELDS
};
struct register_limit {
    CALL(134)
    NetUid netuid{};
    AccountId hotkey{};
    u64 limit_price{};
    FIELDS(netuid, hotkey, limit_price)
};
struct set_auto_parent_delegation_enabled {
    CALL(135)
    AccountId hotkey{};
    bool enabled{};
    FIELDS(hotkey, enabled)
};
struct lock_stake {
    CALL(136)
    AccountId hotkey{};
    NetUid netuid{};
    AlphaBalance amount{};
    FIELDS(hotkey, netuid, amount)
};
struct move_lock {
    CALL(137)
    AccountId destination_hotkey{};
    NetUid netuid{};
    FIELDS(destination_hotkey, netuid)
};
struct set_perpetual_lock {
    CALL(138)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct set_tempo {
    CALL(139)
    NetUid netuid{};
    u16 tempo{};
    FIELDS(netuid, tempo)
};
struct set_activity_cutoff_factor {
    CALL(140)
    NetUid netuid{};
    u32 factor_milli{};
    FIELDS(netuid, factor_milli)
};
struct trigger_epoch {
    CALL(141)
    NetUid netuid{};
    FIELDS(netuid)
};
struct set_reject_locked_alpha {
    CALL(142)
    bool enabled{};
    FIELDS(enabled)
};
struct transfer_stake_and_hotkey {
    CALL(143)
    AccountId destination_coldkey{};
    AccountId origin_hotkey{};
    AccountId destination_hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    AlphaBalance alpha_amount{};
    FIELDS(destination_coldkey, origin_hotkey, destination_hotkey, origin_netuid,
           destination_netuid, alpha_amount)
};
struct add_collateral {
    CALL(144)
    NetUid netuid{};
    AccountId hotkey{};
    AlphaBalance alpha{};
    TaoBalance limit_price{};
    FIELDS(netuid, hotkey, alpha, limit_price)
};
struct set_min_collateral {
    CALL(145)
    NetUid netuid{};
    AccountId hotkey{};
    AlphaBalance min_locked{};
    FIELDS(netuid, hotkey, min_locked)
};
struct claim_root_with_hotkey {
    CALL(148)
    AccountId hotkey{};
    FIELDS(hotkey)
};
struct move_stake_limit {
    CALL(149)
    AccountId origin_hotkey{};
    AccountId destination_hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    AlphaBalance alpha_amount{};
    TaoBalance limit_price{};
    bool allow_partial{};
    FIELDS(origin_hotkey, destination_hotkey, origin_netuid, destination_netuid, alpha_amount,
           limit_price, allow_partial)
};
struct pow_register {
    CALL(152)
    NetUid netuid{};
    u64 work_block{}, nonce{};
    std::array<u8, 32> work{};
    AccountId hotkey{};
    FIELDS(netuid, work_block, nonce, work, hotkey)
};

}  // namespace subtensor
