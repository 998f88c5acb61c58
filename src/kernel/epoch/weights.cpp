// Epoch step: the weights that count, each row normalised.
#include <algorithm>

#include "kernel/epoch/steps.hpp"
#include "kernel/saturating.hpp"

namespace kernel {
namespace {

constexpr u64 no_commit = ~u64{0};

/// The earliest block of a live commit of each uid.
std::vector<u64> commit_blocks(const EpochInput& in) {
    std::vector<u64> out(in.n, no_commit);
    if (!in.commit_reveal) return out;
    for (const WeightCommit& commit : in.commits) {
        const bool expired = in.epoch_now > sat_add(commit.epoch, in.reveal_period_epochs);
        if (!expired && commit.uid < in.n)
            out[commit.uid] = std::min(out[commit.uid], commit.block);
    }
    return out;
}

}  // namespace

std::vector<std::span<const Cell>> rows_by_uid(std::span<const RowView> rows, u16 n) {
    std::vector<std::span<const Cell>> out(n);
    for (const RowView& row : rows) {
        if (row.uid < n) out[row.uid] = row.cells;
    }
    return out;
}

// A weight counts when its row has a permit, it is not on oneself (but for the owner), and its
// target was registered before the row was last updated and not after the row's earliest live
// commit.
Weights valid_weights(const EpochInput& in, const std::vector<bool>& permits,
                      std::span<const u16> live) {
    const bool keep_order = in.liquid_alpha;
    const auto rows = rows_by_uid(in.weights, in.n);
    const std::vector<u64> committed = commit_blocks(in);
    Weights out{Matrix(live.size(), in.n),
                std::vector<std::vector<u16>>(keep_order ? live.size() : 0)};
    for (std::size_t i = 0; i < live.size(); ++i) {
        const u16 uid = live[i];
        if (!permits[uid]) continue;
        const u64 updated = uid < in.last_update.size() ? in.last_update[uid] : 0;
        const u64 last_valid = committed[uid];
        const auto row = out.values.row(i);
        for (const auto& [target, weight] : rows[uid]) {
            if (target >= in.n) continue;
            if (target == uid && in.owner_uid != uid) continue;
            const u64 registered = in.registered_at[target];
            if (updated <= registered || last_valid < registered) continue;
            row[target].bits = weight;
            if (keep_order) out.cells[i].push_back(target);
        }
    }
    return out;
}

}  // namespace kernel
