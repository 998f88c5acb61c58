// Timelocked weights open in the block step. Source: subtensor coinbase/reveal_commits.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Opens the weights whose epoch has come and whose round the chain has, and sets them; those whose
/// round is missing are tried again each block of that epoch. What cannot be opened is dropped.
void reveal_crv3_commits(Context& cx);

}  // namespace subtensor
