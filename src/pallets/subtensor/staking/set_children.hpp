// Who lends stake to whom on a subnet.
// Source: subtensor staking/set_children.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// (proportion of 2^64 - 1, hotkey)
using Relations = std::vector<std::pair<u64, AccountId>>;
Relations get_children(const State& s, const AccountId& hotkey, NetUid netuid);
Relations get_parents(const State& s, const AccountId& hotkey, NetUid netuid);
/// Of 65535, at least the subnet's minimum.
u16 get_childkey_take(const State& s, const AccountId& hotkey, NetUid netuid);

/// The coldkey's wish for the hotkey's children: checked now, in force after the cool-down.
Result<> do_schedule_children(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                              NetUid netuid, const Relations& children);
/// Puts scheduled children in force whose time has come (after an epoch).
void do_set_pending_children(Context& cx, NetUid netuid);
/// A new hotkey takes the place of an old one among children and parents, wishes included; counts
/// up what that reads and writes. InvalidChild, TooManyChildren, ProportionOverflow,
/// ChildParentInconsistency.
Result<> parent_child_swap_hotkey(State& s, const AccountId& old_hotkey,
                                  const AccountId& new_hotkey, NetUid netuid, DbCost& cost);
/// Schedules the subnet owner's hotkey as the child of every root validator that allows it.
Result<> do_set_root_validators_for_subnet(Context& cx, NetUid netuid);

}  // namespace subtensor
