// Weights: set in the open, or committed by hash and revealed later.
// Source: subtensor subnets/weights.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

inline constexpr u64 min_commit_reveal_periods = 1, max_commit_reveal_periods = 100;
inline constexpr std::size_t max_unrevealed_commits = 10;  // of a hotkey on a mechanism

/// Scores that a validator gives to neurons: uids[i] gets values[i].
struct WeightVector {
    std::vector<u16> uids, values;
    u64 version_key = 0;
};
/// Checks and stores weights, whether the subnet has commit-reveal on or not.
Result<> do_set_mechanism_weights(Context& cx, const Origin& origin, NetUid netuid, MechId mecid,
                                  const WeightVector& weights);

/// Puts the hash of weights into the queue of a hotkey's commits.
Result<> do_commit_mechanism_weights(Context& cx, const Origin& origin, NetUid netuid, MechId mecid,
                                     const H256& hash);

/// Whether the stake of the hotkey suffices to set weights; the owner's hotkey always may.
bool check_weights_min_stake(const State& s, const AccountId& hotkey, NetUid netuid);
/// Whether the last weights (or commit) of the uid are old enough for new ones at `block`.
bool check_rate_limit(const State& s, NetUidStorageIndex index, u16 uid, u64 block);

/// blake2b-256 of (who, index, uids, values, salt, version key), what a commit must hold.
H256 get_commit_hash(const AccountId& who, NetUidStorageIndex index, const WeightVector& weights,
                     const std::vector<u16>& salt);
/// The epoch that a commit or reveal at `block` belongs to: one further when the subnet's epoch is
/// due in this block.
u64 current_epoch_with_lookahead(const State& s, NetUid netuid, u64 block);
bool is_commit_expired(const State& s, NetUid netuid, u64 commit_epoch, u64 block);
bool is_reveal_block_range(const State& s, NetUid netuid, u64 commit_epoch, u64 block);
using WeightCommitQueue = std::vector<std::tuple<H256, u64, u64, u64>>;  // hash, epoch, block, -
/// Of an epoch: hotkey, block, ciphertext, the round it opens with.
using TimelockedCommitQueue = std::vector<std::tuple<AccountId, u64, TimelockedCommit, u64>>;
/// Removes the commits whose reveal epoch is over; their hashes.
std::vector<H256> drop_expired_commits(const Context& cx, NetUid netuid, WeightCommitQueue&);
/// RevealPeriodTooLarge, RevealPeriodTooSmall.
Result<> set_reveal_period(Context& cx, NetUid netuid, u64 reveal_period);

}  // namespace subtensor
