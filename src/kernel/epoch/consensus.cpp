// Epoch step: consensus weights, validator trust and incentive.
#include "kernel/epoch/steps.hpp"
#include "kernel/math/weighted_median.hpp"

namespace kernel {

Consensus find_consensus(const Matrix& weights, VectorView stake_by_row, I32F32 kappa) {
    Consensus out;
    out.consensus = weighted_median_columns(stake_by_row, weights, kappa);
    ClippedSums sums = clipped_sums(weights, out.consensus, stake_by_row);
    out.trust = std::move(sums.of_rows);
    out.incentive = std::move(sums.of_columns);
    normalize(out.incentive);
    return out;
}

}  // namespace kernel
