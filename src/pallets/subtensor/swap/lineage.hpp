// Which key took which one's place, since the first of the line.
// Source: subtensor swap/hotkey_lineage.rs and coldkey_lineage.rs of runtime 475.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// The new key is the end of its line: what it passed on in an earlier life is forgotten.
void record_hotkey_swap_lineage(State& s, NetUid netuid, const AccountId& old_hotkey,
                                const AccountId& new_hotkey);
void record_coldkey_swap_lineage(State& s, const AccountId& old_coldkey,
                                 const AccountId& new_coldkey);

}  // namespace subtensor
