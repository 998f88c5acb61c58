// A subnet's emission divided over its mechanisms, and their epochs' terms put together again.
// Source: subtensor subnets/mechanism.rs.
#pragma once
#include <span>

#include "primitives/fixed.hpp"

namespace kernel {

/// The split in parts of 65535 (none: evenly), one value per mechanism; a short split leaves the
/// rest without, a long one is cut. What rounding loses goes to mechanism 0.
std::vector<u64> split_emissions(u64 alpha_rao, u64 mechanism_count,
                                 const std::optional<std::vector<u16>>& split);

/// The weight of mechanism `index` in the subnet's terms: its share of the emission. Without any
/// emission mechanism 0 has all of it.
U64F64 mechanism_weight(u64 mechanism_emission_rao, u64 emission_rao, std::size_t index);
/// existing + added * weight, rounded down and saturated.
u16 weighted_acc_u16(u16 existing, u16 added, U64F64 weight);
u64 weighted_acc_alpha(u64 existing, u64 added, U64F64 weight);

}  // namespace kernel
