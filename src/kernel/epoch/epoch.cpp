// One epoch of Yuma consensus: the order of its steps.
#include "kernel/epoch/epoch.hpp"

#include "kernel/epoch/steps.hpp"

namespace kernel {
namespace {

Vector gather(VectorView by_uid, std::span<const u16> uids) {
    Vector out;
    out.reserve(uids.size());
    for (const u16 uid : uids) out.push_back(by_uid[uid]);
    return out;
}

Vector scatter(VectorView by_row, std::span<const u16> uids, u16 n) {
    Vector out(n);
    for (std::size_t i = 0; i < uids.size(); ++i) out[uids[i]] = by_row[i];
    return out;
}

std::vector<std::vector<Cell>> rows_to_store(const BondRows& bonds,
                                             const std::vector<bool>& permits) {
    std::vector<std::vector<Cell>> out(permits.size());
    for (std::size_t i = 0; i < bonds.uids.size(); ++i) {
        if (!permits[bonds.uids[i]]) continue;
        const VectorView values = bonds.values.row(i);
        auto& row = out[bonds.uids[i]];
        const auto& cells = bonds.cells[i];
        row.resize(cells.size());
        for (std::size_t k = 0; k < cells.size(); ++k) {
            row[k] = {cells[k], to_u16_proportion(values[cells[k]])};
        }
    }
    return out;
}

}  // namespace

EpochOutput run_epoch(const EpochInput& in) {
    Stakes stakes = weigh_stakes(in);
    const std::vector<u16> live = live_rows(in, stakes);
    const Vector stake_by_row = gather(stakes.active_stake, live);
    Weights weights = valid_weights(in, stakes.permits, live);
    row_normalize(weights.values);
    Consensus consensus = find_consensus(weights.values, stake_by_row, u16_proportion(in.kappa));
    BondStep bonds = move_bonds(in, std::move(weights), consensus, stake_by_row, live);

    EpochOutput out;
    EpochSteps& steps = out.steps;
    steps.dividends = scatter(bonds.dividends, live, in.n);
    steps.validator_trust = scatter(consensus.trust, live, in.n);
    steps.consensus = std::move(consensus.consensus);
    steps.incentive = std::move(consensus.incentive);
    steps.ema_bonds = {live, std::move(bonds.values), std::move(bonds.cells)};
    steps.stake = std::move(stakes.stake);
    steps.active_stake = std::move(stakes.active_stake);

    out.stake_rao.reserve(in.n);
    for (const I64F64 s : stakes.total) out.stake_rao.push_back(s.saturating_to_num<u64>());
    out.stake_weight = to_u16_proportions(steps.stake);
    out.consensus = to_u16_proportions(steps.consensus);
    out.incentive = to_u16_proportions(steps.incentive);
    out.dividends = to_u16_proportions(steps.dividends);
    out.validator_trust = to_u16_proportions(steps.validator_trust);
    out.active = std::move(stakes.active);
    out.permits = std::move(stakes.new_permits);
    out.bonds = rows_to_store(steps.ema_bonds, out.permits);
    share_emission(in, out);
    return out;
}

}  // namespace kernel
