// Shares of emission fall off below a bar: small demand gets less than its part.
// Source: subtensor coinbase/subnet_emissions.rs of runtime 475.
#pragma once
#include <span>

#include "primitives/fixed.hpp"

namespace kernel {

/// The share that stands `rank`-th from the top (the least positive one where there are fewer), or,
/// with rank 0, the one at which the sum from the top reaches `quantile`. 0 without demand.
U64F64 emission_bar(std::span<const U64F64> shares, u16 rank, U64F64 quantile);

/// Each share times 1 / (1 + (bar / share)^exponent), made to sum up to one again: half passes at
/// the bar. Nothing changes without a bar, or where nothing would pass.
std::vector<U64F64> gated_shares(std::span<const U64F64> shares, U64F64 bar, U64F64 exponent);

}  // namespace kernel
