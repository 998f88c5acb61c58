// How much is issued per block: one token, halved each time half of the rest has been issued.
// Source: subtensor coinbase/block_emission.rs.
#pragma once
#include "base/types.hpp"

namespace kernel {

inline constexpr u64 total_supply_rao = 21'000'000'000'000'000;
inline constexpr u64 default_block_emission_rao = 1'000'000'000;

/// Emission of the next block for an issuance in rao: of TAO, or of a subnet's alpha.
u64 block_emission(u64 issuance_rao, u64 total_supply = total_supply_rao,
                   u64 default_emission = default_block_emission_rao);

}  // namespace kernel
