// What each subnet gets of a block's emission, and the TAO flows behind it.
// Source: subtensor coinbase/subnet_emissions.rs.
#pragma once
#include <map>
#include <span>

#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

void record_tao_inflow(State& s, NetUid netuid, TaoBalance tao);
void record_tao_outflow(State& s, NetUid netuid, TaoBalance tao);
void record_protocol_inflow(State& s, NetUid netuid, TaoBalance tao);
void record_protocol_outflow(State& s, NetUid netuid, TaoBalance tao);

/// Those that have started, trade and accept registrations; in the order given.
std::vector<NetUid> get_subnets_to_emit_to(const State& s, std::span<const NetUid> subnets);

struct SubnetEmissions {
    std::map<NetUid, U96F32> tao;      ///< of this block, in rao
    bool sell_root_dividends = false;  ///< root dividends are kept only while prices sum above 1
};
/// Since 475 with the emission gate, whose bar is set anew each 360 blocks.
SubnetEmissions get_subnet_block_emissions(Context& cx, std::span<const NetUid> subnets,
                                           TaoBalance block_emission);

}  // namespace subtensor
