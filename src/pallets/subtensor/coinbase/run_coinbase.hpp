// The economy of one block: emission into pools, pending shares, epochs that are due.
// Source: subtensor coinbase/run_coinbase.rs.
#pragma once
#include "pallets/balances/balances.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Spends the block's new TAO on the subnets' pools, sets their new alpha aside and runs the epochs
/// that fall on this block.
void run_coinbase(Context& cx, balances::Credit block_emission);

/// Root's part of a subnet's stake, as a part of one.
U96F32 root_proportion(const State& s, NetUid netuid);

/// Whether the subnet's epoch falls on this block.
bool should_run_epoch(const State& s, NetUid netuid, u64 block);
/// The subnets whose epoch falls on this block but is put off, as the block has enough of them.
std::set<NetUid> epochs_deferred_this_block(const State& s, std::span<const NetUid> subnets,
                                            u64 block);
/// nullopt: the subnet has no tempo.
std::optional<u64> get_next_epoch_start_block(const State& s, NetUid netuid);

}  // namespace subtensor
