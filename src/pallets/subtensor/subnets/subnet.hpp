// Subnets: which exist, their accounts, how they begin.
// Source: subtensor subnets/subnet.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

bool if_subnet_exist(const State& s, NetUid netuid);
/// In the order of storage: 0, 256, 1, 257, ...
std::vector<NetUid> get_all_subnet_netuids(const State& s);
/// The account that holds a subnet's TAO, also while a dissolved one is paid out; nullopt where
/// there is no such subnet.
std::optional<AccountId> get_subnet_account_id(const State& s, NetUid netuid);
/// The subnet whose account this is.
std::optional<NetUid> is_subnet_account_id(const AccountId& account);

/// The lowest netuid above root without a subnet or remains of one.
NetUid get_next_netuid(const State& s);
/// Enters a subnet with the starting values of its hyperparameters.
void init_new_network(Context& cx, NetUid netuid, u16 tempo);
/// What the next subnet registration locks.
TaoBalance get_network_lock_cost(const State& s, u64 block);
/// Opens a subnet for the signer; since 475 it may have to wait for a place
/// (network_registration.hpp). NonAssociatedColdKey, CannotUseSystemAccount,
/// SubNetRegistrationDisabled, NetworkTxRateLimitExceeded, SubnetLimitReached,
/// CannotAffordLockCost, InvalidIdentity, LockIdOverFlow.
Result<> do_register_network(Context& cx, const Origin& origin, const AccountId& hotkey,
                             const std::optional<SubnetIdentityV3>& identity);
bool is_valid_subnet_identity(const SubnetIdentityV3&);
/// CannotUseSystemAccount.
Result<> set_subnet_owner_hotkey(Context& cx, NetUid netuid, const AccountId& hotkey);

/// The hotkey that stands for the owner on the subnet; one change a week. SubnetNotExists,
/// TxRateLimitExceeded, CannotUseSystemAccount.
Result<> do_set_sn_owner_hotkey(Context& cx, const Origin& origin, NetUid netuid,
                                const AccountId& hotkey);

}  // namespace subtensor
