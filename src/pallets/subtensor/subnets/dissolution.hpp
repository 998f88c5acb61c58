// The end of a subnet since 475: it is gone at once, what it leaves is paid out and erased over the
// next blocks, with the weight they have left.
// Source: subtensor subnets/dissolution.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Dissolved and not erased to the end: its netuid is not free yet.
bool in_cleanup(const State& s, NetUid netuid);
/// Takes the subnet off the list and queues the rest. SubnetNotExists,
/// NetworkDissolveAlreadyQueued.
Result<> queue_dissolution(Context& cx, NetUid netuid);
/// Goes on with the oldest of the queue, at most to its end; the weight it took.
Weight remove_data_for_dissolved_networks(Context& cx, Weight left);

}  // namespace subtensor
