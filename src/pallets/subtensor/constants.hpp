// The pallet's constants: the values of mainnet, changed by data at start-up, never by the build.
#pragma once
#include "pallets/subtensor/types.hpp"

namespace subtensor {

struct Constants {
    TaoBalance InitialIssuance{0};
    u16 InitialMinAllowedWeights{1024};
    u16 InitialEmissionValue{0};
    u16 InitialTempo{360};
    u64 InitialDifficulty{10000000};
    u64 InitialMaxDifficulty{4611686018427387903};
    u64 InitialMinDifficulty{10000000};
    TaoBalance InitialRAORecycledForRegistration{0};
    TaoBalance InitialBurn{100000000};
    TaoBalance InitialMaxBurn{100000000000};
    TaoBalance InitialMinBurn{500000};
    TaoBalance InitialMinStake{2000000};
    TaoBalance InitialMinTransfer{100000};
    TaoBalance MinBurnUpperBound{1000000000};
    TaoBalance MaxBurnLowerBound{100000000};
    u16 MinTempo{360};
    u16 MaxTempo{50400};
    u32 MinActivityCutoffFactorMilli{1000};
    u32 MaxActivityCutoffFactorMilli{50000};
    u16 InitialAdjustmentInterval{100};
    u64 InitialBondsMovingAverage{900000};
    u16 InitialBondsPenalty{65535};
    bool InitialBondsResetOn{false};
    u16 InitialTargetRegistrationsPerInterval{2};
    u16 InitialRho{10};
    i16 InitialAlphaSigmoidSteepness{1000};
    u16 InitialKappa{32767};
    u16 InitialMinAllowedUids{64};
    u16 InitialMaxAllowedUids{256};
    u64 InitialValidatorPruneLen{1};
    u16 InitialScalingLawPower{50};
    u16 InitialImmunityPeriod{4096};
    u16 InitialActivityCutoff{5000};
    u16 InitialMaxRegistrationsPerBlock{1};
    u16 InitialPruningScore{65535};
    u16 InitialMaxAllowedValidators{128};
    u16 InitialDefaultDelegateTake{11796};
    u16 InitialMinDelegateTake{0};
    u16 InitialDefaultChildKeyTake{0};
    u16 InitialMinChildKeyTake{0};
    u16 InitialMaxChildKeyTake{11796};
    u64 InitialWeightsVersionKey{0};
    u64 InitialServingRateLimit{50};
    u64 InitialTxRateLimit{1000};
    u64 InitialTxDelegateTakeRateLimit{216000};
    u64 InitialTxChildKeyTakeRateLimit{216000};
    u64 InitialAdjustmentAlpha{0};
    u64 InitialNetworkImmunityPeriod{1296000};
    TaoBalance InitialNetworkMinLockCost{1000000000000};
    u16 InitialSubnetOwnerCut{11796};
    u64 InitialNetworkLockReductionInterval{100800};
    u64 InitialNetworkRateLimit{7200};
    TaoBalance KeySwapCost{100000000};
    u16 AlphaHigh{58982};
    u16 AlphaLow{45875};
    bool LiquidAlphaOn{false};
    bool Yuma3On{false};
    u32 InitialColdkeySwapAnnouncementDelay{36000};
    u32 InitialColdkeySwapReannouncementDelay{7200};
    u32 InitialDissolveNetworkScheduleDuration{36000};
    u64 InitialTaoWeight{971718665099567868};
    u64 InitialEmaPriceHalvingPeriod{201600};
    u64 InitialStartCallDelay{0};
    TaoBalance KeySwapOnSubnetCost{1000000};
    u64 HotkeySwapOnSubnetInterval{7200};
    u32 LeaseDividendsDistributionInterval{100};
    Percent MaxImmuneUidsPercentage{80};
    PalletId SubtensorPalletId{{'s', 'u', 'b', 't', 'e', 'n', 's', 'r'}};
    PalletId BurnAccountId{{'b', 'u', 'r', 'n', 't', 'n', 's', 'r'}};
    u8 InitialMaxEpochsPerBlock{2};

    FIELDS(InitialIssuance, InitialMinAllowedWeights, InitialEmissionValue, InitialTempo,
           InitialDifficulty, InitialMaxDifficulty, InitialMinDifficulty,
           InitialRAORecycledForRegistration, InitialBurn, InitialMaxBurn, InitialMinBurn,
           InitialMinStake, InitialMinTransfer, MinBurnUpperBound, MaxBurnLowerBound, MinTempo,
           MaxTempo, MinActivityCutoffFactorMilli, MaxActivityCutoffFactorMilli,
           InitialAdjustmentInterval, InitialBondsMovingAverage, InitialBondsPenalty,
           InitialBondsResetOn, InitialTargetRegistrationsPerInterval, InitialRho,
           InitialAlphaSigmoidSteepness, InitialKappa, InitialMinAllowedUids, InitialMaxAllowedUids,
           InitialValidatorPruneLen, InitialScalingLawPower, InitialImmunityPeriod,
           InitialActivityCutoff, InitialMaxRegistrationsPerBlock, InitialPruningScore,
           InitialMaxAllowedValidators, InitialDefaultDelegateTake, InitialMinDelegateTake,
           InitialDefaultChildKeyTake, InitialMinChildKeyTake, InitialMaxChildKeyTake,
           InitialWeightsVersionKey, InitialServingRateLimit, InitialTxRateLimit,
           InitialTxDelegateTakeRateLimit, InitialTxChildKeyTakeRateLimit, InitialAdjustmentAlpha,
           InitialNetworkImmunityPeriod, InitialNetworkMinLockCost, InitialSubnetOwnerCut,
           InitialNetworkLockReductionInterval, InitialNetworkRateLimit, KeySwapCost, AlphaHigh,
           AlphaLow, LiquidAlphaOn, Yuma3On, InitialColdkeySwapAnnouncementDelay,
           InitialColdkeySwapReannouncementDelay, InitialDissolveNetworkScheduleDuration,
           InitialTaoWeight, InitialEmaPriceHalvingPeriod, InitialStartCallDelay,
           KeySwapOnSubnetCost, HotkeySwapOnSubnetInterval, LeaseDividendsDistributionInterval,
           MaxImmuneUidsPercentage, SubtensorPalletId, BurnAccountId, InitialMaxEpochsPerBlock)
};

/// Values that differ between mainnet and fast local chains but are no constants of the interface.
/// In blocks.
struct Limits {
    u64 MechanismCountSetRateLimit = 7'200;
    u64 MechanismEmissionRateLimit = 7'200;
    u64 MaxUidsTrimmingRateLimit = 216'000;
    u64 PendingChildKeyCooldown = 7'200;  // default of the storage item
    u64 EvmKeyAssociateRateLimit = 7'200;
};
extern Limits limits;

/// The values of the reference's fast local build (fast-runtime).
void use_fast_runtime();

/// Set once before the chain starts (a runtime profile), then only read.
extern Constants constants;

}  // namespace subtensor
