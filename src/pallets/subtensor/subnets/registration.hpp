// How a hotkey gets a place on a subnet, and what it pays.
// Source: subtensor subnets/registration.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// The uid that the hotkey got: the next free one or, on a full subnet, that of the neuron it
/// replaces. NoNeuronIdAvailable.
Result<u16> register_neuron(Context& cx, NetUid netuid, const AccountId& hotkey);
Result<> do_register(Context& cx, const Origin& origin, NetUid netuid, const AccountId& hotkey);
/// The neuron that a newcomer would replace.
std::optional<u16> get_neuron_to_prune(const State& s, NetUid netuid, u64 block);
/// The owner's uids that are never replaced, in priority order.
std::vector<u16> get_immune_owner_uids(const State& s, NetUid netuid, const AccountId& coldkey);

/// At the start of each block: prices fall, the block's counters begin at zero.
void update_registration_prices_for_networks(Context& cx);

}  // namespace subtensor
