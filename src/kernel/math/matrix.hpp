// Matrix steps of the epoch on dense rows: one row per validator, one column per uid; a missing
// cell is zero. Source: the sparse and dense functions of subtensor epoch/math.rs, which agree
// where both exist.
#pragma once
#include "kernel/math/vector.hpp"

namespace kernel {

class Matrix {
public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t columns)
        : rows_(rows), columns_(columns), cells_(rows * columns) {}

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    std::span<I32F32> row(std::size_t i) { return {cells_.data() + i * columns_, columns_}; }
    VectorView row(std::size_t i) const { return {cells_.data() + i * columns_, columns_}; }

private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    Vector cells_;
};

/// Each row divided by its sum where that is positive.
void row_normalize(Matrix&);
/// Each column divided by its sum, or by its largest cell if positive, where that is not zero.
void column_normalize(Matrix&);
void column_max_upscale(Matrix&);
/// Each cell limited to its column's threshold; a cell cut to a threshold of zero or less vanishes.
void column_clip(Matrix&, VectorView threshold);
/// Row i multiplied by scale[i].
void scale_rows(Matrix&, VectorView scale);
/// Column j multiplied by scale[j].
void scale_columns(Matrix&, VectorView scale);
/// a + ratio * (b - a), where positive; exactly a or b at ratio 0 and 1.
Matrix interpolate(const Matrix& a, const Matrix& b, I32F32 ratio);
/// alpha * fresh + (1 - alpha) * old, where positive.
Matrix moving_average(const Matrix& fresh, const Matrix& old, I32F32 alpha);

/// alpha * fresh + (1 - alpha) * old for one cell, limited to at most 1; the fresh part to at least
/// 0.
constexpr I32F32 limited_average(I32F32 fresh, I32F32 old, I32F32 alpha) {
    const I32F32 zero{0}, one = I32F32::one();
    const I32F32 part = alpha.saturating_mul(fresh);
    const I32F32 kept = one.saturating_sub(alpha).saturating_mul(old);
    const I32F32 both = kept.saturating_add(part < zero ? zero : part);
    return both < one ? both : one;
}

/// Sums of rows; of v_i * m_ij over rows; of v_j * m_ij over columns.
Vector row_sums(const Matrix&);
Vector weighted_column_sums(const Matrix&, VectorView v);
Vector weighted_row_sums(const Matrix&, VectorView v);

}  // namespace kernel
