// Timelocked weights open in the block step.
#include "pallets/subtensor/coinbase/reveal_commits.hpp"

#include <algorithm>

#include "crypto/timelock.hpp"
#include "kernel/saturating.hpp"
#include "pallets/drand/storage.hpp"
#include "pallets/subtensor/coinbase/run_coinbase.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/weights.hpp"

namespace subtensor {
namespace {

using Queue = TimelockedCommitQueue;

/// What a commit holds. Rust reads it from the front: more bytes may follow.
struct Payload {
    Bytes hotkey{};
    WeightVector weights{};
};
void decode_weights(scale::Reader& in, WeightVector& w) {
    scale::decode(in, w.uids);
    scale::decode(in, w.values);
    scale::decode(in, w.version_key);
}
/// The form without a hotkey, which says nothing about who made it.
std::optional<WeightVector> legacy_weights(BytesView raw) {
    scale::Reader in(raw);
    WeightVector w;
    decode_weights(in, w);
    if (!in.ok()) return {};
    return w;
}
/// None: not weights, or somebody else's.
std::optional<WeightVector> weights_of(BytesView raw, const AccountId& who) {
    scale::Reader in(raw);
    Payload p;
    scale::decode(in, p.hotkey);
    decode_weights(in, p.weights);
    if (!in.ok() || p.hotkey.size() < who.bytes.size()) return legacy_weights(raw);
    if (!std::equal(who.bytes.begin(), who.bytes.end(), p.hotkey.begin())) return {};
    return p.weights;
}

std::optional<WeightVector> open(BytesView commit, const drand::Pulse& pulse,
                                 const AccountId& who) {
    const auto signature = crypto::beacon_signature_in(pulse.signature);
    if (!signature) return {};
    const auto ciphertext = crypto::read_timelock(commit);
    if (!ciphertext) return {};
    const auto message = crypto::timelock_open(*ciphertext, *signature);
    if (!message) return {};
    return weights_of(*message, who);
}

void reveal_mechanism(Context& cx, NetUid netuid, MechId mecid, u64 epoch) {
    auto& s = cx.state;
    const auto index = get_mechanism_storage_index(netuid, mecid);
    Queue unrevealed;
    for (auto& entry : storage.TimelockedWeightCommits.take(s, index, epoch)) {
        auto& [who, block, commit, round] = entry;
        const auto pulse = drand::storage.Pulses.get(s, round);
        if (!pulse) {
            unrevealed.push_back(std::move(entry));
            continue;
        }
        const auto weights = open(commit, *pulse, who);
        if (!weights) continue;
        if (do_set_mechanism_weights(cx, Origin::signed_by(who), netuid, mecid, *weights))
            cx.emit(TimelockedWeightsRevealed{index, who});
    }
    if (!unrevealed.empty()) storage.TimelockedWeightCommits.set(s, index, epoch, unrevealed);
}

void reveal_crv3_commits_for_subnet(Context& cx, NetUid netuid) {
    auto& s = cx.state;
    const u64 period = storage.RevealPeriodEpochs.get(s, netuid);
    const u64 now = current_epoch_with_lookahead(s, netuid, cx.block);
    const u64 due = kernel::sat_sub(now, period);
    const u8 mechanisms = storage.MechanismCountCurrent.get(s, netuid).id;
    for (u8 i = 0; i < mechanisms; ++i) {
        const auto index = get_mechanism_storage_index(netuid, MechId{i});
        for (u64 epoch : storage.TimelockedWeightCommits.keys_under(s, index))
            if (epoch < due) storage.TimelockedWeightCommits.erase(s, index, epoch);
        if (now < period) return;
        reveal_mechanism(cx, netuid, MechId{i}, due);
    }
}

}  // namespace

void reveal_crv3_commits(Context& cx) {
    auto subnets = get_all_subnet_netuids(cx.state);
    std::erase(subnets, root_netuid);
    const auto deferred = epochs_deferred_this_block(cx.state, subnets, cx.block);
    for (NetUid netuid : subnets)
        if (!deferred.contains(netuid)) reveal_crv3_commits_for_subnet(cx, netuid);
}

}  // namespace subtensor
