// What the pallet tells: one struct per event, fields in wire order.
#pragma once
#include "pallets/subtensor/types.hpp"

namespace subtensor {

struct NetworkAdded {
    EVENT(0)
    NetUid netuid{};
    u16 mechanism{};
    UNNAMED(netuid, mechanism)
};
struct NetworkRemoved {
    EVENT(1)
    NetUid netuid{};
    UNNAMED(netuid)
};
struct StakeAdded {
    EVENT(2)
    AccountId coldkey{};
    AccountId hotkey{};
    TaoBalance tao{};
    AlphaBalance alpha{};
    NetUid netuid{};
    u64 fee_rao{};
    UNNAMED(coldkey, hotkey, tao, alpha, netuid, fee_rao)
};
struct StakeRemoved {
    EVENT(3)
    AccountId coldkey{};
    AccountId hotkey{};
    TaoBalance tao{};
    AlphaBalance alpha{};
    NetUid netuid{};
    u64 fee_rao{};
    UNNAMED(coldkey, hotkey, tao, alpha, netuid, fee_rao)
};
struct StakeMoved {
    EVENT(4)
    AccountId coldkey{};
    AccountId origin_hotkey{};
    NetUid origin_netuid{};
    AccountId destination_hotkey{};
    NetUid destination_netuid{};
    TaoBalance tao{};
    UNNAMED(coldkey, origin_hotkey, origin_netuid, destination_hotkey, destination_netuid, tao)
};
struct WeightsSet {
    EVENT(5)
    NetUidStorageIndex netuid_index{};
    u16 uid{};
    UNNAMED(netuid_index, uid)
};
struct RootWeightsSet {
    EVENT(6)
    u16 netuid = 0;
    UNNAMED(netuid)
};
struct NeuronRegistered {
    EVENT(7)
    NetUid netuid{};
    u16 uid{};
    AccountId hotkey{};
    UNNAMED(netuid, uid, hotkey)
};
struct BulkNeuronsRegistered {
    EVENT(8)
    u16 netuid = 0;
    u16 count = 0;
    UNNAMED(netuid, count)
};
struct BulkBalancesSet {
    EVENT(9)
    u16 netuid = 0;
    u16 count = 0;
    UNNAMED(netuid, count)
};
struct MaxAllowedUidsSet {
    EVENT(10)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct MaxWeightLimitSet {
    EVENT(11)
    NetUid netuid{};
    u16 limit = 0;
    UNNAMED(netuid, limit)
};
struct DifficultySet {
    EVENT(12)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct AdjustmentIntervalSet {
    EVENT(13)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct RegistrationPerIntervalSet {
    EVENT(14)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct MaxRegistrationsPerBlockSet {
    EVENT(15)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct ActivityCutoffSet {
    EVENT(16)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct RhoSet {
    EVENT(17)
    NetUid netuid{};
    u16 rho = 0;
    UNNAMED(netuid, rho)
};
struct AlphaSigmoidSteepnessSet {
    EVENT(18)
    NetUid netuid{};
    i16 steepness = 0;
    UNNAMED(netuid, steepness)
};
struct KappaSet {
    EVENT(19)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct MinAllowedWeightSet {
    EVENT(20)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct ValidatorPruneLenSet {
    EVENT(21)
    NetUid netuid{};
    u64 length = 0;
    UNNAMED(netuid, length)
};
struct ScalingLawPowerSet {
    EVENT(22)
    NetUid netuid{};
    u16 power = 0;
    UNNAMED(netuid, power)
};
struct WeightsSetRateLimitSet {
    EVENT(23)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct ImmunityPeriodSet {
    EVENT(24)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct BondsMovingAverageSet {
    EVENT(25)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct BondsPenaltySet {
    EVENT(26)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct BondsResetOnSet {
    EVENT(27)
    NetUid netuid{};
    bool value{};
    UNNAMED(netuid, value)
};
struct MaxAllowedValidatorsSet {
    EVENT(28)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct AxonServed {
    EVENT(29)
    NetUid netuid{};
    AccountId hotkey{};
    UNNAMED(netuid, hotkey)
};
struct PrometheusServed {
    EVENT(30)
    NetUid netuid{};
    AccountId hotkey{};
    UNNAMED(netuid, hotkey)
};
struct DelegateAdded {
    EVENT(31)
    AccountId coldkey{};
    AccountId hotkey{};
    PerU16 take{};
    UNNAMED(coldkey, hotkey, take)
};
struct DefaultTakeSet {
    EVENT(32)
    PerU16 take{};
    UNNAMED(take)
};
struct WeightsVersionKeySet {
    EVENT(33)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct MinDifficultySet {
    EVENT(34)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct MaxDifficultySet {
    EVENT(35)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct ServingRateLimitSet {
    EVENT(36)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct BurnSet {
    EVENT(37)
    NetUid netuid{};
    TaoBalance burn{};
    UNNAMED(netuid, burn)
};
struct MaxBurnSet {
    EVENT(38)
    NetUid netuid{};
    TaoBalance tao{};
    UNNAMED(netuid, tao)
};
struct MinBurnSet {
    EVENT(39)
    NetUid netuid{};
    TaoBalance tao{};
    UNNAMED(netuid, tao)
};
struct MaxEpochsPerBlockSet {
    EVENT(40)
    u8 value{};
    UNNAMED(value)
};
struct TxRateLimitSet {
    EVENT(41)
    u64 value{};
    UNNAMED(value)
};
struct TxDelegateTakeRateLimitSet {
    EVENT(42)
    u64 value{};
    UNNAMED(value)
};
struct TxChildKeyTakeRateLimitSet {
    EVENT(43)
    u64 value{};
    UNNAMED(value)
};
struct AdminFreezeWindowSet {
    EVENT(44)
    u16 value{};
    UNNAMED(value)
};
struct OwnerHyperparamRateLimitSet {
    EVENT(45)
    u16 value{};
    UNNAMED(value)
};
struct MinChildKeyTakeSet {
    EVENT(46)
    PerU16 value{};
    UNNAMED(value)
};
struct MinChildKeyTakePerSubnetSet {
    EVENT(47)
    NetUid netuid{};
    PerU16 value{};
    UNNAMED(netuid, value)
};
struct MaxChildKeyTakeSet {
    EVENT(48)
    PerU16 value{};
    UNNAMED(value)
};
struct ChildKeyTakeSet {
    EVENT(49)
    AccountId hotkey{};
    PerU16 take{};
    UNNAMED(hotkey, take)
};
struct Sudid {
    EVENT(50)
    Result<> value{};
    UNNAMED(value)
};
struct RegistrationAllowed {
    EVENT(51)
    NetUid netuid{};
    bool value{};
    UNNAMED(netuid, value)
};
struct PowRegistrationAllowed {
    EVENT(52)
    NetUid netuid{};
    bool value{};
    UNNAMED(netuid, value)
};
struct TempoSet {
    EVENT(53)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct RAORecycledForRegistrationSet {
    EVENT(54)
    NetUid netuid{};
    TaoBalance tao{};
    UNNAMED(netuid, tao)
};
struct StakeThresholdSet {
    EVENT(55)
    u64 value{};
    UNNAMED(value)
};
struct AdjustmentAlphaSet {
    EVENT(56)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct Faucet {
    EVENT(57)
    AccountId coldkey{};
    u64 amount_rao = 0;
    UNNAMED(coldkey, amount_rao)
};
struct SubnetOwnerCutSet {
    EVENT(58)
    u16 value{};
    UNNAMED(value)
};
struct NetworkRateLimitSet {
    EVENT(59)
    u64 value{};
    UNNAMED(value)
};
struct NetworkImmunityPeriodSet {
    EVENT(60)
    u64 value{};
    UNNAMED(value)
};
struct StartCallDelaySet {
    EVENT(61)
    u64 value{};
    UNNAMED(value)
};
struct NetworkMinLockCostSet {
    EVENT(62)
    TaoBalance tao{};
    UNNAMED(tao)
};
struct SubnetLimitSet {
    EVENT(63)
    u16 value{};
    UNNAMED(value)
};
struct NetworkLockCostReductionIntervalSet {
    EVENT(64)
    u64 value{};
    UNNAMED(value)
};
struct TakeDecreased {
    EVENT(65)
    AccountId coldkey{};
    AccountId hotkey{};
    PerU16 take{};
    UNNAMED(coldkey, hotkey, take)
};
struct TakeIncreased {
    EVENT(66)
    AccountId coldkey{};
    AccountId hotkey{};
    PerU16 take{};
    UNNAMED(coldkey, hotkey, take)
};
struct HotkeySwapped {
    EVENT(67)
    AccountId coldkey{};
    AccountId old_hotkey{};
    AccountId new_hotkey{};
    FIELDS(coldkey, old_hotkey, new_hotkey)
};
struct MaxDelegateTakeSet {
    EVENT(68)
    PerU16 value{};
    UNNAMED(value)
};
struct MinDelegateTakeSet {
    EVENT(69)
    PerU16 value{};
    UNNAMED(value)
};
struct ColdkeySwapAnnounced {
    EVENT(70)
    AccountId who{};
    H256 new_coldkey_hash{};
    FIELDS(who, new_coldkey_hash)
};
struct ColdkeySwapReset {
    EVENT(71)
    AccountId who{};
    FIELDS(who)
};
struct ColdkeySwapped {
    EVENT(72)
    AccountId old_coldkey{};
    AccountId new_coldkey{};
    FIELDS(old_coldkey, new_coldkey)
};
struct ColdkeySwapDisputed {
    EVENT(73)
    AccountId coldkey{};
    FIELDS(coldkey)
};
struct AllBalanceUnstakedAndTransferredToNewColdkey {
    EVENT(74)
    AccountId current_coldkey{};
    AccountId new_coldkey{};
    TaoBalance total_balance{};
    FIELDS(current_coldkey, new_coldkey, total_balance)
};
struct ArbitrationPeriodExtended {
    EVENT(75)
    AccountId coldkey{};
    FIELDS(coldkey)
};
struct SetChildrenScheduled {
    EVENT(76)
    AccountId hotkey{};
    NetUid netuid{};
    u64 cooldown_block{};
    std::vector<std::pair<u64, AccountId>> children{};
    UNNAMED(hotkey, netuid, cooldown_block, children)
};
struct SetChildren {
    EVENT(77)
    AccountId hotkey{};
    NetUid netuid{};
    std::vector<std::pair<u64, AccountId>> children{};
    UNNAMED(hotkey, netuid, children)
};
struct ChainIdentitySet {
    EVENT(78)
    AccountId coldkey{};
    UNNAMED(coldkey)
};
struct SubnetIdentitySet {
    EVENT(79)
    NetUid netuid{};
    UNNAMED(netuid)
};
struct SubnetIdentityRemoved {
    EVENT(80)
    NetUid netuid{};
    UNNAMED(netuid)
};
struct DissolveNetworkScheduled {
    EVENT(81)
    AccountId account{};
    NetUid netuid{};
    u32 execution_block = 0;
    FIELDS(account, netuid, execution_block)
};
struct ColdkeySwapAnnouncementDelaySet {
    EVENT(82)
    u32 value{};
    UNNAMED(value)
};
struct ColdkeySwapReannouncementDelaySet {
    EVENT(83)
    u32 value{};
    UNNAMED(value)
};
struct DissolveNetworkScheduleDurationSet {
    EVENT(84)
    u32 value{};
    UNNAMED(value)
};
struct CRV3WeightsCommitted {
    EVENT(85)
    AccountId hotkey{};
    NetUidStorageIndex netuid_index{};
    H256 commit_hash{};
    UNNAMED(hotkey, netuid_index, commit_hash)
};
struct WeightsCommitted {
    EVENT(86)
    AccountId hotkey{};
    NetUidStorageIndex netuid_index{};
    H256 commit_hash{};
    UNNAMED(hotkey, netuid_index, commit_hash)
};
struct WeightsRevealed {
    EVENT(87)
    AccountId hotkey{};
    NetUidStorageIndex netuid_index{};
    H256 commit_hash{};
    UNNAMED(hotkey, netuid_index, commit_hash)
};
struct WeightsBatchRevealed {
    EVENT(88)
    AccountId hotkey{};
    NetUid netuid{};
    std::vector<H256> commit_hashes{};
    UNNAMED(hotkey, netuid, commit_hashes)
};
struct BatchWeightsCompleted {
    EVENT(89)
    std::vector<scale::Compact<NetUid>> netuids{};
    AccountId hotkey{};
    UNNAMED(netuids, hotkey)
};
struct BatchCompletedWithErrors {
    EVENT(90)
    NO_FIELDS
};
struct BatchWeightItemFailed {
    EVENT(91)
    NetUid netuid{};
    DispatchError error{};
    UNNAMED(netuid, error)
};
struct StakeTransferred {
    EVENT(92)
    AccountId origin_coldkey{};
    AccountId destination_coldkey{};
    AccountId hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    TaoBalance tao{};
    UNNAMED(origin_coldkey, destination_coldkey, hotkey, origin_netuid, destination_netuid, tao)
};
struct StakeSwapped {
    EVENT(93)
    AccountId coldkey{};
    AccountId hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    TaoBalance tao{};
    UNNAMED(coldkey, hotkey, origin_netuid, destination_netuid, tao)
};
struct TransferToggle {
    EVENT(94)
    NetUid netuid{};
    bool value{};
    UNNAMED(netuid, value)
};
struct SubnetOwnerHotkeySet {
    EVENT(95)
    NetUid netuid{};
    AccountId account{};
    UNNAMED(netuid, account)
};
struct FirstEmissionBlockNumberSet {
    EVENT(96)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct AlphaRecycled {
    EVENT(97)
    AccountId coldkey{};
    AccountId hotkey{};
    AlphaBalance amount{};
    NetUid netuid{};
    UNNAMED(coldkey, hotkey, amount, netuid)
};
struct AlphaBurned {
    EVENT(98)
    AccountId coldkey{};
    AccountId hotkey{};
    AlphaBalance amount{};
    NetUid netuid{};
    UNNAMED(coldkey, hotkey, amount, netuid)
};
struct EvmKeyAssociated {
    EVENT(99)
    NetUid netuid{};
    AccountId hotkey{};
    H160 evm_key{};
    u64 block_associated{};
    FIELDS(netuid, hotkey, evm_key, block_associated)
};
struct CRV3WeightsRevealed {
    EVENT(100)
    NetUid netuid{};
    AccountId hotkey{};
    UNNAMED(netuid, hotkey)
};
struct CommitRevealPeriodsSet {
    EVENT(101)
    NetUid netuid{};
    u64 value{};
    UNNAMED(netuid, value)
};
struct CommitRevealEnabled {
    EVENT(102)
    NetUid netuid{};
    bool value{};
    UNNAMED(netuid, value)
};
struct HotkeySwappedOnSubnet {
    EVENT(103)
    AccountId coldkey{};
    AccountId old_hotkey{};
    AccountId new_hotkey{};
    NetUid netuid{};
    FIELDS(coldkey, old_hotkey, new_hotkey, netuid)
};
struct SubnetLeaseCreated {
    EVENT(104)
    AccountId beneficiary{};
    u32 lease_id{};
    NetUid netuid{};
    std::optional<u32> end_block{};
    FIELDS(beneficiary, lease_id, netuid, end_block)
};
struct SubnetLeaseTerminated {
    EVENT(105)
    AccountId beneficiary{};
    NetUid netuid{};
    FIELDS(beneficiary, netuid)
};
struct SymbolUpdated {
    EVENT(106)
    NetUid netuid{};
    Bytes symbol{};
    FIELDS(netuid, symbol)
};
struct CommitRevealVersionSet {
    EVENT(107)
    u16 value{};
    UNNAMED(value)
};
struct TimelockedWeightsCommitted {
    EVENT(108)
    AccountId hotkey{};
    NetUidStorageIndex netuid_index{};
    H256 commit_hash{};
    u64 reveal_round{};
    UNNAMED(hotkey, netuid_index, commit_hash, reveal_round)
};
struct TimelockedWeightsRevealed {
    EVENT(109)
    NetUidStorageIndex netuid_index{};
    AccountId hotkey{};
    UNNAMED(netuid_index, hotkey)
};
struct AutoStakeAdded {
    EVENT(110)
    NetUid netuid{};
    AccountId destination{};
    AccountId hotkey{};
    AccountId owner{};
    AlphaBalance incentive{};
    FIELDS(netuid, destination, hotkey, owner, incentive)
};
struct IncentiveAlphaEmittedToMiners {
    EVENT(111)
    NetUidStorageIndex netuid{};
    std::vector<AlphaBalance> emissions{};
    FIELDS(netuid, emissions)
};
struct MinAllowedUidsSet {
    EVENT(112)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct AutoStakeDestinationSet {
    EVENT(113)
    AccountId coldkey{};
    NetUid netuid{};
    AccountId hotkey{};
    FIELDS(coldkey, netuid, hotkey)
};
struct MinNonImmuneUidsSet {
    EVENT(114)
    NetUid netuid{};
    u16 value{};
    UNNAMED(netuid, value)
};
struct RootClaimed {
    EVENT(115)
    AccountId coldkey{};
    TaoBalance tao{};
    FIELDS(coldkey, tao)
};
struct VotingPowerTrackingEnabled {
    EVENT(120)
    NetUid netuid{};
    FIELDS(netuid)
};
struct VotingPowerTrackingDisableScheduled {
    EVENT(121)
    NetUid netuid{};
    u64 disable_at_block{};
    FIELDS(netuid, disable_at_block)
};
struct VotingPowerTrackingDisabled {
    EVENT(122)
    NetUid netuid{};
    FIELDS(netuid)
};
struct VotingPowerEmaAlphaSet {
    EVENT(123)
    NetUid netuid{};
    u64 alpha{};
    FIELDS(netuid, alpha)
};
struct SubnetLeaseDividendsDistributed {
    EVENT(124)
    u32 lease_id{};
    AccountId contributor{};
    AlphaBalance alpha{};
    FIELDS(lease_id, contributor, alpha)
};
struct AddStakeBurn {
    EVENT(125)
    NetUid netuid{};
    AccountId hotkey{};
    TaoBalance amount{};
    AlphaBalance alpha{};
    FIELDS(netuid, hotkey, amount, alpha)
};
struct NetworkDissolveCleanupCompleted {
    EVENT(126)
    NetUid netuid{};
    FIELDS(netuid)
};
struct ColdkeySwapCleared {
    EVENT(127)
    AccountId who{};
    FIELDS(who)
};
struct TransactionFeePaidWithAlpha {
    EVENT(128)
    AccountId who{};
    NetUid netuid{};
    AlphaBalance alpha_fee{};
    TaoBalance tao_amount{};
    FIELDS(who, netuid, alpha_fee, tao_amount)
};
struct BurnHalfLifeSet {
    EVENT(129)
    NetUid netuid{};
    u16 burn_half_life{};
    FIELDS(netuid, burn_half_life)
};
struct BurnIncreaseMultSet {
    EVENT(130)
    NetUid netuid{};
    U64F64 burn_increase_mult{};
    FIELDS(netuid, burn_increase_mult)
};
struct AutoParentDelegationEnabledSet {
    EVENT(131)
    AccountId hotkey{};
    bool enabled{};
    FIELDS(hotkey, enabled)
};
struct StakeLocked {
    EVENT(132)
    AccountId coldkey{};
    AccountId hotkey{};
    NetUid netuid{};
    AlphaBalance amount{};
    FIELDS(coldkey, hotkey, netuid, amount)
};
struct StakeUnlocked {
    EVENT(133)
    AccountId coldkey{};
    AccountId hotkey{};
    NetUid netuid{};
    AlphaBalance amount{};
    FIELDS(coldkey, hotkey, netuid, amount)
};
struct LockMoved {
    EVENT(134)
    AccountId coldkey{};
    AccountId origin_hotkey{};
    AccountId destination_hotkey{};
    NetUid netuid{};
    FIELDS(coldkey, origin_hotkey, destination_hotkey, netuid)
};
struct ActivityCutoffFactorMilliSet {
    EVENT(135)
    NetUid netuid{};
    u32 factor_milli{};
    FIELDS(netuid, factor_milli)
};
struct EpochTriggered {
    EVENT(136)
    NetUid netuid{};
    AccountId by{};
    u64 fires_at{};
    FIELDS(netuid, by, fires_at)
};
struct EpochDeferred {
    EVENT(137)
    NetUid netuid{};
    u64 from_block{};
    u64 to_block{};
    FIELDS(netuid, from_block, to_block)
};
struct EpochSkipped {
    EVENT(138)
    NetUid netuid{};
    u64 block{};
    FIELDS(netuid, block)
};
struct SubnetOwnerChanged {
    EVENT(139)
    NetUid netuid{};
    AccountId old_coldkey{};
    AccountId new_coldkey{};
    FIELDS(netuid, old_coldkey, new_coldkey)
};
struct PerpetualLockUpdated {
    EVENT(140)
    AccountId coldkey{};
    NetUid netuid{};
    bool enabled{};
    FIELDS(coldkey, netuid, enabled)
};
struct NetworkRegistrationQueued {
    EVENT(141)
    AccountId coldkey{};
    AccountId hotkey{};
    u16 mechid{};
    std::optional<SubnetIdentityV3> identity{};
    TaoBalance lock_amount{};
    U64F64 median_subnet_alpha_price{};
    u64 registration_block{};
    FIELDS(coldkey, hotkey, mechid, identity, lock_amount, median_subnet_alpha_price,
           registration_block)
};
struct RejectLockedAlphaUpdated {
    EVENT(142)
    AccountId coldkey{};
    bool enabled{};
    FIELDS(coldkey, enabled)
};

struct StakeAndHotkeyTransferred {
    EVENT(143)
    AccountId origin_coldkey{};
    AccountId destination_coldkey{};
    AccountId origin_hotkey{};
    AccountId destination_hotkey{};
    NetUid origin_netuid{};
    NetUid destination_netuid{};
    TaoBalance amount{};
    FIELDS(origin_coldkey, destination_coldkey, origin_hotkey, destination_hotkey, origin_netuid,
           destination_netuid, amount)
};
struct CollateralLocked {
    EVENT(144)
    NetUid netuid{};
    AccountId hotkey{};
    AlphaBalance locked{};
    AlphaBalance total_locked{};
    FIELDS(netuid, hotkey, locked, total_locked)
};
struct MinCollateralSet {
    EVENT(145)
    NetUid netuid{};
    AccountId hotkey{};
    AlphaBalance min_locked{};
    FIELDS(netuid, hotkey, min_locked)
};
struct LiquidAlphaConsensusModeSet {
    EVENT(146)
    NetUid netuid{};
    ConsensusMode mode{};
    UNNAMED(netuid, mode)
};
struct SubnetLeaseDividendSkipped {
    EVENT(149)
    u32 lease_id{};
    AccountId contributor{};
    AlphaBalance alpha{};
    FIELDS(lease_id, contributor, alpha)
};
struct SharePoolDenominatorReconciled {
    EVENT(150)
    AccountId hotkey{};
    NetUid netuid{};
    FIELDS(hotkey, netuid)
};
struct NetworkRegistrationCancelled {
    EVENT(153)
    AccountId coldkey{};
    AccountId hotkey{};
    u32 lock_id{};
    DispatchError error{};
    FIELDS(coldkey, hotkey, lock_id, error)
};
struct EpochConsensusSet {
    EVENT(154)
    NetUid netuid{};
    EpochConsensus mode{};
    UNNAMED(netuid, mode)
};
struct NullUidsPruningProgress {
    EVENT(155)
    NetUid netuid{};
    u16 target{}, remaining{}, removed{};
    u32 cleared_commits{};
    FIELDS(netuid, target, remaining, removed, cleared_commits)
};

/// Left the interface after runtime 425; older clients find it behind an index that no runtime
/// used.
struct RootClaimTypeSet {
    EVENT(250)
    AccountId coldkey{};
    RootClaimTypeEnum root_claim_type{};
    FIELDS(coldkey, root_claim_type)
};

}  // namespace subtensor
