// A hotkey has children only while it has enough stake of its own.
// Source: subtensor staking/set_children.rs of runtime 475.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Enough stake, or the owner's hotkey of the subnet.
bool hotkey_meets_childkey_threshold(const State& s, const AccountId& hotkey, NetUid netuid);
/// Stake has left a hotkey, or come to one that lacked some: if it has children, its stake is
/// looked at when the block has time.
void queue_childkey_threshold_check(State& s, const AccountId& hotkey);
/// The children of this hotkey count for nothing on the subnet.
bool childkeys_suspended(const State& s, const AccountId& hotkey, NetUid netuid);
/// Children of the hotkey came into force: with enough stake nothing holds them back.
void lift_suspension(State& s, const AccountId& hotkey);
/// At the end of a block, within the weight that is left; what it took.
Weight process_childkey_threshold_checks(State& s, Weight left);

}  // namespace subtensor
