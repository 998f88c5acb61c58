// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace swap {

std::span<const ApiRow> apis();

extern const Pallet pallet;

}  // namespace swap
