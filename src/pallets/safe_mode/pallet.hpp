// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace safe_mode {

extern const Pallet pallet;

}  // namespace safe_mode
