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
        out[i].resize(row.size());
        std::size_t count = 0;
        for (std::size_t j = 0; j < row.size(); ++j) {
            out[i][count] = static_cast<u16>(j);
            count += row[j].bits > 0 ? 1 : 0;
        }
        out[i].resize(count);
    }
    return out;
}

/// How much of the new observation enters the average: 1 - bonds_moving_average / 10^6.
I32F32 fixed_alpha(const EpochInput& in) {
    const I64F64 kept = I64F64::saturating_from_num(in.bonds_moving_average)
                            .safe_div(I64F64::saturating_from_num(1'000'000));
    return I32F32::one().saturating_sub(I32F32::saturating_from_num(kept));
}

/// The weights that bonds follow: between the plain ones and those clipped to the consensus. A cell
/// that is clipped to zero, or not positive between the two, is gone from its row.
Weights weights_for_bonds(Weights weights, VectorView consensus, I32F32 penalty) {
    if (penalty.bits == 0) return weights;
    if (penalty == I32F32::one()) {
        for (std::size_t i = 0; i < weights.cells.size(); ++i) {
            const VectorView row = weights.values.row(i);
            std::erase_if(weights.cells[i],
                          [&](u16 j) { return consensus[j].bits <= 0 && row[j].bits > 0; });
        }
        column_clip(weights.values, consensus);
        return weights;
    }
    Matrix clipped = weights.values;
    column_clip(clipped, consensus);
    weights.values = interpolate(weights.values, clipped, penalty);
    if (!weights.cells.empty()) weights.cells = positive_cells(weights.values);
    return weights;
}

/// Yuma 3: bonds are proportions of their own; dividends also weigh the validator's stake.
BondStep move_bonds_yuma3(const EpochInput& in, Weights weights, const Consensus& c,
                          VectorView stake_by_row, std::span<const u16> live) {
    const I32F32 penalty = u16_proportion(in.bonds_penalty);
    Matrix old = valid_bonds(in, live);
    for (std::size_t i = 0; i < old.rows(); ++i) {
        for (I32F32& bond : old.row(i)) bond = u16_proportion(static_cast<u16>(bond.bits));
    }
    const bool any_consensus =
        std::any_of(c.consensus.begin(), c.consensus.end(), [](I32F32 v) { return v.bits != 0; });
    const Weights fresh = weights_for_bonds(std::move(weights), c.consensus, penalty);
    BondStep out;
    if (in.liquid_alpha && any_consensus) {
        Vector consensus = c.consensus;
        for (std::size_t uid = 0; uid < consensus.size() && !in.liquid_consensus.empty(); ++uid)
            consensus[uid] = uid < in.liquid_consensus.size()
                                 ? u16_proportion(in.liquid_consensus[uid])
                                 : I32F32{0};
        out = liquid_moving_average(in, fresh, old, consensus, live);
    } else {
        move_average(old, fresh.values, fixed_alpha(in));
        out.cells = positive_cells(old);
        out.values = std::move(old);
    }
    Matrix shares = out.values;
    column_normalize(shares);
    out.dividends = multiply(weighted_row_sums(shares, c.incentive), stake_by_row);
    normalize(out.dividends);
    return out;
}

/// Original Yuma: bonds are shares of each column.
BondStep move_bonds_yuma2(const EpochInput& in, Weights weights, const Consensus& c,
                          VectorView stake_by_row, std::span<const u16> live) {
    Matrix old = valid_bonds(in, live);
    column_normalize(old);
    const I32F32 penalty = u16_proportion(in.bonds_penalty);
    Matrix delta = weights_for_bonds(std::move(weights), c.consensus, penalty).values;
    scale_rows(delta, stake_by_row);
    column_normalize(delta);
    move_average(old, delta, fixed_alpha(in));
    BondStep out;
    out.values = std::move(old);
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

BondStep move_bonds(const EpochInput& in, Weights weights, const Consensus& consensus,
                    VectorView stake_by_row, std::span<const u16> live) {
    return in.yuma3 ? move_bonds_yuma3(in, std::move(weights), consensus, stake_by_row, live)
                    : move_bonds_yuma2(in, std::move(weights), consensus, stake_by_row, live);
}

}  // namespace kernel
