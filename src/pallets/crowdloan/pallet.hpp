// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace crowdloan {

std::span<const CallRow> calls();

extern const Pallet pallet;

}  // namespace crowdloan
