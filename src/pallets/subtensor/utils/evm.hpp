// EVM addresses of neurons.
// Source: subtensor utils/evm.rs.
#pragma once
#include <map>

#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// A neuron's address can change once a day. EvmKeyAssociateRateLimitExceeded; also on a chain
/// younger than that.
Result<> ensure_evm_key_associate_rate_limit(const State& s, NetUid netuid, u16 uid, u64 block);

/// A neuron that goes takes its EVM address along.
void remove_associated_evm_address(State& s, NetUid netuid, u16 uid);
/// Neurons have new uids: `moved` from old to new.
void remap_associated_evm_address_index(State& s, NetUid netuid, const std::map<u16, u16>& moved);

}  // namespace subtensor
