// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace alpha_assets {

extern const Pallet pallet;

}  // namespace alpha_assets
