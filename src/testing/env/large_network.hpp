// A network as large as the main one, written straight into the state: for benchmarks.
#pragma once
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

/// Keys that spread over the hashed maps as real ones do.
AccountId spread_account(u64 number);

struct LargeSubnet {
    NetUid netuid;
    u16 neurons = 256;
    u16 validators = 64;  // with permits, weights for every neuron, and bonds
};
AccountId hotkey_of(NetUid netuid, u16 uid);

/// Neurons with stake, axons and identities; every tenth lends stake to its neighbour. The pool is
/// open and earns; the next epoch is one tempo away from `block`.
void add_large_subnet(State&, const LargeSubnet&, u64 block = 0);

}  // namespace subtensor
