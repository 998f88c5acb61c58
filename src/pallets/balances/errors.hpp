// Why the pallet says no.
#pragma once
#include "frame/result.hpp"
#include "pallets/balances/calls.hpp"

namespace balances {

#define BALANCES_ERRORS(X)                                                                        \
    X(VestingBalance, 0, "No rule of this runtime says it.")                                      \
    X(LiquidityRestrictions, 1, "That part of the balance is frozen: wait until it is free.")     \
    X(InsufficientBalance, 2,                                                                     \
      "The balance is too low: part of it must stay because other things rely on the account.")   \
    X(ExistentialDeposit, 3, "No rule of this runtime says it.")                                  \
    X(Expendability, 4, "No rule of this runtime says it.")                                       \
    X(ExistingVestingSchedule, 5, "No rule of this runtime says it.")                             \
    X(DeadAccount, 6, "The account that would receive does not exist: send it some TAO first.")   \
    X(TooManyReserves, 7, "The account has as many named reserves as it may have (MaxReserves).") \
    X(TooManyHolds, 8, "The account has as many holds as there are reasons for.")                 \
    X(TooManyFreezes, 9, "The account has as many freezes as it may have (MaxFreezes).")          \
    X(IssuanceDeactivated, 10, "The issuance cannot be less than its inactive part.")             \
    X(DeltaZero, 11, "A correction of the issuance must not be zero.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    BALANCES_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace balances
