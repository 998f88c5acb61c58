// What the pallet keeps: every item, in the order of the runtime's metadata.
#pragma once
#include "frame/storage.hpp"
#include "pallets/subtensor/constants.hpp"

namespace subtensor {

struct Storage : StorageList {
    Storage();
    StorageValue<u16> MinActivityCutoff{*this, "MinActivityCutoff", "", [] { return u16{360}; }};
    StorageValue<u16> AdminFreezeWindow{*this, "AdminFreezeWindow", "", [] { return u16{10}; }};
    StorageValue<u16> OwnerHyperparamRateLimit{*this, "OwnerHyperparamRateLimit", "",
                                               [] { return u16{2}; }};
    StorageValue<u32> DissolveNetworkScheduleDuration{
        *this, "DissolveNetworkScheduleDuration", "",
        [] { return constants.InitialDissolveNetworkScheduleDuration; }};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, u64> LastHotkeySwapOnNetuid{
        *this, "LastHotkeySwapOnNetuid", ""};
    StorageValue<u64> NextStakeJobId{*this, "NextStakeJobId", ""};
    StorageValue<u64> TaoWeight{*this, "TaoWeight", "", [] { return constants.InitialTaoWeight; }};
    StorageValue<u64> CKBurn{*this, "CKBurn", ""};
    StorageValue<PerU16> MaxDelegateTake{
        *this, "MaxDelegateTake", "", [] { return PerU16{constants.InitialDefaultDelegateTake}; }};
    StorageValue<PerU16> MinDelegateTake{*this, "MinDelegateTake", "",
                                         [] { return PerU16{constants.InitialMinDelegateTake}; }};
    StorageValue<PerU16> MaxChildkeyTake{*this, "MaxChildkeyTake", "",
                                         [] { return PerU16{constants.InitialMaxChildKeyTake}; }};
    StorageValue<PerU16> MinChildkeyTake{*this, "MinChildkeyTake", "",
                                         [] { return PerU16{constants.InitialMinChildKeyTake}; }};
    StorageMap<Identity<NetUid>, PerU16> MinChildkeyTakePerSubnet{*this, "MinChildkeyTakePerSubnet",
                                                                  ""};
    StorageMap<Blake2_128Concat<AccountId>, AccountId> Owner{*this, "Owner", ""};
    StorageMap<Blake2_128Concat<AccountId>, u128> AccountFlags{*this, "AccountFlags", ""};
    StorageMap<Blake2_128Concat<AccountId>, PerU16> Delegates{
        *this, "Delegates", "", [] { return PerU16{constants.InitialDefaultDelegateTake}; }};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, PerU16> ChildkeyTake{
        *this, "ChildkeyTake", ""};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>,
                     std::pair<std::vector<std::pair<u64, AccountId>>, u64>>
        PendingChildKeys{*this, "PendingChildKeys", ""};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>,
                     std::vector<std::pair<u64, AccountId>>>
        ChildKeys{*this, "ChildKeys", ""};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>,
                     std::vector<std::pair<u64, AccountId>>>
        ParentKeys{*this, "ParentKeys", ""};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AlphaBalance>
        AlphaDividendsPerSubnet{*this, "AlphaDividendsPerSubnet", ""};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AlphaBalance>
        RootAlphaDividendsPerSubnet{*this, "RootAlphaDividendsPerSubnet", ""};
    StorageValue<u64> BlockEmission{*this, "BlockEmission", "", [] { return u64{1000000000}; }};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AlphaBalance>
        LastHotkeyEmissionOnNetuid{*this, "LastHotkeyEmissionOnNetuid", ""};
    StorageValue<u16> SubnetLimit{*this, "SubnetLimit", "", [] { return u16{128}; }};
    StorageValue<TaoBalance> TotalIssuance{*this, "TotalIssuance", "",
                                           [] { return constants.InitialIssuance; }};
    StorageValue<TaoBalance> TotalStake{*this, "TotalStake", ""};
    StorageValue<I96F32> SubnetMovingAlpha{*this, "SubnetMovingAlpha", "",
                                           [] { return I96F32{12885u}; }};
    StorageMap<Identity<NetUid>, I96F32> SubnetMovingPrice{*this, "SubnetMovingPrice", ""};
    StorageMap<Identity<NetUid>, U96F32> RootProp{*this, "RootProp", ""};
    StorageMap<Identity<NetUid>, u128> SubnetVolume{*this, "SubnetVolume", ""};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetTAO{*this, "SubnetTAO", ""};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaInEmission{*this, "SubnetAlphaInEmission",
                                                                     ""};
    StorageMap<Identity<NetUid>, bool> SubnetEmissionEnabled{*this, "SubnetEmissionEnabled", "",
                                                             [] { return true; }};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaOutEmission{*this,
                                                                      "SubnetAlphaOutEmission", ""};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetTaoInEmission{*this, "SubnetTaoInEmission", ""};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetExcessTao{*this, "SubnetExcessTao", ""};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetRootSellTao{*this, "SubnetRootSellTao", ""};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaIn{*this, "SubnetAlphaIn", ""};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaOut{*this, "SubnetAlphaOut", ""};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetProtocolAlpha{*this, "SubnetProtocolAlpha",
                                                                   ""};
    StorageMap<Blake2_128Concat<AccountId>, std::vector<AccountId>> StakingHotkeys{
        *this, "StakingHotkeys", ""};
    StorageMap<Blake2_128Concat<AccountId>, std::vector<AccountId>> OwnedHotkeys{
        *this, "OwnedHotkeys", ""};
    OptionalDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AccountId>
        AutoStakeDestination{*this, "AutoStakeDestination", ""};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, std::vector<AccountId>>
        AutoStakeDestinationColdkeys{*this, "AutoStakeDestinationColdkeys", ""};
    StorageValue<u32> ColdkeySwapAnnouncementDelay{
        *this, "ColdkeySwapAnnouncementDelay", "",
        [] { return constants.InitialColdkeySwapAnnouncementDelay; }};
    StorageValue<u32> ColdkeySwapReannouncementDelay{
        *this, "ColdkeySwapReannouncementDelay", "",
        [] { return constants.InitialColdkeySwapReannouncementDelay; }};
    OptionalMap<Twox64Concat<AccountId>, std::pair<u32, H256>> ColdkeySwapAnnouncements{
        *this, "ColdkeySwapAnnouncements", ""};
    OptionalMap<Twox64Concat<AccountId>, u32> ColdkeySwapDisputes{*this, "ColdkeySwapDisputes", ""};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AlphaBalance> TotalHotkeyAlpha{
        *this, "TotalHotkeyAlpha", ""};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AlphaBalance>
        TotalHotkeyAlphaLastEpoch{*this, "TotalHotkeyAlphaLastEpoch", ""};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, kernel::SafeFloat>
        TotalHotkeySharesV2{*this, "TotalHotkeySharesV2", ""};
    StorageNMap<kernel::SafeFloat, Blake2_128Concat<AccountId>, Blake2_128Concat<AccountId>,
                Identity<NetUid>>
        AlphaV2{*this, "AlphaV2", ""};
    OptionalNMap<LockState, Blake2_128Concat<AccountId>, Identity<NetUid>,
                 Blake2_128Concat<AccountId>>
        Lock{*this, "Lock", ""};
    OptionalNMap<std::tuple<>, Identity<NetUid>, Blake2_128Concat<AccountId>,
                 Blake2_128Concat<AccountId>>
        LockingColdkeys{*this, "LockingColdkeys", ""};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, LockState> HotkeyLock{
        *this, "HotkeyLock", ""};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, LockState> DecayingHotkeyLock{
        *this, "DecayingHotkeyLock", ""};
    OptionalMap<Identity<NetUid>, LockState> OwnerLock{*this, "OwnerLock", ""};
    OptionalMap<Identity<NetUid>, LockState> DecayingOwnerLock{*this, "DecayingOwnerLock", ""};
    OptionalDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, bool> DecayingLock{
        *this, "DecayingLock", ""};
    StorageMap<Identity<NetUid>, bool> OwnerCutAutoLockEnabled{*this, "OwnerCutAutoLockEnabled",
                                                               ""};
    StorageValue<u64> MaturityRate{*this, "MaturityRate", "", [] { return u64{934866}; }};
    StorageValue<u64> UnlockRate{*this, "UnlockRate", "", [] { return u64{934866}; }};
    StorageValue<std::optional<Bytes>> AlphaV2MapLastKey{*this, "AlphaV2MapLastKey", ""};
    StorageMap<Identity<NetUid>, Bytes> TokenSymbol{*this, "TokenSymbol", "", [] {
                                                        return Bytes{0xf0, 0x9d, 0x9c, 0x8f};
                                                    }};
    StorageMap<Identity<NetUid>, i64> SubnetTaoFlow{*this, "SubnetTaoFlow", ""};
    OptionalMap<Identity<NetUid>, std::pair<u64, I64F64>> SubnetEmaTaoFlow{*this,
                                                                           "SubnetEmaTaoFlow", ""};
    StorageValue<bool> NetTaoFlowEnabled{*this, "NetTaoFlowEnabled", "", [] { return true; }};
    StorageMap<Identity<NetUid>, i64> SubnetProtocolFlow{*this, "SubnetProtocolFlow", ""};
    OptionalMap<Identity<NetUid>, std::pair<u64, I64F64>> SubnetEmaProtocolFlow{
        *this, "SubnetEmaProtocolFlow", ""};
    StorageValue<I64F64> TaoFlowCutoff{*this, "TaoFlowCutoff", ""};
    StorageValue<U64F64> FlowNormExponent{*this, "FlowNormExponent", "",
                                          [] { return U64F64{u128(1) << 64 | 0u}; }};
    StorageValue<u64> FlowEmaSmoothingFactor{*this, "FlowEmaSmoothingFactor", "",
                                             [] { return u64{29597889189277}; }};
    StorageMap<Identity<Bytes>, u64> UsedWork{*this, "UsedWork", ""};
    StorageMap<Identity<NetUid>, u16> MaxRegistrationsPerBlock{
        *this, "MaxRegistrationsPerBlock", "",
        [] { return constants.InitialMaxRegistrationsPerBlock; }};
    StorageValue<u16> TotalNetworks{*this, "TotalNetworks", ""};
    StorageValue<u64> NetworkImmunityPeriod{*this, "NetworkImmunityPeriod", "",
                                            [] { return constants.InitialNetworkImmunityPeriod; }};
    StorageValue<u64> StartCallDelay{*this, "StartCallDelay", ""};
    StorageValue<TaoBalance> NetworkMinLockCost{*this, "NetworkMinLockCost", "",
                                                [] { return constants.InitialNetworkMinLockCost; }};
    StorageValue<TaoBalance> NetworkLastLockCost{
        *this, "NetworkLastLockCost", "", [] { return constants.InitialNetworkMinLockCost; }};
    StorageValue<u64> NetworkLockReductionInterval{
        *this, "NetworkLockReductionInterval", "",
        [] { return constants.InitialNetworkLockReductionInterval; }};
    StorageValue<u16> SubnetOwnerCut{*this, "SubnetOwnerCut", "",
                                     [] { return constants.InitialSubnetOwnerCut; }};
    StorageMap<Identity<NetUid>, bool> OwnerCutEnabled{*this, "OwnerCutEnabled", "",
                                                       [] { return true; }};
    StorageValue<u64> NetworkRateLimit{*this, "NetworkRateLimit", "",
                                       [] { return constants.InitialNetworkRateLimit; }};
    StorageValue<u64> NominatorMinRequiredStake{*this, "NominatorMinRequiredStake", ""};
    StorageValue<u64> WeightsVersionKeyRateLimit{*this, "WeightsVersionKeyRateLimit", "",
                                                 [] { return u64{5}; }};
    StorageMap<Identity<RateLimitKey>, u64> LastRateLimitedBlock{*this, "LastRateLimitedBlock", ""};
    StorageMap<Identity<NetUid>, bool> TransferToggle{*this, "TransferToggle", "",
                                                      [] { return true; }};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetLocked{*this, "SubnetLocked", ""};
    StorageMap<Identity<NetUid>, u64> LargestLocked{*this, "LargestLocked", ""};
    StorageMap<Identity<NetUid>, u16> Tempo{*this, "Tempo", "",
                                            [] { return constants.InitialTempo; }};
    StorageMap<Identity<NetUid>, u64> LastEpochBlock{*this, "LastEpochBlock", ""};
    StorageMap<Identity<NetUid>, u64> PendingEpochAt{*this, "PendingEpochAt", ""};
    StorageMap<Identity<NetUid>, u64> SubnetEpochIndex{*this, "SubnetEpochIndex", ""};
    StorageMap<Identity<NetUid>, u32> ActivityCutoffFactorMilli{*this, "ActivityCutoffFactorMilli",
                                                                "", [] { return u32{13889}; }};
    OptionalMap<Identity<NetUid>, u64> FirstEmissionBlockNumber{*this, "FirstEmissionBlockNumber",
                                                                ""};
    StorageMap<Identity<NetUid>, u16> SubnetMechanism{*this, "SubnetMechanism", ""};
    StorageMap<Identity<NetUid>, u16> SubnetworkN{*this, "SubnetworkN", ""};
    StorageMap<Identity<NetUid>, bool> NetworksAdded{*this, "NetworksAdded", ""};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, bool> IsNetworkMember{
        *this, "IsNetworkMember", ""};
    StorageMap<Identity<NetUid>, bool> NetworkRegistrationAllowed{
        *this, "NetworkRegistrationAllowed", "", [] { return true; }};
    StorageMap<Identity<NetUid>, bool> NetworkPowRegistrationAllowed{
        *this, "NetworkPowRegistrationAllowed", ""};
    StorageMap<Identity<NetUid>, u64> NetworkRegisteredAt{*this, "NetworkRegisteredAt", ""};
    StorageMap<Identity<NetUid>, u64> RegisteredSubnetCounter{*this, "RegisteredSubnetCounter", ""};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingServerEmission{*this, "PendingServerEmission",
                                                                     ""};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingValidatorEmission{
        *this, "PendingValidatorEmission", ""};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingRootAlphaDivs{*this, "PendingRootAlphaDivs",
                                                                    ""};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingOwnerCut{*this, "PendingOwnerCut", ""};
    StorageMap<Identity<NetUid>, U96F32> MinerBurned{*this, "MinerBurned", ""};
    StorageMap<Identity<NetUid>, u64> BlocksSinceLastStep{*this, "BlocksSinceLastStep", ""};
    StorageMap<Identity<NetUid>, u64> LastMechansimStepBlock{*this, "LastMechansimStepBlock", ""};
    StorageMap<Identity<NetUid>, AccountId> SubnetOwner{*this, "SubnetOwner", ""};
    StorageMap<Identity<NetUid>, AccountId> SubnetOwnerHotkey{*this, "SubnetOwnerHotkey", ""};
    StorageMap<Identity<NetUid>, RecycleOrBurnEnum> RecycleOrBurn{*this, "RecycleOrBurn", ""};
    StorageMap<Identity<NetUid>, u64> ServingRateLimit{
        *this, "ServingRateLimit", "", [] { return constants.InitialServingRateLimit; }};
    StorageMap<Identity<NetUid>, u16> Rho{*this, "Rho", "", [] { return constants.InitialRho; }};
    StorageMap<Identity<NetUid>, i16> AlphaSigmoidSteepness{
        *this, "AlphaSigmoidSteepness", "", [] { return constants.InitialAlphaSigmoidSteepness; }};
    StorageMap<Identity<NetUid>, u16> Kappa{*this, "Kappa", "",
                                            [] { return constants.InitialKappa; }};
    StorageMap<Identity<NetUid>, u16> RegistrationsThisInterval{*this, "RegistrationsThisInterval",
                                                                ""};
    StorageMap<Identity<NetUid>, u16> POWRegistrationsThisInterval{
        *this, "POWRegistrationsThisInterval", ""};
    StorageMap<Identity<NetUid>, u16> BurnRegistrationsThisInterval{
        *this, "BurnRegistrationsThisInterval", ""};
    StorageMap<Identity<NetUid>, u16> MinAllowedUids{
        *this, "MinAllowedUids", "", [] { return constants.InitialMinAllowedUids; }};
    StorageMap<Identity<NetUid>, u16> MaxAllowedUids{
        *this, "MaxAllowedUids", "", [] { return constants.InitialMaxAllowedUids; }};
    StorageMap<Identity<NetUid>, u16> ImmunityPeriod{
        *this, "ImmunityPeriod", "", [] { return constants.InitialImmunityPeriod; }};
    StorageMap<Identity<NetUid>, u16> ActivityCutoff{
        *this, "ActivityCutoff", "", [] { return constants.InitialActivityCutoff; }};
    StorageMap<Identity<NetUid>, u16> MaxWeightsLimit{*this, "MaxWeightsLimit", "",
                                                      [] { return u16{65535}; }};
    StorageMap<Identity<NetUid>, u64> WeightsVersionKey{
        *this, "WeightsVersionKey", "", [] { return constants.InitialWeightsVersionKey; }};
    StorageMap<Identity<NetUid>, u16> MinAllowedWeights{
        *this, "MinAllowedWeights", "", [] { return constants.InitialMinAllowedWeights; }};
    StorageMap<Identity<NetUid>, u16> MaxAllowedValidators{
        *this, "MaxAllowedValidators", "", [] { return constants.InitialMaxAllowedValidators; }};
    StorageMap<Identity<NetUid>, u16> AdjustmentInterval{
        *this, "AdjustmentInterval", "", [] { return constants.InitialAdjustmentInterval; }};
    StorageMap<Identity<NetUid>, u64> BondsMovingAverage{
        *this, "BondsMovingAverage", "", [] { return constants.InitialBondsMovingAverage; }};
    StorageMap<Identity<NetUid>, u16> BondsPenalty{*this, "BondsPenalty", "",
                                                   [] { return constants.InitialBondsPenalty; }};
    StorageMap<Identity<NetUid>, bool> BondsResetOn{*this, "BondsResetOn", "",
                                                    [] { return constants.InitialBondsResetOn; }};
    StorageMap<Identity<NetUid>, u64> WeightsSetRateLimit{*this, "WeightsSetRateLimit", "",
                                                          [] { return u64{100}; }};
    StorageMap<Identity<NetUid>, u64> ValidatorPruneLen{
        *this, "ValidatorPruneLen", "", [] { return constants.InitialValidatorPruneLen; }};
    StorageMap<Identity<NetUid>, u16> ScalingLawPower{
        *this, "ScalingLawPower", "", [] { return constants.InitialScalingLawPower; }};
    StorageMap<Identity<NetUid>, u16> TargetRegistrationsPerInterval{
        *this, "TargetRegistrationsPerInterval", "",
        [] { return constants.InitialTargetRegistrationsPerInterval; }};
    StorageMap<Identity<NetUid>, u64> AdjustmentAlpha{
        *this, "AdjustmentAlpha", "", [] { return constants.InitialAdjustmentAlpha; }};
    StorageMap<Identity<NetUid>, bool> CommitRevealWeightsEnabled{
        *this, "CommitRevealWeightsEnabled", "", [] { return true; }};
    StorageMap<Identity<NetUid>, TaoBalance> Burn{*this, "Burn", "",
                                                  [] { return constants.InitialBurn; }};
    StorageMap<Identity<NetUid>, u64> Difficulty{*this, "Difficulty", "",
                                                 [] { return constants.InitialDifficulty; }};
    StorageMap<Identity<NetUid>, TaoBalance> MinBurn{*this, "MinBurn", "",
                                                     [] { return constants.InitialMinBurn; }};
    StorageMap<Identity<NetUid>, TaoBalance> MaxBurn{*this, "MaxBurn", "",
                                                     [] { return constants.InitialMaxBurn; }};
    StorageMap<Identity<NetUid>, u64> MinDifficulty{*this, "MinDifficulty", "",
                                                    [] { return constants.InitialMinDifficulty; }};
    StorageMap<Identity<NetUid>, u64> MaxDifficulty{*this, "MaxDifficulty", "",
                                                    [] { return constants.InitialMaxDifficulty; }};
    StorageMap<Identity<NetUid>, u64> LastAdjustmentBlock{*this, "LastAdjustmentBlock", ""};
    StorageMap<Identity<NetUid>, u16> RegistrationsThisBlock{*this, "RegistrationsThisBlock", ""};
    StorageMap<Identity<NetUid>, u64> EMAPriceHalvingBlocks{
        *this, "EMAPriceHalvingBlocks", "", [] { return constants.InitialEmaPriceHalvingPeriod; }};
    StorageMap<Identity<NetUid>, TaoBalance> RAORecycledForRegistration{
        *this, "RAORecycledForRegistration", "",
        [] { return constants.InitialRAORecycledForRegistration; }};
    StorageValue<u8> MaxEpochsPerBlock{*this, "MaxEpochsPerBlock", "",
                                       [] { return constants.InitialMaxEpochsPerBlock; }};
    StorageValue<u64> TxRateLimit{*this, "TxRateLimit", "",
                                  [] { return constants.InitialTxRateLimit; }};
    StorageValue<u64> TxDelegateTakeRateLimit{*this, "TxDelegateTakeRateLimit", "", [] {
                                                  return constants.InitialTxDelegateTakeRateLimit;
                                              }};
    StorageValue<u64> TxChildkeyTakeRateLimit{*this, "TxChildkeyTakeRateLimit", "", [] {
                                                  return constants.InitialTxChildKeyTakeRateLimit;
                                              }};
    StorageMap<Blake2_128Concat<NetUid>, bool> LiquidAlphaOn{*this, "LiquidAlphaOn", ""};
    StorageMap<Blake2_128Concat<NetUid>, bool> Yuma3On{*this, "Yuma3On", ""};
    StorageMap<Identity<NetUid>, std::pair<u16, u16>> AlphaValues{
        *this, "AlphaValues", "", [] {
            return std::pair<u16, u16>{constants.AlphaLow, constants.AlphaHigh};
        }};
    StorageMap<Identity<NetUid>, bool> SubtokenEnabled{*this, "SubtokenEnabled", ""};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, u64> VotingPower{
        *this, "VotingPower", ""};
    StorageMap<Identity<NetUid>, bool> VotingPowerTrackingEnabled{*this,
                                                                  "VotingPowerTrackingEnabled", ""};
    StorageMap<Identity<NetUid>, u64> VotingPowerDisableAtBlock{*this, "VotingPowerDisableAtBlock",
                                                                ""};
    StorageMap<Identity<NetUid>, u64> VotingPowerEmaAlpha{*this, "VotingPowerEmaAlpha", "",
                                                          [] { return u64{3570000000000000}; }};
    StorageMap<Identity<NetUid>, u16> ImmuneOwnerUidsLimit{*this, "ImmuneOwnerUidsLimit", "",
                                                           [] { return u16{1}; }};
    StorageMap<Identity<NetUid>, std::vector<u16>> StakeWeight{*this, "StakeWeight", ""};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, u16> Uids{*this, "Uids", ""};
    StorageDoubleMap<Identity<NetUid>, Identity<u16>, AccountId> Keys{*this, "Keys", ""};
    OptionalMap<Identity<NetUid>, std::vector<std::tuple<AccountId, u64, u64>>> LoadedEmission{
        *this, "LoadedEmission", ""};
    StorageMap<Identity<NetUid>, std::vector<bool>> Active{*this, "Active", ""};
    StorageMap<Identity<NetUid>, std::vector<PerU16>> Consensus{*this, "Consensus", ""};
    StorageMap<Identity<NetUidStorageIndex>, std::vector<PerU16>> Incentive{*this, "Incentive", ""};
    StorageMap<Identity<NetUid>, std::vector<PerU16>> Dividends{*this, "Dividends", ""};
    StorageMap<Identity<NetUid>, std::vector<AlphaBalance>> Emission{*this, "Emission", ""};
    StorageMap<Identity<NetUidStorageIndex>, std::vector<u64>> LastUpdate{*this, "LastUpdate", ""};
    StorageMap<Identity<NetUid>, std::vector<PerU16>> ValidatorTrust{*this, "ValidatorTrust", ""};
    StorageMap<Identity<NetUid>, std::vector<bool>> ValidatorPermit{*this, "ValidatorPermit", ""};
    StorageDoubleMap<Identity<NetUidStorageIndex>, Identity<u16>, std::vector<std::pair<u16, u16>>>
        Weights{*this, "Weights", ""};
    StorageDoubleMap<Identity<NetUidStorageIndex>, Identity<u16>, std::vector<std::pair<u16, u16>>>
        Bonds{*this, "Bonds", ""};
    StorageDoubleMap<Identity<NetUid>, Identity<u16>, u64> BlockAtRegistration{
        *this, "BlockAtRegistration", ""};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AxonInfo> Axons{*this, "Axons",
                                                                                     ""};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, NeuronCertificate>
        NeuronCertificates{*this, "NeuronCertificates", ""};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, PrometheusInfo> Prometheus{
        *this, "Prometheus", ""};
    OptionalMap<Blake2_128Concat<AccountId>, ChainIdentityV2> IdentitiesV2{*this, "IdentitiesV2",
                                                                           ""};
    OptionalMap<Blake2_128Concat<NetUid>, SubnetIdentityV3> SubnetIdentitiesV3{
        *this, "SubnetIdentitiesV3", ""};
    StorageNMap<u64, Blake2_128Concat<AccountId>, Identity<NetUid>, Identity<u16>>
        TransactionKeyLastBlock{*this, "TransactionKeyLastBlock", ""};
    StorageMap<Identity<AccountId>, u64> LastTxBlock{*this, "LastTxBlock", ""};
    StorageMap<Identity<AccountId>, u64> LastTxBlockChildKeyTake{*this, "LastTxBlockChildKeyTake",
                                                                 ""};
    StorageMap<Identity<AccountId>, u64> LastTxBlockDelegateTake{*this, "LastTxBlockDelegateTake",
                                                                 ""};
    StorageValue<u64> StakeThreshold{*this, "StakeThreshold", ""};
    OptionalDoubleMap<Twox64Concat<NetUidStorageIndex>, Twox64Concat<AccountId>,
                      std::vector<std::tuple<H256, u64, u64, u64>>>
        WeightCommits{*this, "WeightCommits", ""};
    StorageDoubleMap<
        Twox64Concat<NetUidStorageIndex>, Twox64Concat<u64>,
        std::vector<std::tuple<AccountId, u64, scale::BoundedVec<u8, max_commit_size_bytes>, u64>>>
        TimelockedWeightCommits{*this, "TimelockedWeightCommits", ""};
    StorageDoubleMap<
        Twox64Concat<NetUidStorageIndex>, Twox64Concat<u64>,
        std::vector<std::tuple<AccountId, scale::BoundedVec<u8, max_commit_size_bytes>, u64>>>
        CRV3WeightCommits{*this, "CRV3WeightCommits", ""};
    StorageDoubleMap<
        Twox64Concat<NetUidStorageIndex>, Twox64Concat<u64>,
        std::vector<std::tuple<AccountId, u64, scale::BoundedVec<u8, max_commit_size_bytes>, u64>>>
        CRV3WeightCommitsV2{*this, "CRV3WeightCommitsV2", ""};
    StorageMap<Twox64Concat<NetUid>, u64> RevealPeriodEpochs{*this, "RevealPeriodEpochs", "",
                                                             [] { return u64{1}; }};
    OptionalDoubleMap<Twox64Concat<AccountId>, Twox64Concat<AccountId>, u64>
        LastColdkeyHotkeyStakeBlock{*this, "LastColdkeyHotkeyStakeBlock", ""};
    StorageMap<Blake2_128Concat<NetUid>, I96F32> RootClaimableThreshold{
        *this, "RootClaimableThreshold", "", [] { return I96F32{2147483648000000u}; }};
    StorageMap<Blake2_128Concat<AccountId>, std::map<NetUid, I96F32>> RootClaimable{
        *this, "RootClaimable", ""};
    StorageNMap<u128, Identity<NetUid>, Blake2_128Concat<AccountId>, Blake2_128Concat<AccountId>>
        RootClaimed{*this, "RootClaimed", ""};
    OptionalMap<Identity<u64>, AccountId> StakingColdkeysByIndex{*this, "StakingColdkeysByIndex",
                                                                 ""};
    OptionalMap<Identity<AccountId>, u64> StakingColdkeys{*this, "StakingColdkeys", ""};
    StorageValue<u64> NumStakingColdkeys{*this, "NumStakingColdkeys", ""};
    OptionalDoubleMap<Twox64Concat<NetUid>, Twox64Concat<u16>, std::pair<H160, u64>>
        AssociatedEvmAddress{*this, "AssociatedEvmAddress", ""};
    OptionalMap<Twox64Concat<u32>, SubnetLease> SubnetLeases{*this, "SubnetLeases", ""};
    StorageDoubleMap<Twox64Concat<u32>, Identity<AccountId>, U64F64> SubnetLeaseShares{
        *this, "SubnetLeaseShares", ""};
    OptionalMap<Twox64Concat<NetUid>, u32> SubnetUidToLeaseId{*this, "SubnetUidToLeaseId", ""};
    StorageValue<u32> NextSubnetLeaseId{*this, "NextSubnetLeaseId", ""};
    StorageMap<Twox64Concat<u32>, AlphaBalance> AccumulatedLeaseDividends{
        *this, "AccumulatedLeaseDividends", ""};
    StorageValue<u16> CommitRevealWeightsVersion{*this, "CommitRevealWeightsVersion", "",
                                                 [] { return u16{4}; }};
    StorageValue<u64> NetworkRegistrationStartBlock{*this, "NetworkRegistrationStartBlock", ""};
    StorageValue<u64> TaoInRefundDeploymentBlock{*this, "TaoInRefundDeploymentBlock", ""};
    StorageMap<Identity<NetUid>, u16> MinNonImmuneUids{*this, "MinNonImmuneUids", "",
                                                       [] { return u16{10}; }};
    StorageValue<MechId> MaxMechanismCount{*this, "MaxMechanismCount", "",
                                           [] { return MechId{2}; }};
    StorageMap<Twox64Concat<NetUid>, MechId> MechanismCountCurrent{*this, "MechanismCountCurrent",
                                                                   "", [] { return MechId{1}; }};
    OptionalMap<Twox64Concat<NetUid>, std::vector<u16>> MechanismEmissionSplit{
        *this, "MechanismEmissionSplit", ""};
    StorageMap<Identity<NetUid>, u16> BurnHalfLife{*this, "BurnHalfLife", "",
                                                   [] { return u16{360}; }};
    StorageMap<Identity<NetUid>, U64F64> BurnIncreaseMult{
        *this, "BurnIncreaseMult", "", [] { return U64F64{u128(1) << 64 | 4796153459164483584u}; }};
    StorageMap<Blake2_128Concat<AccountId>, bool> AutoParentDelegationEnabled{
        *this, "AutoParentDelegationEnabled", "", [] { return true; }};
    StorageMap<Identity<Bytes>, bool> HasMigrationRun{*this, "HasMigrationRun", ""};
    StorageValue<u64> PendingChildKeyCooldown{*this, "PendingChildKeyCooldown", "",
                                              [] { return limits.PendingChildKeyCooldown; }};
    // Items of runtime 425 that left the interface.
    StorageNMap<U64F64, Blake2_128Concat<AccountId>, Blake2_128Concat<AccountId>, Identity<NetUid>>
        Alpha{*this, "Alpha", "Stake shares of the first share pool (hotkey, coldkey, netuid).",
              nullptr, Shown::legacy};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, U64F64> TotalHotkeyShares{
        *this, "TotalHotkeyShares", "All shares of a hotkey in the first share pool.", nullptr,
        Shown::legacy};
    StorageValue<std::optional<Bytes>> AlphaMapLastKey{
        *this, "AlphaMapLastKey", "How far the walk over Alpha has come.", nullptr, Shown::legacy};
    StorageMap<Blake2_128Concat<AccountId>, RootClaimTypeEnum> RootClaimType{
        *this, "RootClaimType", "What is done with a coldkey's root dividends.", nullptr,
        Shown::legacy};
    StorageValue<u64> NumRootClaim{*this, "NumRootClaim",
                                   "How many coldkeys claim root dividends in a block.",
                                   [] { return u64{5}; }, Shown::legacy};
};
extern const Storage storage;

}  // namespace subtensor
