// Epoch step: consensus weights, validator trust and incentive.
#include "kernel/epoch/steps.hpp"
#include "kernel/math/weighted_median.hpp"

namespace kernel {

Consensus find_consensus(const Matrix& weights, VectorView stake_by_row, I32F32 kappa) {
    Consensus out;
    out.consensus = weighted_median_columns(stake_by_row, weights, kappa);
    out.clipped = weights;
    column_clip(out.clipped, out.consensus);
    out.trust = row_sums(out.clipped);
    out.incentive = weighted_column_sums(out.clipped, stake_by_row);
    normalize(out.incentive);
    return out;
}

}  // namespace kernel
