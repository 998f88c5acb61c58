// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace subtensor {

std::span<const CallRow> calls();
std::span<const EventRow> events();
std::span<const ErrorRow> errors();
std::span<const ApiRow> apis();

extern const Pallet pallet;

}  // namespace subtensor
