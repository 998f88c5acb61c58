// Timelocked commits under Null consensus: how long one may be, and who gives way when the places
// of an epoch are taken. Source: runtime 475 by its tests (subtensor tests/null_consensus.rs) and
// by what bittensor 11.3 says of CommitPayloadTooLarge and CommitQueueFull.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Of all mechanisms of a subnet together, for one epoch.
inline constexpr std::size_t null_commit_queue_bytes = 64 * 1024, null_commit_queue_count = 64;

/// 5000 under Yuma consensus; under Null the 32 KiB that the mechanisms share.
std::size_t most_commit_bytes(const State& s, NetUid netuid);

struct CommitQueueKey {
    NetUid netuid{};
    MechId mecid{};
    u64 epoch = 0;
};
/// Removes the neuron's own commit on the mechanism, then those of neurons that come after it, last
/// first, until one of `bytes` fits. Neurons come in the order of their stake; of equals the lower
/// uid is first, and who has left the subnet is last. CommitQueueFull: those who stay fill the
/// queue.
Result<> make_room_for_null_commit(State& s, const CommitQueueKey& key, u16 uid, std::size_t bytes);

}  // namespace subtensor
