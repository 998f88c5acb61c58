// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace scheduler {

extern const Pallet pallet;

}  // namespace scheduler
