// What goes along when a new hotkey takes the place of an old one on a subnet.
// Source: subtensor swap/swap_hotkey.rs, staking/lock.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// The place on the subnet with all that hangs on it, and the stake unless it shall stay. Counts
/// up what it reads and writes. InvalidChild, TooManyChildren, ProportionOverflow,
/// ChildParentInconsistency, CannotUseSystemAccount.
Result<> perform_hotkey_swap_on_one_subnet(Context&, const AccountId& old_hotkey,
                                           const AccountId& new_hotkey, NetUid netuid,
                                           bool keep_stake, DbCost& cost);

/// All that is staked on the old hotkey, what it earned with it and, on root, what its stakers may
/// claim.
void move_hotkey_stake(State&, const AccountId& old_hotkey, const AccountId& new_hotkey,
                       NetUid netuid, DbCost& cost);

}  // namespace subtensor
