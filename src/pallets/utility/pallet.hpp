// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace utility {

std::span<const CallRow> calls();

extern const Pallet pallet;

}  // namespace utility
