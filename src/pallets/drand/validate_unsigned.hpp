// Which unsigned calls of the pallet are let in.
#pragma once
#include "frame/call.hpp"
#include "frame/validity.hpp"

namespace drand {

/// For an extrinsic without a signer: Call unless it is one of the pallet's unsigned calls,
/// BadSigner or BadProof when its payload is not signed, Future or Stale when it comes too early or
/// too late. From outside (not yet in a block) a pulse must also be the beacon's: nobody pays for
/// it, so what cannot succeed is not taken into the pool.
TransactionValidity validate_unsigned(const State&, bool from_outside, const AnyCall&);

}  // namespace drand
