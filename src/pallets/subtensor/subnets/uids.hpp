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

}  // namespace subtensor
