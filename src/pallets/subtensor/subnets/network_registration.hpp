// Paying for a new subnet, and waiting for its place where all are taken (since 475): what was
// paid lies in an account of its own until the subnet opens, or goes back.
// Source: subtensor coinbase/tao.rs, subnets/subnet.rs, subnets/dissolution.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Holds what was paid for one waiting registration; nobody has its key.
AccountId network_registration_escrow_account(u32 lock_id);
/// BalanceWithdrawalError, CannotUseSystemAccount, and what a transfer says.
Result<> escrow_network_registration_cost(Context& cx, const AccountId& coldkey, TaoBalance amount,
                                          u32 lock_id);
/// Exactly the price goes to the subnet's account: from the escrow of a registration that has
/// waited, or from the coldkey. CannotAffordLockCost, BalanceWithdrawalError, SubnetNotExists.
Result<> pay_network_registration_cost(Context& cx, const AccountId& coldkey, NetUid netuid,
                                       TaoBalance amount, std::optional<u32> lock_id);
Result<> refund_network_registration_cost(Context& cx, const AccountId& coldkey, u32 lock_id);

/// Opens a subnet at a free netuid; `waited`: it was paid for before. SubnetLimitReached.
Result<> set_new_network_state(Context& cx, const NetworkRegistrationInfo& info, bool waited);
/// Opens the subnet that has waited longest if there is a place; if that fails for another reason,
/// its registration is cancelled. The weight it took.
Weight process_network_registration_queue(Context& cx);

}  // namespace subtensor
