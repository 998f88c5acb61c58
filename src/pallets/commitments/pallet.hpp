// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace commitments {

extern const Pallet pallet;

}  // namespace commitments
