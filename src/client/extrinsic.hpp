// Signed extrinsics (version 4) from encoded calls, with the signed extensions of the runtime in
// order.
#pragma once
#include "crypto/sr25519.hpp"

namespace client {

/// What signer and node must agree on.
struct ChainIdentity {
    Hash genesis_hash{};
    u32 spec_version = 0;
    u32 transaction_version = 0;
};

/// Signs for ever (immortal era): the nonce alone makes it valid once. With the length in front,
/// ready to submit.
Bytes signed_extrinsic(BytesView encoded_call, const crypto::Sr25519Pair& signer, u32 nonce,
                       u64 tip_rao, const ChainIdentity&);

}  // namespace client
