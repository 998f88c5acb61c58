// Types that the pallet stores, takes and emits.
#pragma once
#include "frame/call.hpp"
#include "kernel/safe_float.hpp"
#include "primitives/balance.hpp"
#include "primitives/fixed.hpp"

namespace subtensor {

inline constexpr u8 pallet_index = 7;

/// Ciphertext of a timelocked weight commit, at most this long (MAX_CRV3_COMMIT_SIZE_BYTES); under
/// Yuma consensus a commit is shorter (YUMA_COMMIT_SIZE_BYTES).
inline constexpr u32 max_commit_size_bytes = 32 * 1024, yuma_commit_size_bytes = 5000;
using TimelockedCommit = scale::BoundedVec<u8, max_commit_size_bytes>;
inline constexpr u32 max_certificate_key_bytes = 64;

struct Percent {
    u8 parts = 0;
    UNNAMED(parts)
    PATH("sp_arithmetic::per_things::Percent")
};
struct H160 {
    std::array<u8, 20> bytes{};
    UNNAMED(bytes)
    PATH("primitive_types::H160")
    auto operator<=>(const H160&) const = default;
};

struct AxonInfo {
    u64 block = 0;
    u32 version = 0;
    u128 ip = 0;
    u16 port = 0;
    u8 ip_type = 0, protocol = 0, placeholder1 = 0, placeholder2 = 0;
    FIELDS(block, version, ip, port, ip_type, protocol, placeholder1, placeholder2)
    PATH("pallet_subtensor::pallet::AxonInfo")
};
struct PrometheusInfo {
    u64 block = 0;
    u32 version = 0;
    u128 ip = 0;
    u16 port = 0;
    u8 ip_type = 0;
    FIELDS(block, version, ip, port, ip_type)
    PATH("pallet_subtensor::pallet::PrometheusInfo")
};
struct NeuronCertificate {
    scale::BoundedVec<u8, max_certificate_key_bytes> public_key{};
    u8 algorithm = 0;
    FIELDS(public_key, algorithm)
    PATH("pallet_subtensor::pallet::NeuronCertificate")
};
struct ChainIdentityV2 {
    Bytes name{}, url{}, github_repo{}, image{}, discord{}, description{}, additional{};
    FIELDS(name, url, github_repo, image, discord, description, additional)
    PATH("pallet_subtensor::pallet::ChainIdentityV2")
};
struct SubnetIdentityV3 {
    Bytes subnet_name{}, github_repo{}, subnet_contact{}, subnet_url{}, discord{}, description{},
        logo_url{}, additional{};
    FIELDS(subnet_name, github_repo, subnet_contact, subnet_url, discord, description, logo_url,
           additional)
    PATH("pallet_subtensor::pallet::SubnetIdentityV3")
};
struct LockState {
    AlphaBalance locked_mass{};
    U64F64 conviction{};
    u64 last_update = 0;
    FIELDS(locked_mass, conviction, last_update)
    PATH("pallet_subtensor::staking::lock::LockState")
};
struct SubnetLease {
    AccountId beneficiary{}, coldkey{}, hotkey{};
    Percent emissions_share{};
    std::optional<u32> end_block{};
    NetUid netuid{};
    TaoBalance cost{};
    FIELDS(beneficiary, coldkey, hotkey, emissions_share, end_block, netuid, cost)
    PATH("pallet_subtensor::subnets::leasing::SubnetLease")
    TYPE_PARAMS("AccountId, BlockNumber, Balance", AccountId, u32, TaoBalance)
};
/// What is erased next of a dissolved subnet. The order of work is that of subnets/dissolution.cpp.
enum class DissolveCleanupPhase : u8 {
    SubnetRootDividendsRootClaimable,
    SubnetRootDividendsRootClaimed,
    AlphaInOutStakesGetTotalAlphaValue,
    AlphaInOutStakesSettleStakes,
    AlphaInOutStakesAlpha,
    AlphaInOutStakesHotkeyTotals,
    AlphaInOutStakesLocks,
    AlphaInOutStakesDecayingLocks,
    AlphaInOutStakes,
    ProtocolLiquidity,
    PurgeNetuid,
    NetworkIsNetworkMember,
    NetworkParameters,
    NetworkMapParameters,
    NetworkUpdateWeightsOnRoot,
    NetworkChildkeyTake,
    NetworkChildkeys,
    NetworkParentkeys,
    NetworkLastHotkeyEmissionOnNetuid,
    NetworkTotalHotkeyAlphaLastEpoch,
    NetworkTransactionKeyLastBlock,
    NetworkLock,
    NetworkDecayingLock,
    SubnetBasketHoldingsToRoot,
    NetworkPendingBasketDeposits,
    NetworkAlphaAssetCounters
};
ENUMERATORS(DissolveCleanupPhase, SubnetRootDividendsRootClaimable, SubnetRootDividendsRootClaimed,
            AlphaInOutStakesGetTotalAlphaValue, AlphaInOutStakesSettleStakes, AlphaInOutStakesAlpha,
            AlphaInOutStakesHotkeyTotals, AlphaInOutStakesLocks, AlphaInOutStakesDecayingLocks,
            AlphaInOutStakes, ProtocolLiquidity, PurgeNetuid, NetworkIsNetworkMember,
            NetworkParameters, NetworkMapParameters, NetworkUpdateWeightsOnRoot,
            NetworkChildkeyTake, NetworkChildkeys, NetworkParentkeys,
            NetworkLastHotkeyEmissionOnNetuid, NetworkTotalHotkeyAlphaLastEpoch,
            NetworkTransactionKeyLastBlock, NetworkLock, NetworkDecayingLock,
            SubnetBasketHoldingsToRoot, NetworkPendingBasketDeposits, NetworkAlphaAssetCounters)
ENUM_PATH(DissolveCleanupPhase, "pallet_subtensor::subnets::dissolution::DissolveCleanupPhase")
struct DissolveCleanupStatus {
    NetUid netuid{};
    DissolveCleanupPhase phase = DissolveCleanupPhase::SubnetBasketHoldingsToRoot;
    std::optional<Bytes> last_key{};  ///< of the map that the phase walks: go on behind it
    std::optional<u128> subnet_total_alpha_value{}, subnet_distributed_tao{};
    FIELDS(netuid, phase, last_key, subnet_total_alpha_value, subnet_distributed_tao)
    PATH("pallet_subtensor::subnets::dissolution::DissolveCleanupStatus")
};
/// A registration of a subnet; one that waits for a place is paid already.
struct NetworkRegistrationInfo {
    AccountId coldkey{}, hotkey{};
    u16 mechid = 0;
    std::optional<SubnetIdentityV3> identity{};
    TaoBalance lock_amount{};
    U64F64 median_subnet_alpha_price{};
    u64 registration_block = 0;
    u32 lock_id = 0;
    FIELDS(coldkey, hotkey, mechid, identity, lock_amount, median_subnet_alpha_price,
           registration_block, lock_id)
    PATH("pallet_subtensor::subnets::subnet::NetworkRegistrationInfo")
    TYPE_PARAMS("AccountId", AccountId)
};
enum class RecycleOrBurnEnum : u8 { Burn, Recycle };
ENUMERATORS(RecycleOrBurnEnum, Burn, Recycle)
ENUM_PATH(RecycleOrBurnEnum, "pallet_subtensor::pallet::RecycleOrBurnEnum")

/// Hotkeys of a coldkey that may have collateral on one subnet (MAX_COLDKEY_COLLATERAL_HOTKEYS).
inline constexpr u32 max_coldkey_collateral_hotkeys = 32;

/// Neurons of a subnet that one EVM address may stand for (MAX_ASSOCIATED_UIDS_PER_EVM_ADDRESS).
inline constexpr u32 max_uids_per_evm_address = 32;

/// Alpha of a stake that is held back until its hotkey has earned as much.
struct MinerCollateralState {
    AlphaBalance locked{};
    U64F64 drain_ratio{};       ///< alpha set free for each alpha earned, as at registration
    AlphaBalance min_locked{};  ///< the owner's own floor: below it, earnings are locked
    AlphaBalance earned{};      ///< by the hotkey, as long as this entry has been there
    FIELDS(locked, drain_ratio, min_locked, earned)
    PATH("pallet_subtensor::pallet::MinerCollateralState")
};

/// Which consensus liquid alpha compares weights with: the epoch's own, the last one's, or by the
/// bonds' penalty.
enum class ConsensusMode : u8 { Current, Previous, Auto };
ENUMERATORS(ConsensusMode, Current, Previous, Auto)
ENUM_PATH(ConsensusMode, "pallet_subtensor::pallet::ConsensusMode")

/// Yuma: validators agree, weighted by stake. Null: the one with most stake decides alone.
enum class EpochConsensus : u8 { Yuma, Null };
ENUMERATORS(EpochConsensus, Yuma, Null)
ENUM_PATH(EpochConsensus, "pallet_subtensor::pallet::EpochConsensus")

enum class Hyperparameter : u8 {
    Unknown,
    ServingRateLimit,
    MaxDifficulty,
    AdjustmentAlpha,
    MaxWeightLimit,
    ImmunityPeriod,
    MinAllowedWeights,
    Kappa,
    Rho,
    ActivityCutoff,
    PowRegistrationAllowed,
    MinBurn,
    MaxBurn,
    BondsMovingAverage,
    BondsPenalty,
    CommitRevealEnabled,
    LiquidAlphaEnabled,
    AlphaValues,
    WeightCommitInterval,
    TransferEnabled,
    AlphaSigmoidSteepness,
    Yuma3Enabled,
    BondsResetEnabled,
    ImmuneNeuronLimit,
    RecycleOrBurn,
    MaxAllowedUids,
    BurnHalfLife,
    BurnIncreaseMult,
    SubnetEmissionEnabled,
    MinChildkeyTake,
    ActivityCutoffFactorMilli,
    TriggerEpoch,
    CollateralLockShare,
    CollateralDrainRatio,
    LiquidAlphaConsensusMode,
    EpochConsensus,
    BurnRegistrationAllowed
};
ENUMERATORS(Hyperparameter, Unknown, ServingRateLimit, MaxDifficulty, AdjustmentAlpha,
            MaxWeightLimit, ImmunityPeriod, MinAllowedWeights, Kappa, Rho, ActivityCutoff,
            PowRegistrationAllowed, MinBurn, MaxBurn, BondsMovingAverage, BondsPenalty,
            CommitRevealEnabled, LiquidAlphaEnabled, AlphaValues, WeightCommitInterval,
            TransferEnabled, AlphaSigmoidSteepness, Yuma3Enabled, BondsResetEnabled,
            ImmuneNeuronLimit, RecycleOrBurn, MaxAllowedUids, BurnHalfLife, BurnIncreaseMult,
            SubnetEmissionEnabled, MinChildkeyTake, ActivityCutoffFactorMilli, TriggerEpoch,
            CollateralLockShare, CollateralDrainRatio, LiquidAlphaConsensusMode, EpochConsensus,
            BurnRegistrationAllowed)
ENUM_PATH(Hyperparameter, "pallet_subtensor::utils::rate_limiting::Hyperparameter")

/// What a coldkey wants done with the root dividends it claims.
namespace root_claim_type {
struct Swap {  ///< sell them and stake the TAO on root
    NO_FIELDS
};
struct Keep {  ///< stake the alpha where it is
    NO_FIELDS
};
struct KeepSubnets {  ///< keep on these subnets, sell on the others
    std::set<NetUid> subnets{};
    FIELDS(subnets)
};
}  // namespace root_claim_type
struct RootClaimTypeEnum
    : std::variant<root_claim_type::Swap, root_claim_type::Keep, root_claim_type::KeepSubnets> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Swap, Keep, KeepSubnets";
    PATH("pallet_subtensor::pallet::RootClaimTypeEnum")
};

/// What a rate limit is kept for (storage LastRateLimitedBlock).
namespace rate_key {
struct SetSNOwnerHotkey {
    NetUid netuid{};
    UNNAMED(netuid)
};
struct OwnerHyperparamUpdate {
    NetUid netuid{};
    Hyperparameter hyperparameter{};
    UNNAMED(netuid, hyperparameter)
};
struct NetworkLastRegistered {
    NO_FIELDS
};
struct LastTxBlock {
    AccountId account{};
    UNNAMED(account)
};
struct LastTxBlockChildKeyTake {
    AccountId account{};
    UNNAMED(account)
};
struct LastTxBlockDelegateTake {
    AccountId account{};
    UNNAMED(account)
};
struct AddStakeBurn {
    NetUid netuid{};
    UNNAMED(netuid)
};
}  // namespace rate_key
struct RateLimitKey : std::variant<rate_key::SetSNOwnerHotkey, rate_key::OwnerHyperparamUpdate,
                                   rate_key::NetworkLastRegistered, rate_key::LastTxBlock,
                                   rate_key::LastTxBlockChildKeyTake,
                                   rate_key::LastTxBlockDelegateTake, rate_key::AddStakeBurn> {
    using variant::variant;
    static constexpr std::string_view alternatives =
        "SetSNOwnerHotkey, OwnerHyperparamUpdate, NetworkLastRegistered, LastTxBlock, "
        "LastTxBlockChildKeyTake, LastTxBlockDelegateTake, AddStakeBurn";
    PATH("pallet_subtensor::RateLimitKey")
    TYPE_PARAMS("AccountId", AccountId)
};

}  // namespace subtensor
