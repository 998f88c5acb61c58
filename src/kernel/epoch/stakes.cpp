// Epoch step: stake of each uid, activity and validator permits.
#include "kernel/epoch/steps.hpp"
#include "kernel/saturating.hpp"
#include "kernel/stake_weight.hpp"

namespace kernel {

u64 activity_cutoff_blocks(u32 factor_milli, u16 tempo_blocks) {
    const u64 blocks = u64{factor_milli} * tempo_blocks / 1000;
    return blocks == 0 ? 1 : blocks;
}

namespace {

/// The owner validates whatever its stake.
std::vector<bool> with_owner(std::vector<bool> permits, const EpochInput& in) {
    permits.resize(in.n);
    if (in.owner_uid && *in.owner_uid < in.n) permits[*in.owner_uid] = true;
    return permits;
}

Vector normalized_stake(const EpochInput& in, const std::vector<I64F64>& total) {
    std::vector<I64F64> counted = total;
    for (u16 uid = 0; uid < in.n; ++uid) {
        const bool below = counted[uid].saturating_to_num<u64>() < in.stake_threshold_rao;
        if (below && in.owner_uid != uid) counted[uid] = {};
    }
    normalize(counted);
    Vector out;
    out.reserve(counted.size());
    for (const I64F64 s : counted) out.push_back(I32F32::saturating_from_num(s));
    return out;
}

}  // namespace

Stakes weigh_stakes(const EpochInput& in) {
    Stakes out;
    for (u16 uid = 0; uid < in.n; ++uid) {
        out.total.push_back(
            stake_weight(in.alpha_stake_rao[uid], in.tao_stake_rao[uid], in.tao_weight));
        out.active.push_back(uid < in.last_update.size() &&
                             sat_add(in.last_update[uid], in.activity_cutoff_blocks) >= in.block);
    }
    out.stake = normalized_stake(in, out.total);
    out.permits = with_owner(in.permits, in);
    out.new_permits = with_owner(top_k_nonzero(out.stake, in.max_validators), in);
    out.active_stake = out.stake;
    for (u16 uid = 0; uid < in.n; ++uid) {
        if (!out.active[uid] || !out.permits[uid]) out.active_stake[uid] = {};
    }
    normalize(out.active_stake);
    return out;
}

std::vector<u16> live_rows(const EpochInput& in, const Stakes& stakes) {
    std::vector<bool> live(in.n);
    for (u16 uid = 0; uid < in.n; ++uid) live[uid] = stakes.active_stake[uid].bits > 0;
    for (const RowView& row : in.weights) {
        if (row.uid < in.n && stakes.permits[row.uid] && !row.cells.empty()) live[row.uid] = true;
    }
    for (const RowView& row : in.bonds) {
        if (row.uid < in.n && !row.cells.empty()) live[row.uid] = true;
    }
    std::vector<u16> out;
    for (u16 uid = 0; uid < in.n; ++uid) {
        if (live[uid]) out.push_back(uid);
    }
    return out;
}

}  // namespace kernel
