// Checks of signed calls that run before the call and at the pool's door alike: coldkey swap, work,
// weights, rate limits, delegate take, serving, evm key, in this order. Source: subtensor guards/*,
// extensions/subtensor.rs.
#pragma once
#include "frame/call.hpp"

namespace subtensor {

/// All six for a signer; an error of this pallet. Reads only.
Result<> check_guards(const State&, const AccountId& who, const AnyCall&);

/// The pallet's Guard: the same for signed origins; root and none pass.
Result<> guard(Context&, const Origin&, const AnyCall&);

/// The number clients know a refused transaction by (CustomTransactionError); 255 for errors
/// without one of their own.
u8 custom_transaction_error(const DispatchError&);

}  // namespace subtensor
