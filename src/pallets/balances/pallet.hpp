// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace balances {

std::span<const CallRow> calls();

extern const Pallet pallet;

}  // namespace balances
