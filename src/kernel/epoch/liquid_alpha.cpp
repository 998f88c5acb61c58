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

    /// Where on the sigmoid a cell is: the exponent of e in it.
    I32F32 exponent(I32F32 consensus, I32F32 weight, I32F32 bond) const {
        const I32F32 distance = weight >= bond ? weight.saturating_sub(consensus)  // buying
                                               : bond.saturating_sub(weight);      // selling
        const i64 clamped = std::clamp(distance.bits, i64{0}, I32F32::one().bits);
        return slope_.saturating_mul({clamped - I32F32::one().bits / 2});
    }
    /// The rate, given e^exponent.
    I32F32 alpha(I32F32 power) const {
        const I32F32 one = I32F32::one();
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

BondStep liquid_moving_average(const EpochInput& in, const Weights& fresh, const Matrix& old,
                               VectorView consensus, std::span<const u16> live) {
    const AlphaCurve curve(in);
    const auto stored = rows_by_uid(in.bonds, in.n);
    BondStep out{Matrix(old.rows(), old.columns()), fresh.cells, {}};
    Vector powers;
    std::vector<u8> weight_seen(old.columns()), bond_seen(old.columns());
    for (std::size_t i = 0; i < old.rows(); ++i) {
        auto& cells = out.cells[i];
        mark_seen(cells, weight_seen);
        mark_seen(valid_columns(in, stored[live[i]]), bond_seen);
        const auto row = out.values.row(i);
        const VectorView weights = fresh.values.row(i), bonds = old.row(i);
        powers.resize(cells.size());
        for (std::size_t k = 0; k < cells.size(); ++k) {
            const u16 j = cells[k];
            powers[k] = curve.exponent(consensus[j], weight_seen[j] != 0 ? weights[j] : I32F32{0},
                                       bond_seen[j] != 0 ? bonds[j] : I32F32{0});
        }
        exp_safe(powers);
        for (std::size_t k = 0; k < cells.size(); ++k) {
            const u16 j = cells[k];
            const I32F32 average = limited_average(weights[j], bonds[j], curve.alpha(powers[k]));
            row[j] = std::max(average, I32F32{0});
        }
        std::erase_if(cells, [&](u16 j) { return row[j].bits <= 0; });
    }
    return out;
}

}  // namespace kernel
