// EVM addresses of neurons.
// Source: subtensor utils/evm.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// A neuron's address can change once a day. EvmKeyAssociateRateLimitExceeded; also on a chain
/// younger than that.
Result<> ensure_evm_key_associate_rate_limit(const State& s, NetUid netuid, u16 uid, u64 block);

}  // namespace subtensor
