// Why the pallet says no: name, index and the sentence that clients print.
#pragma once
#include "frame/result.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

// clang-format off
#define SUBTENSOR_ERRORS(X) \
    X(RootNetworkDoesNotExist, 0, "Root network does not exist.") \
    X(InvalidIpType, 1, "Invalid ip type.") \
    X(InvalidIpAddress, 2, "Invalid ip address.") \
    X(InvalidPort, 3, "Invalid port.") \
    X(HotKeyNotRegisteredInSubNet, 4, "Hot key not registered in sub net.") \
    X(HotKeyAccountNotExists, 5, "Hot key account not exists.") \
    X(HotKeyNotRegisteredInNetwork, 6, "Hot key not registered in network.") \
    X(NonAssociatedColdKey, 7, "Non associated cold key.") \
    X(NotEnoughStake, 8, "Not enough stake.") \
    X(NotEnoughStakeToWithdraw, 9, "Not enough stake to withdraw.") \
    X(NotEnoughStakeToSetWeights, 10, "Not enough stake to set weights.") \
    X(NotEnoughStakeToSetChildkeys, 11, "Not enough stake to set childkeys.") \
    X(NotEnoughBalanceToStake, 12, "Not enough balance to stake.") \
    X(BalanceWithdrawalError, 13, "Balance withdrawal error.") \
    X(ZeroBalanceAfterWithdrawn, 14, "Zero balance after withdrawn.") \
    X(NeuronNoValidatorPermit, 15, "Neuron no validator permit.") \
    X(WeightVecNotEqualSize, 16, "Weight vec not equal size.") \
    X(DuplicateUids, 17, "Duplicate uids.") \
    X(UidVecContainInvalidOne, 18, "Uid vec contain invalid one.") \
    X(WeightVecLengthIsLow, 19, "Weight vec length is low.") \
    X(TooManyRegistrationsThisBlock, 20, "Too many registrations this block.") \
    X(HotKeyAlreadyRegisteredInSubNet, 21, "Hot key already registered in sub net.") \
    X(NewHotKeyIsSameWithOld, 22, "New hot key is same with old.") \
    X(NewHotKeyNotCleanForRootSwap, 23, "New hot key not clean for root swap.") \
    X(InvalidWorkBlock, 24, "Invalid work block.") \
    X(InvalidDifficulty, 25, "Invalid difficulty.") \
    X(InvalidSeal, 26, "Invalid seal.") \
    X(MaxWeightExceeded, 27, "Max weight exceeded.") \
    X(HotKeyAlreadyDelegate, 28, "Hot key already delegate.") \
    X(SettingWeightsTooFast, 29, "Setting weights too fast.") \
    X(IncorrectWeightVersionKey, 30, "Incorrect weight version key.") \
    X(ServingRateLimitExceeded, 31, "Serving rate limit exceeded.") \
    X(UidsLengthExceedUidsInSubNet, 32, "Uids length exceed uids in sub net.") \
    X(NetworkTxRateLimitExceeded, 33, "Network tx rate limit exceeded.") \
    X(DelegateTxRateLimitExceeded, 34, "Delegate tx rate limit exceeded.") \
    X(HotKeySetTxRateLimitExceeded, 35, "Hot key set tx rate limit exceeded.") \
    X(StakingRateLimitExceeded, 36, "Staking rate limit exceeded.") \
    X(SubNetRegistrationDisabled, 37, "Sub net registration disabled.") \
    X(TooManyRegistrationsThisInterval, 38, "Too many registrations this interval.") \
    X(TransactorAccountShouldBeHotKey, 39, "Transactor account should be hot key.") \
    X(FaucetDisabled, 40, "Faucet disabled.") \
    X(NotSubnetOwner, 41, "Not subnet owner.") \
    X(RegistrationNotPermittedOnRootSubnet, 42, "Registration not permitted on root subnet.") \
    X(StakeTooLowForRoot, 43, "Stake too low for root.") \
    X(AllNetworksInImmunity, 44, "All networks in immunity.") \
    X(NotEnoughBalanceToPaySwapHotKey, 45, "Not enough balance to pay swap hot key.") \
    X(NotRootSubnet, 46, "Not root subnet.") \
    X(CanNotSetRootNetworkWeights, 47, "Can not set root network weights.") \
    X(NoNeuronIdAvailable, 48, "No neuron id available.") \
    X(DelegateTakeTooLow, 49, "Delegate take too low.") \
    X(DelegateTakeTooHigh, 50, "Delegate take too high.") \
    X(NoWeightsCommitFound, 51, "No weights commit found.") \
    X(InvalidRevealCommitHashNotMatch, 52, "Invalid reveal commit hash not match.") \
    X(CommitRevealEnabled, 53, "Commit reveal enabled.") \
    X(CommitRevealDisabled, 54, "Commit reveal disabled.") \
    X(LiquidAlphaDisabled, 55, "Liquid alpha disabled.") \
    X(AlphaHighTooLow, 56, "Alpha high too low.") \
    X(AlphaLowOutOfRange, 57, "Alpha low out of range.") \
    X(ColdKeyAlreadyAssociated, 58, "Cold key already associated.") \
    X(NotEnoughBalanceToPaySwapColdKey, 59, "Not enough balance to pay swap cold key.") \
    X(InvalidChild, 60, "Invalid child.") \
    X(DuplicateChild, 61, "Duplicate child.") \
    X(ProportionOverflow, 62, "Proportion overflow.") \
    X(TooManyChildren, 63, "Too many children.") \
    X(TxRateLimitExceeded, 64, "Tx rate limit exceeded.") \
    X(ColdkeySwapAnnouncementNotFound, 65, "Coldkey swap announcement not found.") \
    X(ColdkeySwapTooEarly, 66, "Coldkey swap too early.") \
    X(ColdkeySwapReannouncedTooEarly, 67, "Coldkey swap reannounced too early.") \
    X(AnnouncedColdkeyHashDoesNotMatch, 68, "Announced coldkey hash does not match.") \
    X(ColdkeySwapAlreadyDisputed, 69, "Coldkey swap already disputed.") \
    X(NewColdKeyIsHotkey, 70, "New cold key is hotkey.") \
    X(InvalidChildkeyTake, 71, "Invalid childkey take.") \
    X(TxChildkeyTakeRateLimitExceeded, 72, "Tx childkey take rate limit exceeded.") \
    X(InvalidIdentity, 73, "Invalid identity.") \
    X(MechanismDoesNotExist, 74, "Mechanism does not exist.") \
    X(StakeUnavailable, 75, "Stake unavailable.") \
    X(SubnetNotExists, 76, "Subnet not exists.") \
    X(TooManyUnrevealedCommits, 77, "Too many unrevealed commits.") \
    X(ExpiredWeightCommit, 78, "Expired weight commit.") \
    X(RevealTooEarly, 79, "Reveal too early.") \
    X(InputLengthsUnequal, 80, "Input lengths unequal.") \
    X(CommittingWeightsTooFast, 81, "Committing weights too fast.") \
    X(AmountTooLow, 82, "Amount too low.") \
    X(InsufficientLiquidity, 83, "Insufficient liquidity.") \
    X(SlippageTooHigh, 84, "Slippage too high.") \
    X(TransferDisallowed, 85, "Transfer disallowed.") \
    X(ActivityCutoffTooLow, 86, "Activity cutoff too low.") \
    X(CallDisabled, 87, "Call disabled.") \
    X(FirstEmissionBlockNumberAlreadySet, 88, "First emission block number already set.") \
    X(NeedWaitingMoreBlocksToStarCall, 89, "Need waiting more blocks to star call.") \
    X(NotEnoughAlphaOutToRecycle, 90, "Not enough alpha out to recycle.") \
    X(CannotBurnOrRecycleOnRootSubnet, 91, "Cannot burn or recycle on root subnet.") \
    X(UnableToRecoverPublicKey, 92, "Unable to recover public key.") \
    X(InvalidRecoveredPublicKey, 93, "Invalid recovered public key.") \
    X(SubtokenDisabled, 94, "Subtoken disabled.") \
    X(HotKeySwapOnSubnetIntervalNotPassed, 95, "Hot key swap on subnet interval not passed.") \
    X(KeepStakeBlockedByCollateral, 96, "Keep stake blocked by collateral.") \
    X(SameNetuid, 97, "Same netuid.") \
    X(InsufficientTaoBalance, 98, "Insufficient tao balance.") \
    X(InvalidLeaseBeneficiary, 99, "Invalid lease beneficiary.") \
    X(LeaseCannotEndInThePast, 100, "Lease cannot end in the past.") \
    X(LeaseNetuidNotFound, 101, "Lease netuid not found.") \
    X(LeaseDoesNotExist, 102, "Lease does not exist.") \
    X(LeaseHasNoEndBlock, 103, "Lease has no end block.") \
    X(LeaseHasNotEnded, 104, "Lease has not ended.") \
    X(Overflow, 105, "Overflow.") \
    X(BeneficiaryDoesNotOwnHotkey, 106, "Beneficiary does not own hotkey.") \
    X(ExpectedBeneficiaryOrigin, 107, "Expected beneficiary origin.") \
    X(AdminActionProhibitedDuringWeightsWindow, 108, "Admin action prohibited during weights window.") \
    X(SymbolDoesNotExist, 109, "Symbol does not exist.") \
    X(SymbolAlreadyInUse, 110, "Symbol already in use.") \
    X(IncorrectCommitRevealVersion, 111, "Incorrect commit reveal version.") \
    X(InvalidRevealRound, 112, "Invalid reveal round.") \
    X(RevealPeriodTooLarge, 113, "Reveal period too large.") \
    X(RevealPeriodTooSmall, 114, "Reveal period too small.") \
    X(InvalidValue, 115, "Invalid value.") \
    X(SubnetLimitReached, 116, "Subnet limit reached.") \
    X(CannotAffordLockCost, 117, "Cannot afford lock cost.") \
    X(EvmKeyAssociateRateLimitExceeded, 118, "Evm key associate rate limit exceeded.") \
    X(EvmKeyAssociationLimitExceeded, 119, "Evm key association limit exceeded.") \
    X(SameAutoStakeHotkeyAlreadySet, 120, "Same auto stake hotkey already set.") \
    X(UidMapCouldNotBeCleared, 121, "Uid map could not be cleared.") \
    X(TrimmingWouldExceedMaxImmunePercentage, 122, "Trimming would exceed max immune percentage.") \
    X(ChildParentInconsistency, 123, "Child parent inconsistency.") \
    X(InvalidRootClaimThreshold, 124, "Invalid root claim threshold.") \
    X(TooManyUIDsPerMechanism, 125, "Too many uids per mechanism.") \
    X(VotingPowerTrackingNotEnabled, 126, "Voting power tracking not enabled.") \
    X(InvalidVotingPowerEmaAlpha, 127, "Invalid voting power ema alpha.") \
    X(Deprecated, 128, "Deprecated.") \
    X(SubnetBuybackRateLimitExceeded, 129, "Subnet buyback rate limit exceeded.") \
    X(NetworkDissolveAlreadyQueued, 130, "Network dissolve already queued.") \
    X(AddStakeBurnRateLimitExceeded, 131, "Add stake burn rate limit exceeded.") \
    X(ColdkeySwapAnnounced, 132, "Coldkey swap announced.") \
    X(ColdkeySwapDisputed, 133, "Coldkey swap disputed.") \
    X(ColdkeySwapClearTooEarly, 134, "Coldkey swap clear too early.") \
    X(DisabledTemporarily, 135, "Disabled temporarily.") \
    X(RegistrationPriceLimitExceeded, 136, "Registration price limit exceeded.") \
    X(LockHotkeyMismatch, 137, "Lock hotkey mismatch.") \
    X(InsufficientStakeForLock, 138, "Insufficient stake for lock.") \
    X(NoExistingLock, 139, "No existing lock.") \
    X(ActiveLockExists, 140, "Active lock exists.") \
    X(CannotUseSystemAccount, 141, "Cannot use system account.") \
    X(UnlockAmountTooHigh, 142, "Unlock amount too high.") \
    X(WaitingForDissolvedSubnetCleanup, 143, "Waiting for dissolved subnet cleanup.") \
    X(TempoOutOfBounds, 144, "Tempo out of bounds.") \
    X(ActivityCutoffFactorMilliOutOfBounds, 145, "Activity cutoff factor milli out of bounds.") \
    X(EpochTriggerAlreadyPending, 146, "Epoch trigger already pending.") \
    X(AutoEpochAlreadyImminent, 147, "Auto epoch already imminent.") \
    X(DynamicTempoBlockedByCommitReveal, 148, "Dynamic tempo blocked by commit reveal.") \
    X(AccountRejectsLockedAlpha, 149, "Account rejects locked alpha.") \
    X(LockIdOverFlow, 150, "Lock id over flow.") \
    X(StartCallNotReady, 151, "Start call not ready.") \
    X(InsufficientAlphaBalance, 152, "Insufficient alpha balance.") \
    X(ColdkeyCollateralIncomplete, 153, "Coldkey collateral incomplete.") \
    X(ColdkeyCollateralPositionsFull, 154, "Coldkey collateral positions full.") \
    X(BasketHasNoWeights, 155, "Basket has no weights.") \
    X(RootStakeLocked, 156, "Root stake locked.") \
    X(BetaBasketSeedInProgress, 157, "Beta basket seed in progress.") \
    X(RootWeightSettingDisabled, 158, "Root weight setting disabled.") \
    X(RootClaimTooHeavy, 159, "Root claim too heavy.") \
    X(RootWeightCapExceeded, 160, "Root weight cap exceeded.") \
    X(BasketDepositPending, 161, "Basket deposit pending.") \
    X(InvalidBatchLength, 162, "Invalid batch length.") \
    X(TooManyStakingHotkeys, 163, "Too many staking hotkeys.") \
    X(ColdkeySwapTooHeavy, 164, "Coldkey swap too heavy.") \
    X(BasketConcentrationCapExceeded, 165, "Basket concentration cap exceeded.") \
    X(BasketTradingDisabled, 166, "Basket trading disabled.") \
    X(BasketTradingFrozen, 167, "Basket trading frozen.") \
    X(BasketTurnoverBudgetExceeded, 168, "Basket turnover budget exceeded.") \
    X(BasketSameSubnet, 169, "Basket same subnet.") \
    X(BasketLiquidityCapExceeded, 170, "Basket liquidity cap exceeded.") \
    X(BasketMinOutNotMet, 171, "Basket min out not met.") \
    X(BasketSwapBatchEmpty, 172, "Basket swap batch empty.") \
    X(CommitPayloadTooLarge, 173, "Commit payload too large.") \
    X(CommitQueueFull, 174, "Commit queue full.")
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
