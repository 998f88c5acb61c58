// Why the pallet says no, and its constants.
#pragma once
#include "frame/result.hpp"
#include "pallets/commitments/types.hpp"

namespace commitments {

#define COMMITMENTS_ERRORS(X)                                                                    \
    X(TooManyFieldsInCommitmentInfo, 0,                                                          \
      "A commitment has at most MaxFields fields: commit less at once.")                         \
    X(AccountNotAllowedCommit, 1, "Only hotkeys of the subnet commit there: register it first.") \
    X(SpaceLimitExceeded, 2,                                                                     \
      "Too many bytes since the last epoch: commit less, or wait for the next one.")             \
    X(UnexpectedUnreserveLeftover, 3,                                                            \
      "Less is reserved for the commitment than it says: nothing can be given back.")            \
    X(TimelockRevealFailedNotAllowed, 4,                                                         \
      "Only the chain marks a field as failed: send another kind of field.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    COMMITMENTS_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

struct Constants {
    u32 MaxFields = max_fields;
    TaoBalance InitialDeposit{}, FieldDeposit{};
    FIELDS(MaxFields, InitialDeposit, FieldDeposit)
};
inline constexpr Constants constants;

}  // namespace commitments
