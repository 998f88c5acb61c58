// Preimages for other pallets: calls stored by hash, requests that keep them alive. Names and
// rules: frame_support traits/preimages.rs, pallet-preimage lib.rs.
#pragma once
#include "pallets/preimage/types.hpp"

namespace preimage {

/// The call in a form that can be stored; a long one is noted, and requested once. Errors:
/// DispatchError::Kind::Exhausted (longer than 4 MiB).
Result<BoundedCall> bound(Context&, const AnyCall&);
struct Peeked {
    AnyCall call{};
    std::optional<u32> lookup_len{};  // bytes fetched; none for a call in place
};
/// Errors: DispatchError::Kind::Unavailable (no such preimage), Corruption (not a call).
Result<Peeked> peek(Context&, const BoundedCall&);
/// The same, and the preimage is not requested any more.
Result<Peeked> realize(Context&, const BoundedCall&);
/// The preimage is not requested any more.
void drop(Context&, const BoundedCall&);
/// Whether peek would find bytes.
bool have(Context&, const BoundedCall&);

void request(Context&, const H256&);
/// Does nothing for a preimage that is not requested.
void unrequest(Context&, const H256&);

}  // namespace preimage
