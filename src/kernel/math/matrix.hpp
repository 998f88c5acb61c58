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
        : rows_(rows),
          columns_(columns),
          stride_(((columns + line_cells - 1) / line_cells | 1) * line_cells),
          cells_(rows * stride_) {}

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_; }
    std::span<I32F32> row(std::size_t i) { return {cells_.data() + i * stride_, columns_}; }
    VectorView row(std::size_t i) const { return {cells_.data() + i * stride_, columns_}; }

private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    // An odd number of cache lines: walking down a column must not fall on the same cache sets.
    static constexpr std::size_t line_cells = 8;
    std::size_t stride_ = 0;
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
/// Turns `old` into alpha * fresh + (1 - alpha) * old, where positive.
void move_average(Matrix& old, const Matrix& fresh, I32F32 alpha);

/// alpha * fresh + (1 - alpha) * old for one cell, limited to at most 1; the fresh part to at least
/// 0.
constexpr I32F32 limited_average(I32F32 fresh, I32F32 old, I32F32 alpha) {
    const I32F32 zero{0}, one = I32F32::one();
    const I32F32 part = alpha.saturating_mul(fresh);
    const I32F32 kept = one.saturating_sub(alpha).saturating_mul(old);
    const I32F32 both = kept.saturating_add(part < zero ? zero : part);
    return both < one ? both : one;
}

/// Sums of v_j * m_ij over columns.
Vector weighted_row_sums(const Matrix&, VectorView v);

/// Sums of the cells limited to their column's threshold: over rows plainly, over columns of v_i *
/// m_ij.
struct ClippedSums {
    Vector of_rows;
    Vector of_columns;
};
ClippedSums clipped_sums(const Matrix&, VectorView threshold, VectorView v);

}  // namespace kernel
