// What each subnet gets of a block's emission, and the TAO flows behind it.
// Source: subtensor coinbase/subnet_emissions.rs.
#pragma once
#include "pallets/subtensor/types.hpp"

namespace subtensor {

void record_tao_inflow(State& s, NetUid netuid, TaoBalance tao);
void record_tao_outflow(State& s, NetUid netuid, TaoBalance tao);
void record_protocol_inflow(State& s, NetUid netuid, TaoBalance tao);
void record_protocol_outflow(State& s, NetUid netuid, TaoBalance tao);

}  // namespace subtensor
