// Why the swap pallet says no: name, index and the sentence that clients print.
#pragma once
#include "frame/result.hpp"
#include "pallets/swap/types.hpp"

namespace swap {

// clang-format off
#define SWAP_ERRORS(X) \
    X(FeeRateTooHigh, 0, "The fee rate is above MaxFeeRate: give a smaller one.") \
    X(InsufficientInputAmount, 1, "No rule of this runtime says it.") \
    X(InsufficientLiquidity, 2, "The pool cannot pay this much: swap less.") \
    X(PriceLimitExceeded, 3, "The pool's price is already past the limit price: relax the limit.") \
    X(InsufficientBalance, 4, "The account does not hold this much: give less.") \
    X(InvalidTickRange, 5, "No rule of this runtime says it.") \
    X(InvalidLiquidityValue, 6, "No rule of this runtime says it.") \
    X(ReservesTooLow, 7, "The pool's reserve is too low: wait for liquidity or swap more.") \
    X(MechanismDoesNotExist, 8, "There is no subnet with this netuid.") \
    X(SubtokenDisabled, 9, "The subnet's alpha is off: its owner must call start_call.") \
    X(ReservesOutOfBalance, 10, "Cannot happen on this chain.") \
    X(SwapInputTooLarge, 11, "The amount is over 1000 times the pool's reserve: swap less.") \
    X(Deprecated, 12, "This call has been retired; positions of users no longer exist.")
// clang-format on

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SWAP_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace swap
