// The end of a subnet, and which one ends when a new one needs its place.
// Source: subtensor coinbase/root.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// The subnet with the lowest average price (of equal ones the oldest) that is past its immunity.
std::optional<NetUid> get_network_to_prune(const State& s, u64 block);
/// Pays out its stakers and erases everything about the subnet, since 475 in the blocks to come
/// (subnets/dissolution.hpp). SubnetNotExists.
Result<> do_dissolve_network(Context& cx, NetUid netuid);

}  // namespace subtensor
