// Which neuron a newcomer replaces.
#include "kernel/prune.hpp"

#include <algorithm>
#include <tuple>

#include "kernel/saturating.hpp"

namespace kernel {

std::vector<u16> immune_owner_uids(std::vector<OwnedNeuron> owned_by_owner,
                                   std::optional<u16> owner_hotkey_uid, u16 limit) {
    std::sort(owned_by_owner.begin(), owned_by_owner.end(), [](const auto& a, const auto& b) {
        return std::tie(a.registered_at, a.uid) < std::tie(b.registered_at, b.uid);
    });
    std::vector<u16> out;
    for (const OwnedNeuron& n : owned_by_owner) {
        if (out.size() < limit) out.push_back(n.uid);
    }
    if (owner_hotkey_uid && std::find(out.begin(), out.end(), *owner_hotkey_uid) == out.end()) {
        out.insert(out.begin(), *owner_hotkey_uid);
        if (out.size() > limit) out.resize(limit);
    }
    return out;
}

std::optional<u16> neuron_to_prune(std::span<const PruneCandidate> neurons,
                                   std::span<const u16> never, const PruneRules& rules) {
    const auto goes_first = [](const PruneCandidate& a, const PruneCandidate& b) {
        return std::tie(a.emission, a.registered_at, a.uid) <
               std::tie(b.emission, b.registered_at, b.uid);
    };
    const PruneCandidate* best_free = nullptr;
    const PruneCandidate* best_immune = nullptr;
    u64 free_count = 0;
    for (const PruneCandidate& n : neurons) {
        if (std::find(never.begin(), never.end(), n.uid) != never.end()) continue;
        const u64 age = sat_sub(rules.current_block, n.registered_at);
        const bool immune = age < rules.immunity_period_blocks;
        const PruneCandidate*& best = immune ? best_immune : best_free;
        if (!immune) ++free_count;
        if (best == nullptr || goes_first(n, *best)) best = &n;
    }
    if (best_free != nullptr && free_count > rules.min_non_immune_uids) return best_free->uid;
    if (best_immune != nullptr) return best_immune->uid;
    return std::nullopt;
}

}  // namespace kernel
