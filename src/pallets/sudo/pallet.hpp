// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace sudo {

extern const Pallet pallet;

}  // namespace sudo
