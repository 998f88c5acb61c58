// The random beacon of a local chain: who signs its rounds, and how pulses get into blocks.
#pragma once
#include "crypto/beacon.hpp"
#include "frame/call.hpp"
#include "pallets/drand/types.hpp"
#include "state/state.hpp"

namespace chain {

/// Whose pulses the chain takes.
enum class Beacon : u8 {
    None,      // quicknet's, and nobody brings any
    Quicknet,  // quicknet's, brought in from outside
    Own        // the node signs every round itself
};

/// The beacon of the network's own: quicknet's terms, but a key whose secret everybody knows, as
/// that of //Alice. What is locked to its rounds is no secret.
const crypto::BeaconSecret& own_beacon_secret();
drand::BeaconConfiguration own_beacon();

/// The call that brings a pulse in block `number`, as a node's off-chain worker makes it: signed by
/// a key that needs no right (subtensor pallets/drand lib.rs).
AnyCall pulse_call(u32 number, u64 round, BytesView signature);

/// What the own beacon has to bring in block `number`, whose time is `now_ms`: the rounds that have
/// begun and that `state` lacks, oldest first; few at a time (the reference's worker too fetches
/// at most 50). Nothing once the chain follows another beacon.
std::vector<AnyCall> due_pulses(const State&, u32 number, u64 now_ms);

}  // namespace chain
