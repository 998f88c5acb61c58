// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace admin_utils {

std::span<const CallRow> calls();

extern const Pallet pallet;

}  // namespace admin_utils
