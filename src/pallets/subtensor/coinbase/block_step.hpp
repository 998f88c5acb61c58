// What happens at the start of every block.
// Source: subtensor coinbase/block_step.rs, macros/hooks.rs.
#pragma once
#include "frame/call.hpp"

namespace subtensor {

Weight on_initialize(Context& cx);

}  // namespace subtensor
