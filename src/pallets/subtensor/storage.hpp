// What the pallet keeps: every item, in the order of the runtime's metadata.
#pragma once
#include "frame/storage.hpp"
#include "pallets/subtensor/constants.hpp"

namespace subtensor {

struct Storage : StorageList {
    Storage();
    StorageValue<u16> MinActivityCutoff{*this, "MinActivityCutoff",
                                        "Least activity cutoff a subnet may set, in blocks.",
                                        [] { return u16{360}; }};
    StorageValue<u16> AdminFreezeWindow{
        *this, "AdminFreezeWindow", "Blocks before an epoch in which hyperparameters are frozen.",
        [] { return u16{10}; }};
    StorageValue<u16> OwnerHyperparamRateLimit{
        *this, "OwnerHyperparamRateLimit",
        "Epochs between two changes of one hyperparameter by a subnet owner.",
        [] { return u16{2}; }};
    StorageValue<u32> DissolveNetworkScheduleDuration{
        *this, "DissolveNetworkScheduleDuration",
        "Blocks between the announcement and the end of a subnet.",
        [] { return constants.InitialDissolveNetworkScheduleDuration; }};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, u64> LastHotkeySwapOnNetuid{
        *this, "LastHotkeySwapOnNetuid", "Block of a coldkey's last hotkey swap on a subnet."};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, u64> StakeMoveCooldownUntil{
        *this, "StakeMoveCooldownUntil",
        "Block before which a hotkey that got stake by a swap does not pass it on by another."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AccountId> HotkeySuccessor{
        *this, "HotkeySuccessor", "The hotkey that took a hotkey's place on a subnet."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AccountId> HotkeyRoot{
        *this, "HotkeyRoot", "The first hotkey of the line that a swapped one stands in."};
    OptionalMap<Blake2_128Concat<AccountId>, AccountId> ColdkeySuccessor{
        *this, "ColdkeySuccessor", "The coldkey that took over all a coldkey had."};
    OptionalMap<Blake2_128Concat<AccountId>, AccountId> ColdkeyRoot{
        *this, "ColdkeyRoot", "The first coldkey of the line that a swapped one stands in."};
    StorageValue<u64> NextStakeJobId{*this, "NextStakeJobId",
                                     "Left by an earlier runtime; nothing uses it."};
    StorageValue<u64> TaoWeight{*this, "TaoWeight",
                                "What a TAO on root counts in stake weights, in parts of 2^64 - 1.",
                                [] { return constants.InitialTaoWeight; }};
    StorageValue<u64> CKBurn{*this, "CKBurn",
                             "Part of child keys' dividends that is burned, in parts of 2^64 - 1."};
    StorageValue<PerU16> MaxDelegateTake{
        *this, "MaxDelegateTake", "Greatest take of a delegate.",
        [] { return PerU16{constants.InitialDefaultDelegateTake}; }};
    StorageValue<PerU16> MinDelegateTake{*this, "MinDelegateTake", "Least take of a delegate.",
                                         [] { return PerU16{constants.InitialMinDelegateTake}; }};
    StorageValue<PerU16> MaxChildkeyTake{*this, "MaxChildkeyTake", "Greatest take of a child key.",
                                         [] { return PerU16{constants.InitialMaxChildKeyTake}; }};
    StorageValue<PerU16> MinChildkeyTake{*this, "MinChildkeyTake", "Least take of a child key.",
                                         [] { return PerU16{constants.InitialMinChildKeyTake}; }};
    StorageMap<Identity<NetUid>, PerU16> MinChildkeyTakePerSubnet{
        *this, "MinChildkeyTakePerSubnet",
        "Least take of a child key on a subnet, where its owner asks for more."};
    StorageMap<Blake2_128Concat<AccountId>, AccountId> Owner{*this, "Owner",
                                                             "The coldkey that owns a hotkey."};
    StorageMap<Blake2_128Concat<AccountId>, u128> AccountFlags{
        *this, "AccountFlags", "What a coldkey allows others; bit 0: sending it locked alpha."};
    StorageMap<Blake2_128Concat<AccountId>, PerU16> Delegates{
        *this, "Delegates", "The part of nominators' dividends that a hotkey takes.",
        [] { return PerU16{constants.InitialDefaultDelegateTake}; }};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, PerU16> ChildkeyTake{
        *this, "ChildkeyTake",
        "The part of parents' dividends that a child key takes on a subnet."};
    OptionalMap<Blake2_128Concat<AccountId>, std::tuple<>> ChildkeyThresholdChecks{
        *this, "ChildkeyThresholdChecks",
        "Hotkeys whose stake changed: whether it is still enough to have children is looked at."};
    OptionalMap<Blake2_128Concat<AccountId>, std::tuple<>> ChildkeyThresholdSuspended{
        *this, "ChildkeyThresholdSuspended",
        "Hotkeys without enough stake: their children count for nothing."};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>,
                     std::pair<std::vector<std::pair<u64, AccountId>>, u64>>
        PendingChildKeys{*this, "PendingChildKeys",
                         "Children a hotkey has named, and the block from which they count."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>,
                     std::vector<std::pair<u64, AccountId>>>
        ChildKeys{
            *this, "ChildKeys",
            "Whom a hotkey lends its stake on a subnet: proportions of 2^64 - 1 and hotkeys."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>,
                     std::vector<std::pair<u64, AccountId>>>
        ParentKeys{*this, "ParentKeys",
                   "Who lends a hotkey stake on a subnet: proportions of 2^64 - 1 and hotkeys."};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AlphaBalance>
        AlphaDividendsPerSubnet{*this, "AlphaDividendsPerSubnet",
                                "Alpha dividends of a hotkey in the last epoch."};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AlphaBalance>
        RootAlphaDividendsPerSubnet{*this, "RootAlphaDividendsPerSubnet",
                                    "Alpha that a hotkey's root stake earned in the last epoch."};
    StorageValue<u64> BlockEmission{*this, "BlockEmission", "TAO minted by the last block.",
                                    [] { return u64{1000000000}; }};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AlphaBalance>
        LastHotkeyEmissionOnNetuid{*this, "LastHotkeyEmissionOnNetuid",
                                   "What a hotkey earned last on a subnet."};
    StorageValue<u16> SubnetLimit{*this, "SubnetLimit", "Most subnets there may be.",
                                  [] { return u16{128}; }};
    StorageValue<TaoBalance> TotalIssuance{*this, "TotalIssuance", "TAO in existence.",
                                           [] { return constants.InitialIssuance; }};
    StorageValue<TaoBalance> TotalStake{*this, "TotalStake", "TAO in all pools and on root."};
    StorageValue<I96F32> SubnetMovingAlpha{*this, "SubnetMovingAlpha",
                                           "How fast the average price follows the spot price.",
                                           [] { return I96F32{12885u}; }};
    StorageMap<Identity<NetUid>, I96F32> SubnetMovingPrice{
        *this, "SubnetMovingPrice", "Moving average of a subnet's alpha price, in TAO."};
    OptionalMap<Identity<NetUid>, U64F64> SubnetFastMovingPrice{
        *this, "SubnetFastMovingPrice", "Moving average of a subnet's price over some hours."};
    StorageMap<Identity<NetUid>, U96F32> RootProp{
        *this, "RootProp", "Part of a subnet's dividends that goes to root stake."};
    StorageMap<Identity<NetUid>, u128> SubnetVolume{
        *this, "SubnetVolume", "TAO traded on a subnet's pool since it opened."};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetTAO{*this, "SubnetTAO",
                                                       "TAO reserve of a subnet's pool."};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaInEmission{
        *this, "SubnetAlphaInEmission", "Alpha that the last block put into a subnet's pool."};
    StorageMap<Identity<NetUid>, bool> SubnetEmissionEnabled{
        *this, "SubnetEmissionEnabled", "Whether a subnet takes part in TAO emission.",
        [] { return true; }};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaOutEmission{
        *this, "SubnetAlphaOutEmission",
        "Alpha that the last block gave to a subnet's participants."};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetTaoInEmission{
        *this, "SubnetTaoInEmission", "TAO that the last block put into a subnet's pool."};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetExcessTao{
        *this, "SubnetExcessTao", "TAO with which the last block bought alpha on a subnet."};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetRootSellTao{
        *this, "SubnetRootSellTao", "TAO got for root dividends sold on a subnet."};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaIn{*this, "SubnetAlphaIn",
                                                             "Alpha reserve of a subnet's pool."};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetAlphaOut{*this, "SubnetAlphaOut",
                                                              "Alpha outside a subnet's pool."};
    StorageMap<Identity<NetUid>, AlphaBalance> SubnetProtocolAlpha{
        *this, "SubnetProtocolAlpha", "Alpha that the protocol itself has bought on a subnet."};
    StorageMap<Blake2_128Concat<AccountId>, std::vector<AccountId>> StakingHotkeys{
        *this, "StakingHotkeys", "The hotkeys that a coldkey has staked on."};
    StorageMap<Blake2_128Concat<AccountId>, std::vector<AccountId>> OwnedHotkeys{
        *this, "OwnedHotkeys", "The hotkeys that a coldkey owns."};
    OptionalDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AccountId>
        AutoStakeDestination{
            *this, "AutoStakeDestination",
            "The hotkey that a coldkey's mining rewards on a subnet are staked on."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, std::vector<AccountId>>
        AutoStakeDestinationColdkeys{*this, "AutoStakeDestinationColdkeys",
                                     "The coldkeys whose mining rewards are staked on a hotkey."};
    StorageValue<u32> ColdkeySwapAnnouncementDelay{
        *this, "ColdkeySwapAnnouncementDelay",
        "Blocks between the announcement of a coldkey swap and the swap.",
        [] { return constants.InitialColdkeySwapAnnouncementDelay; }};
    StorageValue<u32> ColdkeySwapReannouncementDelay{
        *this, "ColdkeySwapReannouncementDelay",
        "Blocks before a coldkey swap may be announced anew.",
        [] { return constants.InitialColdkeySwapReannouncementDelay; }};
    OptionalMap<Twox64Concat<AccountId>, std::pair<u32, H256>> ColdkeySwapAnnouncements{
        *this, "ColdkeySwapAnnouncements",
        "Announced coldkey swaps: from which block on, hash of the new coldkey."};
    OptionalMap<Twox64Concat<AccountId>, u32> ColdkeySwapDisputes{
        *this, "ColdkeySwapDisputes",
        "Coldkeys whose announced swap is disputed, and since which block."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AlphaBalance> TotalHotkeyAlpha{
        *this, "TotalHotkeyAlpha", "Alpha staked on a hotkey."};
    StorageMap<Identity<NetUid>, AlphaBalance> TotalAlphaStaked{
        *this, "TotalAlphaStaked", "Alpha staked on a subnet, over all hotkeys."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, AlphaBalance>
        TotalHotkeyAlphaLastEpoch{*this, "TotalHotkeyAlphaLastEpoch",
                                  "Alpha staked on a hotkey at the last epoch."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, kernel::SafeFloat>
        TotalHotkeySharesV2{*this, "TotalHotkeySharesV2", "All shares of the stake on a hotkey."};
    StorageNMap<kernel::SafeFloat, Blake2_128Concat<AccountId>, Blake2_128Concat<AccountId>,
                Identity<NetUid>>
        AlphaV2{*this, "AlphaV2", "A coldkey's share of the stake on a hotkey."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, u64> AlphaSharePoolEpoch{
        *this, "AlphaSharePoolEpoch",
        "How often the pool of a hotkey's shares was opened or closed."};
    StorageNMap<u64, Blake2_128Concat<AccountId>, Blake2_128Concat<AccountId>, Identity<NetUid>>
        AlphaShareEpoch{*this, "AlphaShareEpoch",
                        "The count of the pool at which a share was written; of an older one it "
                        "is worth nothing."};
    OptionalNMap<LockState, Blake2_128Concat<AccountId>, Identity<NetUid>,
                 Blake2_128Concat<AccountId>>
        Lock{*this, "Lock", "A coldkey's lock on a subnet, and the hotkey it is locked to."};
    OptionalNMap<std::tuple<>, Identity<NetUid>, Blake2_128Concat<AccountId>,
                 Blake2_128Concat<AccountId>>
        LockingColdkeys{*this, "LockingColdkeys", "The coldkeys with a lock to a hotkey."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, LockState> HotkeyLock{
        *this, "HotkeyLock", "Sum of the lasting locks to a hotkey."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, LockState> DecayingHotkeyLock{
        *this, "DecayingHotkeyLock", "Sum of the fading locks to a hotkey."};
    OptionalMap<Identity<NetUid>, LockState> OwnerLock{
        *this, "OwnerLock", "Sum of the lasting locks to a subnet owner's hotkey."};
    OptionalMap<Identity<NetUid>, LockState> DecayingOwnerLock{
        *this, "DecayingOwnerLock", "Sum of the fading locks to a subnet owner's hotkey."};
    OptionalDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, bool> DecayingLock{
        *this, "DecayingLock", "False where a coldkey's locks on a subnet last."};
    StorageMap<Identity<NetUid>, bool> OwnerCutAutoLockEnabled{
        *this, "OwnerCutAutoLockEnabled",
        "Whether the owner's cut of a subnet is locked as it is paid."};
    StorageValue<u64> MaturityRate{*this, "MaturityRate",
                                   "Blocks over which a lock's conviction grows, to 1 - 1/e.",
                                   [] { return u64{934866}; }};
    StorageValue<u64> UnlockRate{*this, "UnlockRate", "Blocks over which a lock fades, to 1/e.",
                                 [] { return u64{934866}; }};
    StorageValue<std::optional<Bytes>> AlphaV2MapLastKey{*this, "AlphaV2MapLastKey",
                                                         "How far the walk over AlphaV2 has come."};
    StorageMap<Identity<NetUid>, Bytes> TokenSymbol{
        *this, "TokenSymbol", "The symbol of a subnet's token, in UTF-8.", [] {
            return Bytes{0xf0, 0x9d, 0x9c, 0x8f};
        }};
    StorageMap<Identity<NetUid>, i64> SubnetTaoFlow{
        *this, "SubnetTaoFlow",
        "TAO staked less TAO unstaked on a subnet since the last step of its average."};
    OptionalMap<Identity<NetUid>, std::pair<u64, I64F64>> SubnetEmaTaoFlow{
        *this, "SubnetEmaTaoFlow", "Moving average of a subnet's TAO flow, and its block."};
    StorageValue<bool> NetTaoFlowEnabled{
        *this, "NetTaoFlowEnabled",
        "Whether the protocol's own trades count against a subnet's TAO flow.",
        [] { return true; }};
    StorageMap<Identity<NetUid>, i64> SubnetProtocolFlow{
        *this, "SubnetProtocolFlow", "TAO the protocol put into a subnet less what it took out."};
    OptionalMap<Identity<NetUid>, std::pair<u64, I64F64>> SubnetEmaProtocolFlow{
        *this, "SubnetEmaProtocolFlow",
        "Moving average of a subnet's protocol flow, and its block."};
    StorageValue<I64F64> TaoFlowCutoff{*this, "TaoFlowCutoff",
                                       "TAO flow below which a subnet gets nothing."};
    StorageValue<U64F64> FlowNormExponent{
        *this, "FlowNormExponent", "Exponent with which TAO flows become shares of emission.",
        [] { return U64F64{u128(1) << 64 | 0u}; }};
    StorageValue<U64F64> EmissionBarQuantile{
        *this, "EmissionBarQuantile",
        "Part of all demand that lies above the emission bar, where no rank sets it.",
        [] { return U64F64{u128(11252513884962826240u)}; }};
    StorageValue<u16> EmissionBarRank{*this, "EmissionBarRank",
                                      "Whose demand the emission bar is, by rank; 0: the quantile.",
                                      [] { return u16{32}; }};
    StorageValue<U64F64> EmissionGateExponent{*this, "EmissionGateExponent",
                                              "How sharply emission falls below the bar.",
                                              [] { return U64F64{u128(3) << 64}; }};
    StorageValue<U64F64> EmissionGateBar{*this, "EmissionGateBar",
                                         "Share of demand at which half passes; 0: no gate."};
    StorageValue<u64> FlowEmaSmoothingFactor{*this, "FlowEmaSmoothingFactor",
                                             "How fast flow averages follow, in parts of 2^63 - 1.",
                                             [] { return u64{29597889189277}; }};
    StorageMap<Identity<Bytes>, u64> UsedWork{*this, "UsedWork",
                                              "Left by the faucet of earlier test chains."};
    StorageMap<Identity<NetUid>, u16> MaxRegistrationsPerBlock{
        *this, "MaxRegistrationsPerBlock", "Most registrations on a subnet in a block.",
        [] { return constants.InitialMaxRegistrationsPerBlock; }};
    StorageValue<u16> TotalNetworks{*this, "TotalNetworks",
                                    "How many subnets there are, root included."};
    StorageValue<u64> NetworkImmunityPeriod{*this, "NetworkImmunityPeriod",
                                            "Blocks for which a new subnet cannot be replaced.",
                                            [] { return constants.InitialNetworkImmunityPeriod; }};
    StorageValue<u64> StartCallDelay{*this, "StartCallDelay",
                                     "Blocks between a subnet's registration and its start."};
    StorageValue<TaoBalance> NetworkMinLockCost{*this, "NetworkMinLockCost",
                                                "Least cost of a new subnet, in rao.",
                                                [] { return constants.InitialNetworkMinLockCost; }};
    StorageValue<TaoBalance> NetworkLastLockCost{
        *this, "NetworkLastLockCost", "What the last subnet cost, in rao.",
        [] { return constants.InitialNetworkMinLockCost; }};
    StorageValue<u64> NetworkLockReductionInterval{
        *this, "NetworkLockReductionInterval", "Blocks over which the cost of a subnet falls back.",
        [] { return constants.InitialNetworkLockReductionInterval; }};
    StorageValue<u16> SubnetOwnerCut{*this, "SubnetOwnerCut",
                                     "The owners' part of alpha emission, in parts of 65535.",
                                     [] { return constants.InitialSubnetOwnerCut; }};
    StorageMap<Identity<NetUid>, bool> OwnerCutEnabled{
        *this, "OwnerCutEnabled", "Whether the owner of a subnet gets a cut.", [] { return true; }};
    StorageValue<u64> NetworkRateLimit{*this, "NetworkRateLimit", "Blocks between two new subnets.",
                                       [] { return constants.InitialNetworkRateLimit; }};
    StorageValue<u64> NominatorMinRequiredStake{
        *this, "NominatorMinRequiredStake", "Least nomination, in millionths of the least stake."};
    StorageValue<u64> WeightsVersionKeyRateLimit{
        *this, "WeightsVersionKeyRateLimit", "Epochs between two changes of a weights version key.",
        [] { return u64{5}; }};
    StorageMap<Identity<RateLimitKey>, u64> LastRateLimitedBlock{
        *this, "LastRateLimitedBlock", "When something that is rate limited was done last."};
    StorageMap<Identity<NetUid>, bool> TransferToggle{
        *this, "TransferToggle", "Whether stake on a subnet may change its coldkey.",
        [] { return true; }};
    StorageMap<Identity<NetUid>, TaoBalance> SubnetLocked{
        *this, "SubnetLocked", "TAO that a subnet's owner locked to open it."};
    StorageMap<Identity<NetUid>, u64> LargestLocked{*this, "LargestLocked",
                                                    "Largest lock on a subnet."};
    StorageMap<Identity<NetUid>, u16> Tempo{*this, "Tempo", "Blocks between epochs of a subnet.",
                                            [] { return constants.InitialTempo; }};
    StorageMap<Identity<NetUid>, u64> LastEpochBlock{*this, "LastEpochBlock",
                                                     "Block of a subnet's last epoch."};
    StorageMap<Identity<NetUid>, u64> PendingEpochAt{
        *this, "PendingEpochAt", "Block of the epoch that an owner has asked for."};
    StorageMap<Identity<NetUid>, u64> SubnetEpochIndex{*this, "SubnetEpochIndex",
                                                       "How many epochs a subnet has had."};
    StorageMap<Identity<NetUid>, u32> ActivityCutoffFactorMilli{
        *this, "ActivityCutoffFactorMilli",
        "Tempos after which a silent validator counts as inactive, in thousandths.",
        [] { return u32{13889}; }};
    OptionalMap<Identity<NetUid>, u64> FirstEmissionBlockNumber{
        *this, "FirstEmissionBlockNumber", "Block from which a subnet gets emission."};
    StorageMap<Identity<NetUid>, u16> SubnetMechanism{
        *this, "SubnetMechanism", "How a subnet's token is priced; 0: one TAO, 1: by its pool."};
    StorageMap<Identity<NetUid>, u16> SubnetworkN{*this, "SubnetworkN",
                                                  "How many neurons a subnet has."};
    StorageMap<Identity<NetUid>, bool> NetworksAdded{*this, "NetworksAdded",
                                                     "The subnets that exist."};
    StorageDoubleMap<Blake2_128Concat<AccountId>, Identity<NetUid>, bool> IsNetworkMember{
        *this, "IsNetworkMember", "Whether a hotkey has a place on a subnet."};
    StorageMap<Identity<NetUid>, bool> NetworkRegistrationAllowed{
        *this, "NetworkRegistrationAllowed", "Whether neurons can register on a subnet.",
        [] { return true; }};
    StorageMap<Identity<NetUid>, bool> NetworkPowRegistrationAllowed{
        *this, "NetworkPowRegistrationAllowed",
        "Whether neurons can register on a subnet by proof of work."};
    OptionalMap<Blake2_128Concat<AccountId>, u64> LastPowRegistrationBlock{
        *this, "LastPowRegistrationBlock", "The block whose work a hotkey used last."};
    StorageMap<Identity<NetUid>, u64> NetworkRegisteredAt{*this, "NetworkRegisteredAt",
                                                          "Block at which a subnet was opened."};
    StorageMap<Identity<NetUid>, u64> RegisteredSubnetCounter{
        *this, "RegisteredSubnetCounter", "How often a netuid has been given to a subnet."};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingServerEmission{
        *this, "PendingServerEmission", "Alpha for a subnet's miners, paid at the next epoch."};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingValidatorEmission{
        *this, "PendingValidatorEmission",
        "Alpha for a subnet's validators, paid at the next epoch."};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingRootAlphaDivs{
        *this, "PendingRootAlphaDivs", "Alpha for root stake, paid at a subnet's next epoch."};
    StorageMap<Identity<NetUid>, AlphaBalance> PendingOwnerCut{
        *this, "PendingOwnerCut", "Alpha for a subnet's owner, paid at the next epoch."};
    StorageMap<Identity<NetUid>, U96F32> MinerBurned{
        *this, "MinerBurned",
        "Part of miners' alpha that the last epoch withheld from the owner's hotkeys."};
    StorageMap<Identity<NetUid>, u64> BlocksSinceLastStep{*this, "BlocksSinceLastStep",
                                                          "Blocks since a subnet's last epoch."};
    StorageMap<Identity<NetUid>, u64> LastMechansimStepBlock{*this, "LastMechansimStepBlock",
                                                             "Block of a subnet's last epoch."};
    OptionalMap<Identity<NetUid>, u64> LastYumaStepBlock{
        *this, "LastYumaStepBlock",
        "Block of the last epoch that moved bonds; kept once a subnet has rested them."};
    OptionalMap<Identity<NetUid>, u16> NullPruningTarget{
        *this, "NullPruningTarget", "Places that a subnet is being trimmed to, batch by batch."};
    OptionalMap<Identity<NetUid>, u16> SavedYumaMaxAllowedValidators{
        *this, "SavedYumaMaxAllowedValidators",
        "How many validators a subnet had before Null consensus left it one."};
    StorageMap<Identity<NetUid>, AccountId> SubnetOwner{*this, "SubnetOwner",
                                                        "The coldkey that owns a subnet."};
    StorageMap<Identity<NetUid>, AccountId> SubnetOwnerHotkey{
        *this, "SubnetOwnerHotkey", "The hotkey that stands for a subnet's owner."};
    StorageMap<Identity<NetUid>, RecycleOrBurnEnum> RecycleOrBurn{
        *this, "RecycleOrBurn", "What happens to alpha withheld from an owner's hotkeys."};
    StorageMap<Identity<NetUid>, u64> ServingRateLimit{
        *this, "ServingRateLimit", "Blocks between two changes of a neuron's endpoint.",
        [] { return constants.InitialServingRateLimit; }};
    StorageMap<Identity<NetUid>, u16> Rho{*this, "Rho", "Rho of a subnet.",
                                          [] { return constants.InitialRho; }};
    StorageMap<Identity<NetUid>, i16> AlphaSigmoidSteepness{
        *this, "AlphaSigmoidSteepness",
        "Steepness of the curve by which liquid alpha follows consensus.",
        [] { return constants.InitialAlphaSigmoidSteepness; }};
    StorageMap<Identity<NetUid>, u16> Kappa{
        *this, "Kappa", "Stake majority that consensus needs, in parts of 65535.",
        [] { return constants.InitialKappa; }};
    StorageMap<Identity<NetUid>, u16> RegistrationsThisInterval{
        *this, "RegistrationsThisInterval", "Registrations on a subnet in this interval."};
    StorageMap<Identity<NetUid>, u16> POWRegistrationsThisInterval{
        *this, "POWRegistrationsThisInterval", "Registrations by proof of work in this interval."};
    StorageMap<Identity<NetUid>, u16> BurnRegistrationsThisInterval{
        *this, "BurnRegistrationsThisInterval", "Registrations by payment in this interval."};
    StorageMap<Identity<NetUid>, u16> MinAllowedUids{
        *this, "MinAllowedUids", "Least places a subnet may be trimmed to.",
        [] { return constants.InitialMinAllowedUids; }};
    StorageMap<Identity<NetUid>, u16> MaxAllowedUids{
        *this, "MaxAllowedUids", "Places on a subnet.",
        [] { return constants.InitialMaxAllowedUids; }};
    StorageMap<Identity<NetUid>, u16> ImmunityPeriod{
        *this, "ImmunityPeriod", "Blocks for which a new neuron cannot be replaced.",
        [] { return constants.InitialImmunityPeriod; }};
    StorageMap<Identity<NetUid>, u16> ActivityCutoff{
        *this, "ActivityCutoff", "Blocks after which a silent validator counted as inactive.",
        [] { return constants.InitialActivityCutoff; }};
    StorageMap<Identity<NetUid>, u16> MaxWeightsLimit{
        *this, "MaxWeightsLimit",
        "Greatest part of its weights that a validator may give to one neuron.",
        [] { return u16{65535}; }};
    StorageMap<Identity<NetUid>, u64> WeightsVersionKey{
        *this, "WeightsVersionKey", "Least version that validators must name with their weights.",
        [] { return constants.InitialWeightsVersionKey; }};
    StorageMap<Identity<NetUid>, u16> MinAllowedWeights{
        *this, "MinAllowedWeights", "Least number of weights a validator must set.",
        [] { return constants.InitialMinAllowedWeights; }};
    StorageMap<Identity<NetUid>, u16> MaxAllowedValidators{
        *this, "MaxAllowedValidators", "Most validators with a permit on a subnet.",
        [] { return constants.InitialMaxAllowedValidators; }};
    StorageMap<Identity<NetUid>, u16> AdjustmentInterval{
        *this, "AdjustmentInterval", "Blocks of a registration interval.",
        [] { return constants.InitialAdjustmentInterval; }};
    StorageMap<Identity<NetUid>, u64> BondsMovingAverage{
        *this, "BondsMovingAverage", "How much of old bonds stays in an epoch, in millionths.",
        [] { return constants.InitialBondsMovingAverage; }};
    StorageMap<Identity<NetUid>, u16> BondsPenalty{
        *this, "BondsPenalty",
        "How much bonds are cut for weights above consensus, in parts of 65535.",
        [] { return constants.InitialBondsPenalty; }};
    StorageMap<Identity<NetUid>, bool> BondsResetOn{*this, "BondsResetOn",
                                                    "Whether bonds to a neuron can be reset.",
                                                    [] { return constants.InitialBondsResetOn; }};
    StorageMap<Identity<NetUid>, u64> WeightsSetRateLimit{*this, "WeightsSetRateLimit",
                                                          "Blocks between two settings of weights.",
                                                          [] { return u64{100}; }};
    StorageMap<Identity<NetUid>, u64> ValidatorPruneLen{
        *this, "ValidatorPruneLen", "Validators left out of pruning.",
        [] { return constants.InitialValidatorPruneLen; }};
    StorageMap<Identity<NetUid>, u16> ScalingLawPower{
        *this, "ScalingLawPower", "Scaling law power of a subnet.",
        [] { return constants.InitialScalingLawPower; }};
    StorageMap<Identity<NetUid>, u16> TargetRegistrationsPerInterval{
        *this, "TargetRegistrationsPerInterval", "Registrations wanted in an interval.",
        [] { return constants.InitialTargetRegistrationsPerInterval; }};
    StorageMap<Identity<NetUid>, u64> AdjustmentAlpha{
        *this, "AdjustmentAlpha", "How fast the registration price followed demand.",
        [] { return constants.InitialAdjustmentAlpha; }};
    StorageMap<Identity<NetUid>, bool> CommitRevealWeightsEnabled{
        *this, "CommitRevealWeightsEnabled",
        "Whether weights are committed first and revealed later.", [] { return true; }};
    StorageMap<Identity<NetUid>, TaoBalance> Burn{*this, "Burn",
                                                  "What a place on a subnet costs, in rao.",
                                                  [] { return constants.InitialBurn; }};
    StorageMap<Identity<NetUid>, u64> Difficulty{*this, "Difficulty",
                                                 "Difficulty of registration by proof of work.",
                                                 [] { return constants.InitialDifficulty; }};
    StorageMap<Identity<NetUid>, TaoBalance> MinBurn{*this, "MinBurn",
                                                     "Least price of a place on a subnet.",
                                                     [] { return constants.InitialMinBurn; }};
    StorageMap<Identity<NetUid>, TaoBalance> MaxBurn{*this, "MaxBurn",
                                                     "Greatest price of a place on a subnet.",
                                                     [] { return constants.InitialMaxBurn; }};
    StorageMap<Identity<NetUid>, u64> MinDifficulty{*this, "MinDifficulty",
                                                    "Least difficulty of registration.",
                                                    [] { return constants.InitialMinDifficulty; }};
    StorageMap<Identity<NetUid>, u64> MaxDifficulty{*this, "MaxDifficulty",
                                                    "Greatest difficulty of registration.",
                                                    [] { return constants.InitialMaxDifficulty; }};
    StorageMap<Identity<NetUid>, u64> LastAdjustmentBlock{
        *this, "LastAdjustmentBlock", "Block at which a registration interval began."};
    StorageMap<Identity<NetUid>, u16> RegistrationsThisBlock{
        *this, "RegistrationsThisBlock", "Registrations on a subnet in this block."};
    StorageMap<Identity<NetUid>, u64> EMAPriceHalvingBlocks{
        *this, "EMAPriceHalvingBlocks",
        "Blocks in which the average price covers half the way to the spot price.",
        [] { return constants.InitialEmaPriceHalvingPeriod; }};
    StorageMap<Identity<NetUid>, TaoBalance> RAORecycledForRegistration{
        *this, "RAORecycledForRegistration", "TAO recycled for registrations on a subnet, in rao.",
        [] { return constants.InitialRAORecycledForRegistration; }};
    StorageValue<u8> MaxEpochsPerBlock{*this, "MaxEpochsPerBlock",
                                       "Most epochs in a block; others wait for the next one.",
                                       [] { return constants.InitialMaxEpochsPerBlock; }};
    StorageValue<u64> TxRateLimit{*this, "TxRateLimit",
                                  "Blocks between two key swaps of a coldkey.",
                                  [] { return constants.InitialTxRateLimit; }};
    StorageValue<u64> TxDelegateTakeRateLimit{
        *this, "TxDelegateTakeRateLimit", "Blocks between two increases of a delegate's take.",
        [] { return constants.InitialTxDelegateTakeRateLimit; }};
    StorageValue<u64> TxChildkeyTakeRateLimit{
        *this, "TxChildkeyTakeRateLimit", "Blocks between two increases of a child key's take.",
        [] { return constants.InitialTxChildKeyTakeRateLimit; }};
    StorageMap<Blake2_128Concat<NetUid>, bool> LiquidAlphaOn{
        *this, "LiquidAlphaOn",
        "Whether bonds follow weights at a rate of their own for each pair."};
    StorageMap<Blake2_128Concat<NetUid>, bool> Yuma3On{
        *this, "Yuma3On", "Whether a subnet runs the third version of Yuma Consensus."};
    StorageMap<Identity<NetUid>, std::pair<u16, u16>> AlphaValues{
        *this, "AlphaValues", "Least and greatest rate of liquid alpha, in parts of 65535.", [] {
            return std::pair<u16, u16>{constants.AlphaLow, constants.AlphaHigh};
        }};
    StorageMap<Identity<NetUid>, ConsensusMode> LiquidAlphaConsensusMode{
        *this, "LiquidAlphaConsensusMode", "Which consensus a subnet's liquid alpha looks at.",
        [] { return ConsensusMode::Auto; }};
    StorageMap<Identity<NetUid>, EpochConsensus> SubnetEpochConsensus{
        *this, "SubnetEpochConsensus", "How a subnet's epochs decide who earns."};
    StorageMap<Identity<NetUid>, bool> SubtokenEnabled{*this, "SubtokenEnabled",
                                                       "Whether a subnet's token can be traded."};
    StorageValue<std::vector<NetUid>> DissolveCleanupQueue{
        *this, "DissolveCleanupQueue", "Dissolved subnets whose entries are still to be erased."};
    OptionalValue<DissolveCleanupStatus> CurrentDissolveCleanupStatus{
        *this, "CurrentDissolveCleanupStatus", "How far the erasing of a dissolved subnet is."};
    StorageValue<std::vector<NetworkRegistrationInfo>> NetworkRegistrationQueue{
        *this, "NetworkRegistrationQueue", "Paid registrations of subnets that wait for a place."};
    StorageValue<u32> NetworkRegistrationLockId{*this, "NetworkRegistrationLockId",
                                                "The next waiting registration's number."};
    OptionalMap<Identity<u32>, std::pair<AccountId, TaoBalance>> NetworkRegistrationEscrow{
        *this, "NetworkRegistrationEscrow",
        "Who paid for a waiting registration, and what lies in its account."};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, u64> VotingPower{
        *this, "VotingPower", "Moving average of a validator's stake."};
    StorageMap<Identity<NetUid>, u64> TotalVotingPower{*this, "TotalVotingPower",
                                                       "Voting power of all on a subnet."};
    StorageMap<Identity<NetUid>, bool> VotingPowerTrackingEnabled{
        *this, "VotingPowerTrackingEnabled", "Whether a subnet tracks voting power."};
    StorageMap<Identity<NetUid>, u64> VotingPowerDisableAtBlock{
        *this, "VotingPowerDisableAtBlock", "Block at which the tracking of voting power ends."};
    StorageMap<Identity<NetUid>, u64> VotingPowerEmaAlpha{
        *this, "VotingPowerEmaAlpha",
        "How fast voting power follows stake in an epoch, in parts of 10^18.",
        [] { return u64{3570000000000000}; }};
    StorageMap<Identity<NetUid>, u16> ImmuneOwnerUidsLimit{
        *this, "ImmuneOwnerUidsLimit", "How many of the owner's neurons cannot be replaced.",
        [] { return u16{1}; }};
    StorageMap<Identity<NetUid>, std::vector<u16>> StakeWeight{
        *this, "StakeWeight", "Stake of each neuron at the last epoch, in parts of 65535."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, u16> Uids{
        *this, "Uids", "The place of a hotkey on a subnet."};
    StorageDoubleMap<Identity<NetUid>, Identity<u16>, AccountId> Keys{
        *this, "Keys", "The hotkey at a place on a subnet."};
    OptionalMap<Identity<NetUid>, std::vector<std::tuple<AccountId, u64, u64>>> LoadedEmission{
        *this, "LoadedEmission", "Emission of a subnet that waits to be paid."};
    StorageMap<Identity<NetUid>, std::vector<bool>> Active{
        *this, "Active", "Whether each neuron has set weights of late."};
    StorageMap<Identity<NetUid>, std::vector<PerU16>> Consensus{
        *this, "Consensus", "Consensus about each neuron, in parts of 65535."};
    StorageMap<Identity<NetUidStorageIndex>, std::vector<PerU16>> ConsensusByMechanism{
        *this, "ConsensusByMechanism", "Consensus of a mechanism's last epoch, by uid."};
    StorageMap<Identity<NetUidStorageIndex>, std::vector<PerU16>> Incentive{
        *this, "Incentive", "Each neuron's part of what miners earn, in parts of 65535."};
    StorageMap<Identity<NetUid>, std::vector<PerU16>> Dividends{
        *this, "Dividends", "Each neuron's part of what validators earn, in parts of 65535."};
    StorageMap<Identity<NetUid>, std::vector<AlphaBalance>> Emission{
        *this, "Emission", "What each neuron earned in the last epoch, in alpha."};
    StorageMap<Identity<NetUidStorageIndex>, std::vector<u64>> LastUpdate{
        *this, "LastUpdate", "Block at which each neuron set weights last."};
    StorageMap<Identity<NetUid>, std::vector<PerU16>> ValidatorTrust{
        *this, "ValidatorTrust",
        "How far each validator agrees with consensus, in parts of 65535."};
    StorageMap<Identity<NetUid>, std::vector<bool>> ValidatorPermit{
        *this, "ValidatorPermit", "Whether each neuron may validate."};
    StorageDoubleMap<Identity<NetUidStorageIndex>, Identity<u16>, std::vector<std::pair<u16, u16>>>
        Weights{*this, "Weights", "The weights that a neuron has set: uids and values."};
    StorageDoubleMap<Identity<NetUidStorageIndex>, Identity<u16>, std::vector<std::pair<u16, u16>>>
        Bonds{*this, "Bonds", "The bonds of a validator to neurons: uids and values."};
    StorageDoubleMap<Identity<NetUid>, Identity<u16>, u64> BlockAtRegistration{
        *this, "BlockAtRegistration", "Block at which a neuron got its place."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AxonInfo> Axons{
        *this, "Axons", "Where a neuron serves."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, NeuronCertificate>
        NeuronCertificates{*this, "NeuronCertificates",
                           "The TLS certificate with which a neuron serves."};
    OptionalDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, PrometheusInfo> Prometheus{
        *this, "Prometheus", "Where a neuron shows its figures."};
    OptionalMap<Blake2_128Concat<AccountId>, ChainIdentityV2> IdentitiesV2{
        *this, "IdentitiesV2", "How a coldkey presents itself."};
    OptionalMap<Blake2_128Concat<NetUid>, SubnetIdentityV3> SubnetIdentitiesV3{
        *this, "SubnetIdentitiesV3", "How a subnet presents itself."};
    StorageNMap<u64, Blake2_128Concat<AccountId>, Identity<NetUid>, Identity<u16>>
        TransactionKeyLastBlock{*this, "TransactionKeyLastBlock",
                                "When a hotkey did something that is rate limited on a subnet."};
    StorageMap<Identity<AccountId>, u64> LastTxBlock{
        *this, "LastTxBlock", "Moved to LastRateLimitedBlock; nothing uses it here."};
    StorageMap<Identity<AccountId>, u64> LastTxBlockChildKeyTake{
        *this, "LastTxBlockChildKeyTake", "Moved to LastRateLimitedBlock, as LastTxBlock."};
    StorageMap<Identity<AccountId>, u64> LastTxBlockDelegateTake{
        *this, "LastTxBlockDelegateTake", "Moved to LastRateLimitedBlock, as LastTxBlock."};
    StorageValue<u64> StakeThreshold{*this, "StakeThreshold",
                                     "Stake that a validator needs, in rao."};
    OptionalDoubleMap<Twox64Concat<NetUidStorageIndex>, Twox64Concat<AccountId>,
                      std::vector<std::tuple<H256, u64, u64, u64>>>
        WeightCommits{*this, "WeightCommits",
                      "Hashes of weights that wait to be revealed: hash, epoch, block, unused."};
    StorageDoubleMap<Twox64Concat<NetUidStorageIndex>, Twox64Concat<u64>,
                     std::vector<std::tuple<AccountId, u64, TimelockedCommit, u64>>>
        TimelockedWeightCommits{*this, "TimelockedWeightCommits",
                                "Encrypted weights that open with a drand round, by epoch."};
    StorageDoubleMap<Twox64Concat<NetUidStorageIndex>, Twox64Concat<u64>,
                     std::vector<std::tuple<AccountId, TimelockedCommit, u64>>>
        CRV3WeightCommits{*this, "CRV3WeightCommits", "Encrypted weights in their first form."};
    StorageDoubleMap<Twox64Concat<NetUidStorageIndex>, Twox64Concat<u64>,
                     std::vector<std::tuple<AccountId, u64, TimelockedCommit, u64>>>
        CRV3WeightCommitsV2{*this, "CRV3WeightCommitsV2",
                            "Encrypted weights in their second form."};
    StorageMap<Twox64Concat<NetUid>, u64> RevealPeriodEpochs{
        *this, "RevealPeriodEpochs", "Epochs between committing weights and revealing them.",
        [] { return u64{1}; }};
    OptionalDoubleMap<Twox64Concat<AccountId>, Twox64Concat<AccountId>, u64>
        LastColdkeyHotkeyStakeBlock{*this, "LastColdkeyHotkeyStakeBlock",
                                    "Block at which a coldkey last changed its stake on a hotkey."};
    StorageValue<u64> RootStakeUnlockInterval{
        *this, "RootStakeUnlockInterval",
        "Blocks for which root stake stays after it changed; 0: it may leave at once."};
    StorageMap<Blake2_128Concat<NetUid>, I96F32> RootClaimableThreshold{
        *this, "RootClaimableThreshold",
        "Least root dividends on a subnet that are worth a claim, in rao.",
        [] { return I96F32{2147483648000000u}; }};
    StorageMap<Blake2_128Concat<AccountId>, std::map<NetUid, I96F32>> RootClaimable{
        *this, "RootClaimable",
        "Alpha that each rao of root stake on a hotkey may claim, by subnet."};
    StorageNMap<u128, Identity<NetUid>, Blake2_128Concat<AccountId>, Blake2_128Concat<AccountId>>
        RootClaimed{*this, "RootClaimed",
                    "Alpha that a coldkey has claimed on a subnet for its root stake."};
    OptionalMap<Identity<u64>, AccountId> StakingColdkeysByIndex{
        *this, "StakingColdkeysByIndex", "The coldkeys with root stake, numbered."};
    OptionalMap<Identity<AccountId>, u64> StakingColdkeys{
        *this, "StakingColdkeys", "The number of a coldkey with root stake."};
    StorageValue<u64> NumStakingColdkeys{*this, "NumStakingColdkeys",
                                         "How many coldkeys have root stake."};
    OptionalDoubleMap<Twox64Concat<NetUid>, Twox64Concat<u16>, std::pair<H160, u64>>
        AssociatedEvmAddress{*this, "AssociatedEvmAddress",
                             "The EVM address tied to a neuron, and since which block."};
    StorageDoubleMap<Twox64Concat<NetUid>, Twox64Concat<H160>,
                     scale::BoundedVec<std::pair<u16, u64>, max_uids_per_evm_address>>
        AssociatedUidsByEvmAddress{*this, "AssociatedUidsByEvmAddress",
                                   "Neurons of an EVM address on a subnet, and since when."};
    OptionalMap<Twox64Concat<u32>, SubnetLease> SubnetLeases{*this, "SubnetLeases",
                                                             "Leases of subnets."};
    StorageDoubleMap<Twox64Concat<u32>, Identity<AccountId>, U64F64> SubnetLeaseShares{
        *this, "SubnetLeaseShares", "A contributor's share of a lease."};
    OptionalMap<Twox64Concat<NetUid>, u32> SubnetUidToLeaseId{*this, "SubnetUidToLeaseId",
                                                              "The lease of a subnet."};
    StorageValue<u32> NextSubnetLeaseId{*this, "NextSubnetLeaseId", "The next lease's number."};
    StorageMap<Twox64Concat<u32>, AlphaBalance> AccumulatedLeaseDividends{
        *this, "AccumulatedLeaseDividends", "Alpha that a lease has earned and not yet paid."};
    StorageDoubleMap<Twox64Concat<u32>, Identity<AccountId>, AlphaBalance>
        SubnetLeaseUnpaidDividends{*this, "SubnetLeaseUnpaidDividends",
                                   "Dividends of a lease that could not be paid out yet."};
    StorageValue<u16> CommitRevealWeightsVersion{*this, "CommitRevealWeightsVersion",
                                                 "Version of timelocked commits that is taken.",
                                                 [] { return u16{4}; }};
    StorageValue<u64> NetworkRegistrationStartBlock{*this, "NetworkRegistrationStartBlock",
                                                    "Block from which subnets can be opened."};
    StorageValue<u64> TaoInRefundDeploymentBlock{
        *this, "TaoInRefundDeploymentBlock",
        "Subnets opened after this block keep their reserve's part when they end."};
    StorageMap<Identity<NetUid>, u16> MinNonImmuneUids{
        *this, "MinNonImmuneUids", "Least neurons of a subnet that can be replaced.",
        [] { return u16{10}; }};
    StorageValue<MechId> MaxMechanismCount{
        *this, "MaxMechanismCount", "Most mechanisms of a subnet.", [] { return MechId{2}; }};
    StorageMap<Twox64Concat<NetUid>, MechId> MechanismCountCurrent{
        *this, "MechanismCountCurrent", "How many mechanisms a subnet has.",
        [] { return MechId{1}; }};
    OptionalMap<Twox64Concat<NetUid>, std::vector<u16>> MechanismEmissionSplit{
        *this, "MechanismEmissionSplit", "Parts of emission for each mechanism of a subnet."};
    StorageMap<Identity<NetUid>, u16> BurnHalfLife{*this, "BurnHalfLife",
                                                   "Blocks in which the registration price halves.",
                                                   [] { return u16{360}; }};
    StorageMap<Identity<NetUid>, U64F64> BurnIncreaseMult{
        *this, "BurnIncreaseMult", "Factor of the registration price after each registration.",
        [] { return U64F64{u128(1) << 64 | 4796153459164483584u}; }};
    StorageMap<Identity<NetUid>, u16> CollateralLockShare{
        *this, "CollateralLockShare",
        "Part of the registration price that is locked as collateral, in parts of 65535."};
    StorageMap<Identity<NetUid>, U64F64> CollateralDrainRatio{
        *this, "CollateralDrainRatio", "Collateral set free for each alpha that a hotkey earns.",
        [] { return U64F64::one(); }};
    OptionalNMap<MinerCollateralState, Identity<NetUid>, Blake2_128Concat<AccountId>,
                 Blake2_128Concat<AccountId>>
        MinerCollateral{*this, "MinerCollateral",
                        "Collateral of a coldkey's stake on a hotkey (netuid, hotkey, coldkey)."};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>, AlphaBalance>
        ColdkeyMinerCollateral{*this, "ColdkeyMinerCollateral",
                               "Collateral of a coldkey on a subnet, over all its hotkeys."};
    StorageDoubleMap<Identity<NetUid>, Blake2_128Concat<AccountId>,
                     scale::BoundedVec<AccountId, max_coldkey_collateral_hotkeys>>
        ColdkeyCollateralHotkeys{*this, "ColdkeyCollateralHotkeys",
                                 "Hotkeys on which a coldkey has collateral on a subnet."};
    StorageMap<Blake2_128Concat<AccountId>, bool> AutoParentDelegationEnabled{
        *this, "AutoParentDelegationEnabled",
        "Whether a root validator takes new subnets' owners as children.", [] { return true; }};
    StorageMap<Identity<Bytes>, bool> HasMigrationRun{
        *this, "HasMigrationRun", "Migrations that have run, by name: those of earlier runtimes."};
    StorageValue<u64> PendingChildKeyCooldown{*this, "PendingChildKeyCooldown",
                                              "Blocks before named children come into force.",
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
