// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace frame_system {

std::span<const CallRow> calls();
std::span<const EventRow> events();

extern const Pallet pallet;

}  // namespace frame_system
