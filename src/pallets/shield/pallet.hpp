// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace shield {

/// Opens what store_encrypted was given; none when it cannot.
using Decryptor = std::optional<AnyCall> (*)(BytesView);
/// Runtime 475 has none, as 425: nothing of the queue can be opened, and all of it is dropped.
/// Before the chain starts.
void use_decryptor(Decryptor);

/// Works through the queue of encrypted calls; the weight of it.
Weight process_pending_extrinsics(Context&);

extern const Pallet pallet;

}  // namespace shield
