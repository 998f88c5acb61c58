// Stake-weighted medians of matrix columns: the consensus weight of each uid.
#pragma once
#include "kernel/math/matrix.hpp"

namespace kernel {

/// For each column the smallest score such that rows with more than 1 - majority of the stake score
/// it or less; rows without positive stake have no say. stake[i] belongs to row i. Zero without any
/// stake.
Vector weighted_median_columns(VectorView stake, const Matrix& score, I32F32 majority);

}  // namespace kernel
