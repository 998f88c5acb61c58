// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace preimage {

extern const Pallet pallet;

}  // namespace preimage
