// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace shield {

/// Works through the queue of encrypted calls; the weight of it.
Weight process_pending_extrinsics(Context&);

extern const Pallet pallet;

}  // namespace shield
