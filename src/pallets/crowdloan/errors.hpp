// Why the pallet says no: name, index and the sentence that clients print.
#pragma once
#include "frame/result.hpp"
#include "pallets/crowdloan/types.hpp"

namespace crowdloan {

// clang-format off
#define CROWDLOAN_ERRORS(X) \
    X(DepositTooLow, 0, "The deposit is below MinimumDeposit: put in more.") \
    X(CapTooLow, 1, "The cap must be above the deposit and not below what is raised.") \
    X(MinimumContributionTooLow, 2, \
      "The least contribution is below AbsoluteMinimumContribution: ask for more.") \
    X(CannotEndInPast, 3, "The end must be a block to come.") \
    X(BlockDurationTooShort, 4, "The crowdloan ends too soon: leave MinimumBlockDuration blocks.") \
    X(BlockDurationTooLong, 5, \
      "The crowdloan ends too late: let it end within MaximumBlockDuration blocks.") \
    X(InsufficientBalance, 6, "The account holds less than this: pay less or fund it first.") \
    X(Overflow, 7, "The sum is too great for the chain to count.") \
    X(InvalidCrowdloanId, 8, "There is no crowdloan with this number.") \
    X(CapRaised, 9, "All that was asked for has been raised.") \
    X(ContributionPeriodEnded, 10, "The crowdloan takes no contributions after its end.") \
    X(ContributionTooLow, 11, "The crowdloan asks for more from each contributor.") \
    X(InvalidOrigin, 12, "Only the creator of the crowdloan may do this.") \
    X(AlreadyFinalized, 13, "The crowdloan is finalized: nothing can be changed any more.") \
    X(AlreadyFinalizing, 14, "A crowdloan's call cannot finalize another crowdloan.") \
    X(ContributionPeriodNotEnded, 15, "No rule of this runtime says it.") \
    X(NoContribution, 16, "The account has nothing in this crowdloan.") \
    X(CapNotRaised, 17, "Less than the cap has been raised: wait for contributions.") \
    X(Underflow, 18, "The crowdloan's records are short of this amount.") \
    X(CallUnavailable, 19, "The crowdloan's call is not on the chain any more.") \
    X(NotReadyToDissolve, 20, "Others still have funds in the crowdloan: refund them first.") \
    X(DepositCannotBeWithdrawn, 21, "The deposit stays until the crowdloan is dissolved.") \
    X(MaxContributorsReached, 22, "The crowdloan has as many contributors as there may be.") \
    X(InvalidFinalizationConfig, 23, "Give either a call or a target address, not both or none.") \
    X(MaxContributionReached, 24, "The account has paid in as much as one may.") \
    X(MaximumContributionTooLow, 25, \
      "The greatest contribution is below the least one or the creator's own.") \
    X(MinimumContributionTooHigh, 26, "The least contribution is above the greatest one.") \
    X(FundsNotSettled, 27, "The crowdloan's call has left funds behind: it must spend all of them.")
// clang-format on

enum class Error : u8 {
#define X(name, index, doc) name = index,
    CROWDLOAN_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace crowdloan
