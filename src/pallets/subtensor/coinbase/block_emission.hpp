// How much a block mints.
// Source: subtensor coinbase/block_emission.rs.
#pragma once
#include "pallets/subtensor/types.hpp"
#include "state/state.hpp"

namespace subtensor {

/// Emission of one block in rao for an issuance of TAO or of a subnet's alpha. As in the reference,
/// asking notes the answer in storage (BlockEmission) when it differs from the last.
u64 get_block_emission_for_issuance(State& s, u64 issuance_rao);
/// Of TAO, now.
TaoBalance calculate_block_emission(State& s);

}  // namespace subtensor
