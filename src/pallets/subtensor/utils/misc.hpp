// Small checks and readings that many calls share.
// Source: subtensor utils/misc.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// HotKeyAccountNotExists, NonAssociatedColdKey.
Result<> do_take_checks(const State& s, const AccountId& coldkey, const AccountId& hotkey);
/// In rao.
u64 get_nominator_min_required_stake(const State& s);
u16 get_effective_min_childkey_take(const State& s, NetUid netuid);

}  // namespace subtensor
