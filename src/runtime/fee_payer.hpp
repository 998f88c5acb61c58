// Who pays the fee of an extrinsic.
#pragma once
#include "frame/call.hpp"

/// The signer, or the account that a proxy acts for if it has said that it pays (real pays fee). It
/// is followed one proxy call deeper, also through a batch whose calls are all made for one account
/// (subtensor runtime/src/transaction_payment_wrapper.rs).
AccountId fee_payer(const State&, const AccountId& signer, const AnyCall&);
