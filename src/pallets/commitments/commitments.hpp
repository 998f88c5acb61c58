// What other pallets ask of this one.
#pragma once
#include "frame/call.hpp"
#include "primitives/balance.hpp"

namespace commitments {

/// Each account's commitment on the subnet, encoded.
std::vector<std::pair<AccountId, Bytes>> get_commitments(const State& s, NetUid netuid);
/// Forgets all that was committed on a subnet.
void purge_netuid(State& s, NetUid netuid);
/// Opens what is locked to rounds whose pulses have come. The weight of what was read and written.
Weight reveal_timelocked_commitments(Context& cx);

}  // namespace commitments
