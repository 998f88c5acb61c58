// Places of hotkeys on subnets.
// Source: subtensor subnets/uids.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

bool is_hotkey_registered_on_network(const State& s, NetUid netuid, const AccountId& hotkey);
std::optional<u16> get_uid_for_net_and_hotkey(const State& s, NetUid netuid,
                                              const AccountId& hotkey);
/// The subnets where the hotkey has a place, in the order of storage.
std::vector<NetUid> get_registered_networks_for_hotkey(const State& s, const AccountId& hotkey);

/// The hotkey at a uid; HotKeyNotRegisteredInSubNet.
Result<AccountId> get_hotkey_for_net_and_uid(const State& s, NetUid netuid, u16 uid);
void append_neuron(State& s, NetUid netuid, const AccountId& hotkey, u64 block);
/// Gives the uid to a new hotkey. Does nothing when the subnet owner's hotkey sits there.
void replace_neuron(State& s, NetUid netuid, u16 uid, const AccountId& hotkey, u64 block);
void set_last_update_for_uid(State& s, NetUidStorageIndex index, u16 uid, u64 block);
/// Removes the neurons that earn least until `max_n` are left and closes the gaps. SubnetNotExists,
/// InvalidValue, TrimmingWouldExceedMaxImmunePercentage.
Result<> trim_to_max_allowed_uids(Context& cx, NetUid netuid, u16 max_n);

}  // namespace subtensor
