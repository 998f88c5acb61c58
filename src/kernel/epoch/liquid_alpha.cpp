// Liquid alpha: the rate of the bonds' moving average follows a sigmoid of weight, bond and
// consensus. Source: subtensor run_epoch.rs (compute_liquid_alpha_values_sparse, alpha_sigmoid).
#include <algorithm>

#include "kernel/epoch/steps.hpp"

namespace kernel {
namespace {

class AlphaCurve {
public:
    explicit AlphaCurve(const EpochInput& in)
        : low_(u16_proportion(in.alpha_low)),
          high_(u16_proportion(in.alpha_high)),
          slope_(I32F32::saturating_from_num(in.alpha_sigmoid_steepness)
                     .saturating_div(I32F32::saturating_from_num(-100))) {}

    I32F32 at(I32F32 consensus, I32F32 weight, I32F32 bond) const {
        const I32F32 zero{0}, one = I32F32::one();
        const I32F32 distance = weight >= bond ? weight.saturating_sub(consensus)  // buying
                                               : bond.saturating_sub(weight);      // selling
        const I32F32 clamped = std::clamp(distance, zero, one);
        const I32F32 half = {one.bits / 2};
        const I32F32 power = exp_safe(slope_.saturating_mul(clamped.saturating_sub(half)));
        const I32F32 sigmoid = one.saturating_div(one.saturating_add(power));
        const I32F32 alpha =
            low_.saturating_add(sigmoid.saturating_mul(high_.saturating_sub(low_)));
        return std::max(std::min(alpha, high_), low_);
    }

private:
    I32F32 low_, high_, slope_;
};

/// The reference walks columns and a row side by side, so in a row out of order it sees only the
/// cells that are larger than all before them. Marks those columns in `seen`.
template <class Columns>
void mark_seen(const Columns& columns, std::vector<u8>& seen) {
    std::fill(seen.begin(), seen.end(), u8{0});
    int largest = -1;
    for (const int column : columns) {
        if (column <= largest) continue;
        largest = column;
        if (static_cast<std::size_t>(column) < seen.size())
            seen[static_cast<std::size_t>(column)] = 1;
    }
}

/// Columns of a stored bonds row that are still valid, in stored order.
std::vector<u16> valid_columns(const EpochInput& in, std::span<const Cell> cells) {
    const u64 valid_before = bonds_valid_before(in);
    std::vector<u16> out;
    out.reserve(cells.size());
    for (const auto& [target, bond] : cells) {
        const u64 registered = target < in.n ? in.registered_at[target] : 0;
        if (registered < valid_before) out.push_back(target);
    }
    return out;
}

}  // namespace

BondStep liquid_moving_average(const EpochInput& in, const Matrix& fresh,
                               std::vector<std::vector<u16>> fresh_cells, const Matrix& old,
                               VectorView consensus, std::span<const u16> live) {
    const AlphaCurve curve(in);
    const I32F32 zero{0};
    const auto stored = rows_by_uid(in.bonds, in.n);
    BondStep out{Matrix(fresh.rows(), fresh.columns()), std::move(fresh_cells), {}};
    std::vector<u8> weight_seen(fresh.columns()), bond_seen(fresh.columns());
    for (std::size_t i = 0; i < fresh.rows(); ++i) {
        auto& cells = out.cells[i];
        mark_seen(cells, weight_seen);
        mark_seen(valid_columns(in, stored[live[i]]), bond_seen);
        const auto row = out.values.row(i);
        const VectorView weights = fresh.row(i), bonds = old.row(i);
        for (const u16 j : cells) {
            const I32F32 alpha = curve.at(consensus[j], weight_seen[j] ? weights[j] : zero,
                                          bond_seen[j] ? bonds[j] : zero);
            row[j] = std::max(limited_average(weights[j], bonds[j], alpha), zero);
        }
        std::erase_if(cells, [&](u16 j) { return row[j].bits <= 0; });
    }
    return out;
}

}  // namespace kernel
