// Why the pallet says no.
#pragma once
#include "frame/result.hpp"
#include "pallets/safe_mode/calls.hpp"

namespace safe_mode {

#define SAFE_MODE_ERRORS(X)                                                                   \
    X(Entered, 0, "The safe mode is on: wait for its end.")                                   \
    X(Exited, 1, "The safe mode is off.")                                                     \
    X(NotConfigured, 2, "Only root may do this on this chain.")                               \
    X(NoDeposit, 3, "There is no such deposit: check account and block.")                     \
    X(AlreadyDeposited, 4, "The account has a deposit already.")                              \
    X(CannotReleaseYet, 5, "The deposit cannot be released yet: wait for the delay to pass.") \
    X(CurrencyError, 6, "The deposit cannot be taken from the account's balance or given back.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SAFE_MODE_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace safe_mode
