// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace proxy {

std::span<const ApiRow> apis();

extern const Pallet pallet;

}  // namespace proxy
