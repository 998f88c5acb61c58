// The pallet: its tables put together.
#pragma once
#include "frame/pallet.hpp"

namespace transaction_payment {

extern const Pallet pallet;

}  // namespace transaction_payment
