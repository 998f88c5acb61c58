// What other pallets ask of this one.
#pragma once
#include "frame/call.hpp"
#include "frame/weight_meter.hpp"
#include "primitives/balance.hpp"

namespace commitments {

/// Each account's commitment on the subnet, encoded.
std::vector<std::pair<AccountId, Bytes>> get_commitments(const State& s, NetUid netuid);
/// Forgets what was committed on a subnet, as far as the meter reaches; whether all of it is gone.
bool purge_netuid(State& s, NetUid netuid, WeightMeter& meter);
/// Opens what is locked to rounds whose pulses have come. The weight of what was read and written.
Weight reveal_timelocked_commitments(Context& cx);

}  // namespace commitments
