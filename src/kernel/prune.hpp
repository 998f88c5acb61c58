// Which neuron a newcomer replaces on a full subnet.
// Source: subtensor subnets/registration.rs.
#pragma once
#include <optional>
#include <span>

#include "base/types.hpp"

namespace kernel {

struct OwnedNeuron {
    u16 uid = 0;
    u64 registered_at = 0;
};
/// The subnet owner's uids that are never replaced, in priority order: the owner's oldest neurons
/// up to `limit` (ties: lower uid), and in front of them the subnet's owner hotkey when it has a
/// uid and is not among them (which can push out the last one).
std::vector<u16> immune_owner_uids(std::vector<OwnedNeuron> owned_by_owner,
                                   std::optional<u16> owner_hotkey_uid, u16 limit);

struct PruneCandidate {
    u16 uid = 0;
    u64 registered_at = 0;
    u64 emission = 0;
};
struct PruneRules {
    u64 current_block = 0;
    u16 immunity_period_blocks = 0;
    u16 min_non_immune_uids = 0;
};
/// The uid to replace: lowest emission, then earliest registration, then lowest uid, among neurons
/// past the immunity period; when no more than min_non_immune_uids of those are left, among the
/// immune ones. Uids in `never` are left alone. nullopt: nobody can be replaced.
std::optional<u16> neuron_to_prune(std::span<const PruneCandidate> neurons,
                                   std::span<const u16> never, const PruneRules& rules);

}  // namespace kernel
