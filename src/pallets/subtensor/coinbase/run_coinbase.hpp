// The economy of one block: emission into pools, pending shares, epochs that are due.
// Source: subtensor coinbase/run_coinbase.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Whether the subnet's epoch falls on this block.
bool should_run_epoch(const State& s, NetUid netuid, u64 block);

}  // namespace subtensor
