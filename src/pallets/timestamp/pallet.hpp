// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace timestamp {

extern const Pallet pallet;

}  // namespace timestamp
