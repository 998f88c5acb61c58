// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace drand {

extern const Pallet pallet;

}  // namespace drand
