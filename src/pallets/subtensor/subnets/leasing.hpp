// Leased subnets: opened with a crowdloan's funds, run by its creator, earning for all who paid.
// Source: subtensor subnets/leasing.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Sets the contributors' part of the owner's cut aside, and pays out what lies there in blocks
/// that LeaseDividendsDistributionInterval divides. If one cannot be paid, none is: it stays aside.
void distribute_leased_network_dividends(Context& cx, u32 lease_id, AlphaBalance owner_cut);

}  // namespace subtensor
