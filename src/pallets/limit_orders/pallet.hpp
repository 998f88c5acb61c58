// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace limit_orders {

std::span<const CallRow> calls();
extern const Pallet pallet;

/// The pallet's account gets its hotkey, and orders are executed from block 1 on.
void build_genesis(State&);

}  // namespace limit_orders
