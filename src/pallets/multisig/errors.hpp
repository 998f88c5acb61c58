// Why the pallet says no.
#pragma once
#include "pallets/multisig/types.hpp"

namespace multisig {

#define MULTISIG_ERRORS(X)                                                                         \
    X(MinimumThreshold, 0, "The threshold must be 2 or more: use as_multi_threshold_1 for 1.")     \
    X(AlreadyApproved, 1, "The sender has approved this call already.")                            \
    X(NoApprovalsNeeded, 2, "No rule of this runtime says it.")                                    \
    X(TooFewSignatories, 3, "Name at least one other signatory.")                                  \
    X(TooManySignatories, 4, "There are too many signatories (MaxSignatories).")                   \
    X(SignatoriesOutOfOrder, 5, "The other signatories must be sorted by their bytes, each once.") \
    X(SenderInSignatories, 6, "The sender must not be among the other signatories.")               \
    X(NotFound, 7, "No such operation is open: check signatories, threshold and call.")            \
    X(NotOwner, 8, "Only the account that opened the operation may do this.")                      \
    X(NoTimepoint, 9, "The operation is open: give its timepoint.")                                \
    X(WrongTimepoint, 10, "The operation was opened at another timepoint.")                        \
    X(UnexpectedTimepoint, 11, "The operation is not open: leave the timepoint out.")              \
    X(MaxWeightTooLow, 12, "The call weighs more than the given limit.")                           \
    X(AlreadyStored, 13, "No rule of this runtime says it.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    MULTISIG_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace multisig
