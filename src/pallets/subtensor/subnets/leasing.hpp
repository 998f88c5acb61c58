// Leased subnets: opened with a crowdloan's funds, run by its creator, earning for all who paid.
// Source: subtensor subnets/leasing.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Sets the contributors' part of the owner's cut aside, and pays out what lies there in blocks
/// that LeaseDividendsDistributionInterval divides. Under 425 none is paid if one cannot be; since
/// 475 what one cannot be paid stays owed to that one.
void distribute_leased_network_dividends(Context& cx, u32 lease_id, AlphaBalance owner_cut);

/// The part of an owner's cut that is not the contributors': only that may be locked.
AlphaBalance leased_owner_cut_retained(const State& s, u32 lease_id, AlphaBalance owner_cut,
                                       u64 block);
/// Pays what is owed and can be paid; how many were owed.
u32 settle_unpaid_lease_dividends(Context& cx, u32 lease_id, const SubnetLease& lease);
/// The lease ends once nothing is owed.
void forget_settled_lease(State& s, u32 lease_id, NetUid netuid);
/// Shares, debts and the beneficiary's place go over to a new coldkey.
Result<> transfer_coldkey_leases(Context& cx, const AccountId& old_coldkey,
                                 const AccountId& new_coldkey);

}  // namespace subtensor
