// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace grandpa {

extern const Pallet pallet;

}  // namespace grandpa
