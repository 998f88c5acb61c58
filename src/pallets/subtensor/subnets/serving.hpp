// Where a neuron can be reached.
// Source: subtensor subnets/serving.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

struct Endpoint {
    u128 ip = 0;
    u16 port = 0;
    u8 ip_type = 0;
};
/// HotKeyNotRegisteredInNetwork, InvalidIpType, InvalidIpAddress, ServingRateLimitExceeded,
/// InvalidPort.
Result<> validate_serve_axon(const State& s, const AccountId& hotkey, NetUid netuid,
                             const Endpoint& endpoint, u64 block);
Result<> validate_serve_prometheus(const State& s, const AccountId& hotkey, NetUid netuid,
                                   const Endpoint& endpoint, u64 block);

}  // namespace subtensor
