// A new coldkey takes over all that an old one has.
// Source: subtensor swap/swap_coldkey.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Identity, subnets, stake, hotkeys, locks and free TAO. ColdKeyAlreadyAssociated,
/// NewColdKeyIsHotkey, CannotUseSystemAccount, ActiveLockExists.
Result<> do_swap_coldkey(Context&, const AccountId& old_coldkey, const AccountId& new_coldkey);

}  // namespace subtensor
