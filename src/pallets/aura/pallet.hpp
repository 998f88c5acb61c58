// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace aura {

extern const Pallet pallet;

}  // namespace aura
