// Why the pallet says no: name, index and the sentence that clients print.
#pragma once
#include "frame/result.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

// clang-format off
#define SUBTENSOR_ERRORS(X) \
    X(RootNetworkDoesNotExist, 0, "The root network does not exist on this chain.") \
    X(InvalidIpType, 1, "The address kind must be 4 or 6.") \
    X(InvalidIpAddress, 2, "This is no public IP address: give the one others reach.") \
    X(InvalidPort, 3, "The port must not be 0.") \
    X(HotKeyNotRegisteredInSubNet, 4, \
      "The hotkey has no place on this subnet: register it first.") \
    X(HotKeyAccountNotExists, 5, "No coldkey owns this hotkey: register or associate it first.") \
    X(HotKeyNotRegisteredInNetwork, 6, \
      "The hotkey has no place on any subnet: register it first.") \
    X(NonAssociatedColdKey, 7, "The hotkey belongs to another coldkey: sign with that one.") \
    X(NotEnoughStake, 8, "No rule of this runtime says it.") \
    X(NotEnoughStakeToWithdraw, 9, \
      "There is less stake than this: withdraw at most what is staked.") \
    X(NotEnoughStakeToSetWeights, 10, "The hotkey needs more stake to set weights.") \
    X(NotEnoughStakeToSetChildkeys, 11, "The hotkey needs more stake to name children.") \
    X(NotEnoughBalanceToStake, 12, "The coldkey holds less than this: stake less.") \
    X(BalanceWithdrawalError, 13, "The TAO could not be taken from the account.") \
    X(ZeroBalanceAfterWithdrawn, 14, "No rule of this runtime says it.") \
    X(NeuronNoValidatorPermit, 15, \
      "Only neurons with a validator permit may set weights for others.") \
    X(WeightVecNotEqualSize, 16, "Give as many weights as uids.") \
    X(DuplicateUids, 17, "A uid is named twice: name each once.") \
    X(UidVecContainInvalidOne, 18, "A uid has no neuron on this subnet.") \
    X(WeightVecLengthIsLow, 19, "Set at least as many weights as the subnet asks for.") \
    X(TooManyRegistrationsThisBlock, 20, \
      "The block is full of registrations: try in the next one.") \
    X(HotKeyAlreadyRegisteredInSubNet, 21, "The hotkey has its place on this subnet already.") \
    X(NewHotKeyIsSameWithOld, 22, "The new hotkey is the old one: give another.") \
    X(NewHotKeyNotCleanForRootSwap, 23, \
      "The new hotkey has stake or claims on root: use a fresh one.") \
    X(InvalidWorkBlock, 24, "The work is for a block that is too old or used: work again.") \
    X(InvalidDifficulty, 25, "The work is too easy for the subnet's difficulty: work on.") \
    X(InvalidSeal, 26, "The work is not for this subnet, block, nonce and keys.") \
    X(MaxWeightExceeded, 27, "Cannot happen on this chain.") \
    X(HotKeyAlreadyDelegate, 28, "No rule of this runtime says it.") \
    X(SettingWeightsTooFast, 29, "Weights were set a short while ago: wait some blocks.") \
    X(IncorrectWeightVersionKey, 30, \
      "The version key is older than the subnet asks: update the validator.") \
    X(ServingRateLimitExceeded, 31, \
      "The endpoint was changed a short while ago: wait some blocks.") \
    X(UidsLengthExceedUidsInSubNet, 32, "There are more uids than neurons on the subnet.") \
    X(NetworkTxRateLimitExceeded, 33, "A subnet was opened a short while ago: wait some blocks.") \
    X(DelegateTxRateLimitExceeded, 34, \
      "The take was changed a short while ago: wait before raising it.") \
    X(HotKeySetTxRateLimitExceeded, 35, \
      "The coldkey swapped keys a short while ago: wait some blocks.") \
    X(StakingRateLimitExceeded, 36, "No rule of this runtime says it.") \
    X(SubNetRegistrationDisabled, 37, "The subnet takes no registrations now.") \
    X(TooManyRegistrationsThisInterval, 38, \
      "The interval is full of registrations: wait for the next one.") \
    X(TransactorAccountShouldBeHotKey, 39, "No rule of this runtime says it.") \
    X(FaucetDisabled, 40, "No rule of this runtime says it.") \
    X(NotSubnetOwner, 41, "Only the owner of the subnet may do this.") \
    X(RegistrationNotPermittedOnRootSubnet, 42, "This cannot be done on the root subnet.") \
    X(StakeTooLowForRoot, 43, "Every member of root has more stake: add stake to take a place.") \
    X(AllNetworksInImmunity, 44, "No rule of this runtime says it.") \
    X(NotEnoughBalanceToPaySwapHotKey, 45, "The coldkey holds less than a hotkey swap costs.") \
    X(NotRootSubnet, 46, "No rule of this runtime says it.") \
    X(CanNotSetRootNetworkWeights, 47, "Weights cannot be set on the root subnet.") \
    X(NoNeuronIdAvailable, 48, "All places are taken by neurons that cannot be replaced yet.") \
    X(DelegateTakeTooLow, 49, \
      "The take is below the allowed range or does not change the right way.") \
    X(DelegateTakeTooHigh, 50, "The take is above the allowed range: give a smaller one.") \
    X(NoWeightsCommitFound, 51, \
      "The hotkey has committed nothing that these weights could reveal.") \
    X(InvalidRevealCommitHashNotMatch, 52, \
      "These weights are not what was committed: check values and salt.") \
    X(CommitRevealEnabled, 53, "The subnet wants weights committed first: use commit_weights.") \
    X(CommitRevealDisabled, 54, "The subnet takes weights in the open: use set_weights.") \
    X(LiquidAlphaDisabled, 55, "Liquid alpha disabled.") \
    X(AlphaHighTooLow, 56, "Alpha high too low.") \
    X(AlphaLowOutOfRange, 57, "Alpha low out of range.") \
    X(ColdKeyAlreadyAssociated, 58, "The new coldkey stakes already: give a fresh one.") \
    X(NotEnoughBalanceToPaySwapColdKey, 59, "The coldkey holds less than a coldkey swap costs.") \
    X(InvalidChild, 60, "A hotkey cannot be its own child.") \
    X(DuplicateChild, 61, "A child is named twice: name each once.") \
    X(ProportionOverflow, 62, "The proportions of the children exceed the whole.") \
    X(TooManyChildren, 63, "A hotkey can have at most five children.") \
    X(TxRateLimitExceeded, 64, "This was done a short while ago: wait some blocks.") \
    X(ColdkeySwapAnnouncementNotFound, 65, \
      "No swap of this coldkey is announced: announce it first.") \
    X(ColdkeySwapTooEarly, 66, "The announced swap is not due yet: wait some blocks.") \
    X(ColdkeySwapReannouncedTooEarly, 67, \
      "A swap is announced already: wait before changing it.") \
    X(AnnouncedColdkeyHashDoesNotMatch, 68, "Another coldkey was announced: give that one.") \
    X(ColdkeySwapAlreadyDisputed, 69, "The swap is disputed already.") \
    X(NewColdKeyIsHotkey, 70, "The new coldkey is a hotkey: give another account.") \
    X(InvalidChildkeyTake, 71, "The take is outside the range allowed for child keys.") \
    X(TxChildkeyTakeRateLimitExceeded, 72, \
      "The take was changed a short while ago: wait before raising it.") \
    X(InvalidIdentity, 73, \
      "A text of the identity is too long, or no key made this signature.") \
    X(MechanismDoesNotExist, 74, "There is no such mechanism on this subnet.") \
    X(StakeUnavailable, 75, "A lock holds this stake: take out less, or wait until it fades.") \
    X(SubnetNotExists, 76, "There is no subnet with this netuid.") \
    X(TooManyUnrevealedCommits, 77, "Ten commits wait to be revealed: reveal one first.") \
    X(ExpiredWeightCommit, 78, "The time to reveal this commit is over: commit anew.") \
    X(RevealTooEarly, 79, "The commit cannot be revealed yet: wait for its epoch.") \
    X(InputLengthsUnequal, 80, "The lists must have the same length.") \
    X(CommittingWeightsTooFast, 81, \
      "Weights were committed a short while ago: wait some blocks.") \
    X(AmountTooLow, 82, "The amount is below the least that can be staked or moved.") \
    X(InsufficientLiquidity, 83, \
      "The pool cannot take an order of this size: give another amount.") \
    X(SlippageTooHigh, 84, "The price would pass the limit: give less, or allow a part.") \
    X(TransferDisallowed, 85, "The owner of the subnet does not allow stake to change hands.") \
    X(ActivityCutoffTooLow, 86, "Activity cutoff too low.") \
    X(CallDisabled, 87, "No rule of this runtime says it.") \
    X(FirstEmissionBlockNumberAlreadySet, 88, "The subnet has been started already.") \
    X(NeedWaitingMoreBlocksToStarCall, 89, \
      "The subnet is too young to be started: wait some blocks.") \
    X(NotEnoughAlphaOutToRecycle, 90, "No rule of this runtime says it.") \
    X(CannotBurnOrRecycleOnRootSubnet, 91, "Root has no alpha to burn or recycle.") \
    X(UnableToRecoverPublicKey, 92, "Cannot happen on this chain.") \
    X(InvalidRecoveredPublicKey, 93, "Another EVM key signed this: sign with the one named.") \
    X(SubtokenDisabled, 94, "The subnet has not started: its owner must call start_call.") \
    X(HotKeySwapOnSubnetIntervalNotPassed, 95, \
      "A hotkey was swapped on this subnet a short while ago: wait some blocks.") \
    X(KeepStakeBlockedByCollateral, 96, \
      "The old hotkey has collateral: swap it with its stake.") \
    X(SameNetuid, 97, "Origin and destination are the same.") \
    X(InsufficientTaoBalance, 98, "The account holds less TAO than this.") \
    X(InvalidLeaseBeneficiary, 99, "Only the creator of the crowdloan may lease with it.") \
    X(LeaseCannotEndInThePast, 100, "The lease must end in a block to come.") \
    X(LeaseNetuidNotFound, 101, "The leased subnet was not opened.") \
    X(LeaseDoesNotExist, 102, "There is no lease with this number.") \
    X(LeaseHasNoEndBlock, 103, "The lease is for ever: it cannot be ended.") \
    X(LeaseHasNotEnded, 104, "The lease still runs: wait for its last block.") \
    X(Overflow, 105, "Overflow.") \
    X(BeneficiaryDoesNotOwnHotkey, 106, "The hotkey is not the beneficiary's: name one's own.") \
    X(ExpectedBeneficiaryOrigin, 107, "Only the beneficiary of the lease may do this.") \
    X(AdminActionProhibitedDuringWeightsWindow, 108, "An epoch is near: change this after it.") \
    X(SymbolDoesNotExist, 109, "There is no such symbol to choose from.") \
    X(SymbolAlreadyInUse, 110, "Another subnet has this symbol: choose a free one.") \
    X(IncorrectCommitRevealVersion, 111, \
      "Timelocked weights have another version now: update the client.") \
    X(InvalidRevealRound, 112, "The round is over already: lock the weights to a later one.") \
    X(RevealPeriodTooLarge, 113, "The reveal period is too long: at most 100 epochs.") \
    X(RevealPeriodTooSmall, 114, "The reveal period must be at least one epoch.") \
    X(InvalidValue, 115, "The value is outside the range allowed.") \
    X(SubnetLimitReached, 116, "All subnets there may be exist, and none can be replaced yet.") \
    X(CannotAffordLockCost, 117, "The coldkey holds less than a subnet costs.") \
    X(EvmKeyAssociateRateLimitExceeded, 118, \
      "The EVM address was changed a short while ago: wait some blocks.") \
    X(EvmKeyAssociationLimitExceeded, 119, \
      "The EVM address stands for 32 neurons of this subnet: use another one.") \
    X(SameAutoStakeHotkeyAlreadySet, 120, "The rewards go to this hotkey already.") \
    X(UidMapCouldNotBeCleared, 121, "Cannot happen on this chain.") \
    X(TrimmingWouldExceedMaxImmunePercentage, 122, \
      "Too many neurons cannot be replaced yet to trim this far.") \
    X(ChildParentInconsistency, 123, "A child cannot be a parent of the same hotkey.") \
    X(InvalidRootClaimThreshold, 124, "The threshold is too high: give a smaller one.") \
    X(TooManyUIDsPerMechanism, 125, "Fewer uids or mechanisms: their product is limited.") \
    X(VotingPowerTrackingNotEnabled, 126, "The subnet does not track voting power.") \
    X(InvalidVotingPowerEmaAlpha, 127, "Give at most 10^18.") \
    X(Deprecated, 128, "Deprecated.") \
    X(SubnetBuybackRateLimitExceeded, 129, "No rule of this runtime says it.") \
    X(NetworkDissolveAlreadyQueued, 130, "The subnet is dissolved already.") \
    X(AddStakeBurnRateLimitExceeded, 131, "No rule of this runtime says it.") \
    X(ColdkeySwapAnnounced, 132, "A swap of this coldkey is announced: only that can go on.") \
    X(ColdkeySwapDisputed, 133, "The swap of this coldkey is disputed: only root can settle it.") \
    X(ColdkeySwapClearTooEarly, 134, \
      "The announcement cannot be taken back yet: wait some blocks.") \
    X(DisabledTemporarily, 135, "No rule of this runtime says it.") \
    X(RegistrationPriceLimitExceeded, 136, "A place costs more than the limit given.") \
    X(LockHotkeyMismatch, 137, "The stake is locked to another hotkey: move the lock first.") \
    X(InsufficientStakeForLock, 138, \
      "There is less stake than this: lock at most what is staked.") \
    X(NoExistingLock, 139, "The coldkey has no lock on this subnet.") \
    X(ActiveLockExists, 140, "The new coldkey has a lock on stake: give a fresh one.") \
    X(CannotUseSystemAccount, 141, "This account belongs to a subnet: use another one.") \
    X(UnlockAmountTooHigh, 142, "No rule of this runtime says it.") \
    X(WaitingForDissolvedSubnetCleanup, 143, "No rule of this runtime says it.") \
    X(TempoOutOfBounds, 144, "The tempo is outside the range allowed.") \
    X(ActivityCutoffFactorMilliOutOfBounds, 145, "The factor is outside the range allowed.") \
    X(EpochTriggerAlreadyPending, 146, "An epoch has been asked for already.") \
    X(AutoEpochAlreadyImminent, 147, "The next epoch is near anyway.") \
    X(DynamicTempoBlockedByCommitReveal, 148, \
      "The tempo cannot change while commits wait to be revealed.") \
    X(AccountRejectsLockedAlpha, 149, \
      "The receiver takes no locked alpha: it must allow it first.") \
    X(LockIdOverFlow, 150, "Too many subnets have been registered: no number is left.") \
    X(StartCallNotReady, 151, \
      "The subnet is too young to start: wait for StartCallDelay blocks after its " \
      "registration.") \
    X(InsufficientAlphaBalance, 152, "No rule of this runtime says it.") \
    X(ColdkeyCollateralIncomplete, 153, \
      "The coldkey has collateral on a hotkey that the chain keeps no list of.") \
    X(ColdkeyCollateralPositionsFull, 154, \
      "The coldkey has collateral on 32 hotkeys of this subnet: use one of them.") \
    X(RootStakeLocked, 156, "Root stake must lie for a while before it leaves: wait.") \
    X(RootWeightSettingDisabled, 158, "No rule of this runtime says it.") \
    X(RootClaimTooHeavy, 159, "No rule of this runtime says it.") \
    X(RootWeightCapExceeded, 160, "No rule of this runtime says it.") \
    X(InvalidBatchLength, 162, \
      "A batch has at least one item, and no more than there are subnets.") \
    X(TooManyStakingHotkeys, 163, "The coldkey has 256 hotkeys: use one of them.") \
    X(ColdkeySwapTooHeavy, 164, \
      "The coldkey stakes to too many hotkeys or subnets to swap: unstake from some first.") \
    X(CommitPayloadTooLarge, 173, \
      "The commit is too long: 5000 bytes at most, under Null consensus 32 KiB divided by " \
      "the mechanisms.") \
    X(CommitQueueFull, 174, \
      "The subnet's commits of this epoch fill their 64 KiB or 64 places: wait for the " \
      "next epoch.")
/// Left the interface after runtime 425; older clients find them behind indices no runtime used.
#define SUBTENSOR_OLD_ERRORS(X) \
    X(InvalidSubnetNumber, 250, "Name one to five subnets.") \
    X(InvalidNumRootClaim, 251, "At most 50 coldkeys can be paid root dividends in a block.")
// clang-format on

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SUBTENSOR_ERRORS(X) SUBTENSOR_OLD_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace subtensor
