// Why the pallet says no: name, index and the sentence that clients print.
#pragma once
#include "frame/result.hpp"
#include "pallets/limit_orders/types.hpp"

namespace limit_orders {

// clang-format off
#define LIMIT_ORDERS_ERRORS(X) \
    X(InvalidSignature, 0, \
      "The signature is not the signer's over this order: sign the order, its wrapped " \
      "hash or its text with sr25519 or ed25519.") \
    X(OrderAlreadyProcessed, 1, "The order was executed or cancelled before: sign a new one.") \
    X(OrderCancelled, 2, "The signer has cancelled the order.") \
    X(OrderExpired, 3, "The order's expiry has passed: sign a new one.") \
    X(PriceConditionNotMet, 4, "The price is not on the right side of the order's limit: wait.") \
    X(Unauthorized, 5, "Only the order's signer may cancel it.") \
    X(SwapReturnedZero, 6, \
      "The pool would give nothing for this: bring more orders or greater ones.") \
    X(RootNetUidNotAllowed, 7, "Root has no alpha to order: name another subnet.") \
    X(OrderNetUidMismatch, 8, "The order is for another subnet than the batch: leave it out.") \
    X(LimitOrdersDisabled, 9, "Root has switched orders off.") \
    X(RelayerMissMatch, 10, \
      "The order names who may bring it, and this account is not among them.") \
    X(PartialFillsNotEnabled, 11, "The order must be executed whole: leave out partial_fill.") \
    X(IncorrectPartialFillAmount, 12, \
      "The part is nothing, or more than what is left of the order: ask for what is left.") \
    X(RelayerRequiredForPartialFill, 13, \
      "Only orders that name their relayers are executed in parts: leave out partial_fill.") \
    X(ChainIdMismatch, 14, "The order is for another chain.") \
    X(PalletHotkeyNotRegistered, 15, "The pallet's hotkey belongs to no account of the pallet.") \
    X(ArithmeticOverflow, 16, "The amounts are too great to be converted at this price.") \
    X(DuplicateOrderInBatch, 17, "The batch holds an order twice: leave one out.") \
    X(ZeroShareInBatch, 18, \
      "An order's part of the batch would be nothing: batch it with others, or execute it alone.") \
    X(NoLinkedOutput, 19, \
      "The order that this one is linked to has left nothing to spend, or it is spent already.") \
    X(LinkedOutputSignerMismatch, 20, "The linked order was signed by another account.") \
    X(LinkedOutputAssetMismatch, 21, \
      "The linked order brought something else than this one spends.") \
    X(LinkedOutputExpired, 22, "What the linked order brought was not spent in time.") \
    X(LinkedAmountResolvedToZero, 23, \
      "The part of the linked order's output is nothing: ask for more.") \
    X(PartialFillNotSupportedForLinkedAmount, 24, \
      "A part of another order's output is executed whole: leave out partial_fill.") \
    X(PartialFillNotSupportedForProvider, 25, \
      "An order that others are linked to is executed whole: leave out partial_fill.") \
    X(LinkedOutputNotPrunable, 26, "Until it expires only its signer may forget the output.") \
    X(OrderSignerFrozen, 27, \
      "The order's signer has a swap of its coldkey announced or disputed: wait until it " \
      "is over.")
// clang-format on

enum class Error : u8 {
#define X(name, index, doc) name = index,
    LIMIT_ORDERS_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace limit_orders
