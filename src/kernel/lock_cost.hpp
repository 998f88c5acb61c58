// What registering a subnet costs, and which subnet gives way when all places are taken.
// Source: subtensor coinbase/root.rs.
#pragma once
#include <optional>
#include <span>

#include "primitives/fixed.hpp"

namespace kernel {

/// The configured reduction interval shortened as block emission falls: interval * emission / 1
/// TAO.
u64 lock_reduction_interval(u64 configured_blocks, u64 block_emission_rao);

struct LockCostInput {
    u64 last_lock_rao = 0;
    u64 min_lock_rao = 0;
    u64 last_lock_block = 0;     ///< 0: no subnet was registered yet
    u64 reduction_interval = 0;  ///< of lock_reduction_interval()
};
/// Twice the last lock, falling linearly by one last lock per interval, not below the minimum.
u64 network_lock_cost(const LockCostInput& in, u64 current_block);

struct PruneSubnet {
    u64 registered_at = 0;
    U64F64 moving_price{};  ///< of moving_alpha_price()
};
/// The index of the subnet (root left out by the caller) with the lowest price that is past the
/// immunity period; the earlier registration gives way on equal prices. nullopt: all are immune.
std::optional<std::size_t> network_to_prune(std::span<const PruneSubnet> subnets,
                                            u64 immunity_period_blocks, u64 current_block);

}  // namespace kernel
