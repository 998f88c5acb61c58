// Epoch step: bonds follow the weights as a moving average and earn dividends from incentive.
#include <algorithm>

#include "kernel/epoch/steps.hpp"
#include "kernel/saturating.hpp"

namespace kernel {
namespace {

std::vector<std::vector<u16>> positive_cells(const Matrix& m) {
    std::vector<std::vector<u16>> out(m.rows());
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const VectorView row = m.row(i);
        out[i].reserve(row.size());
        for (std::size_t j = 0; j < row.size(); ++j) {
            if (row[j].bits > 0) out[i].push_back(static_cast<u16>(j));
        }
    }
    return out;
}

/// How much of the new observation enters the average: 1 - bonds_moving_average / 10^6.
I32F32 fixed_alpha(const EpochInput& in) {
    const I64F64 kept = I64F64::saturating_from_num(in.bonds_moving_average)
                            .safe_div(I64F64::saturating_from_num(1'000'000));
    return I32F32::one().saturating_sub(I32F32::saturating_from_num(kept));
}

/// The columns each row of the weights for bonds has, in order. Clipping and interpolating drop
/// cells.
std::vector<std::vector<u16>> cells_for_bonds(const Weights& weights, const Consensus& c,
                                              const Matrix& interpolated, I32F32 penalty) {
    if (penalty.bits == 0) return weights.cells;
    if (penalty != I32F32::one()) return positive_cells(interpolated);
    auto cells = weights.cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const VectorView row = weights.values.row(i);
        std::erase_if(cells[i], [&](u16 j) { return c.consensus[j].bits <= 0 && row[j].bits > 0; });
    }
    return cells;
}

/// Yuma 3: bonds are proportions of their own; dividends also weigh the validator's stake.
BondStep move_bonds_yuma3(const EpochInput& in, const Weights& weights, const Consensus& c,
                          VectorView stake_by_row, std::span<const u16> live) {
    const I32F32 penalty = u16_proportion(in.bonds_penalty);
    const Matrix fresh = interpolate(weights.values, c.clipped, penalty);
    Matrix old = valid_bonds(in, live);
    for (std::size_t i = 0; i < old.rows(); ++i) {
        for (I32F32& bond : old.row(i)) bond = u16_proportion(static_cast<u16>(bond.bits));
    }
    const bool any_consensus =
        std::any_of(c.consensus.begin(), c.consensus.end(), [](I32F32 v) { return v.bits != 0; });
    BondStep out;
    if (in.liquid_alpha && any_consensus) {
        out = liquid_moving_average(in, fresh, cells_for_bonds(weights, c, fresh, penalty), old,
                                    c.consensus, live);
    } else {
        out.values = moving_average(fresh, old, fixed_alpha(in));
        out.cells = positive_cells(out.values);
    }
    Matrix shares = out.values;
    column_normalize(shares);
    out.dividends = multiply(weighted_row_sums(shares, c.incentive), stake_by_row);
    normalize(out.dividends);
    return out;
}

/// Original Yuma: bonds are shares of each column.
BondStep move_bonds_yuma2(const EpochInput& in, const Weights& weights, const Consensus& c,
                          VectorView stake_by_row, std::span<const u16> live) {
    Matrix old = valid_bonds(in, live);
    column_normalize(old);
    Matrix delta = interpolate(weights.values, c.clipped, u16_proportion(in.bonds_penalty));
    scale_rows(delta, stake_by_row);
    column_normalize(delta);
    BondStep out;
    out.values = moving_average(delta, old, fixed_alpha(in));
    out.cells = positive_cells(out.values);
    column_normalize(out.values);
    out.dividends = weighted_row_sums(out.values, c.incentive);
    normalize(out.dividends);
    column_max_upscale(out.values);
    return out;
}

}  // namespace

u64 bonds_valid_before(const EpochInput& in) {
    return in.last_step_block == 0 ? sat_sub(in.block, in.tempo_blocks)
                                   : sat_add(in.last_step_block, 1);
}

Matrix valid_bonds(const EpochInput& in, std::span<const u16> live) {
    const u64 valid_before = bonds_valid_before(in);
    const auto rows = rows_by_uid(in.bonds, in.n);
    Matrix out(live.size(), in.n);
    for (std::size_t i = 0; i < live.size(); ++i) {
        const auto row = out.row(i);
        for (const auto& [target, bond] : rows[live[i]]) {
            if (target < in.n && in.registered_at[target] < valid_before) row[target].bits = bond;
        }
    }
    return out;
}

BondStep move_bonds(const EpochInput& in, const Weights& weights, const Consensus& consensus,
                    VectorView stake_by_row, std::span<const u16> live) {
    return in.yuma3 ? move_bonds_yuma3(in, weights, consensus, stake_by_row, live)
                    : move_bonds_yuma2(in, weights, consensus, stake_by_row, live);
}

}  // namespace kernel
