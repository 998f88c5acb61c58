// Matrix steps of the epoch on dense rows.
#include "kernel/math/matrix.hpp"

#include <algorithm>

namespace kernel {
namespace {

std::vector<Divisor> divisors(VectorView values) {
    std::vector<Divisor> out;
    out.reserve(values.size());
    for (const I32F32 v : values) out.emplace_back(v);
    return out;
}

void divide_columns(Matrix& m, VectorView by) {
    const std::vector<Divisor> divisor = divisors(by);
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const auto row = m.row(i);
        for (std::size_t j = 0; j < row.size(); ++j) {
            if (!divisor[j].is_zero()) row[j] = divisor[j].divide(row[j]);
        }
    }
}

}  // namespace

void row_normalize(Matrix& m) {
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const I32F32 total = sum(m.row(i));
        if (total.bits > 0) normalize_using_sum(m.row(i), total);
    }
}

void column_normalize(Matrix& m) {
    Vector sums(m.columns());
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const VectorView row = std::as_const(m).row(i);
        for (std::size_t j = 0; j < row.size(); ++j) sums[j] = sums[j].saturating_add(row[j]);
    }
    divide_columns(m, sums);
}

void column_max_upscale(Matrix& m) {
    Vector largest(m.columns());
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const VectorView row = std::as_const(m).row(i);
        for (std::size_t j = 0; j < row.size(); ++j) largest[j] = std::max(largest[j], row[j]);
    }
    divide_columns(m, largest);
}

void column_clip(Matrix& m, VectorView threshold) {
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const auto row = m.row(i);
        for (std::size_t j = 0; j < row.size(); ++j) {
            if (threshold[j] < row[j]) row[j] = std::max(threshold[j], I32F32{0});
        }
    }
}

void scale_rows(Matrix& m, VectorView scale) {
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const I32F32 factor = scale[i];
        for (I32F32& cell : m.row(i)) cell = cell.saturating_mul(factor);
    }
}

void scale_columns(Matrix& m, VectorView scale) {
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const auto row = m.row(i);
        for (std::size_t j = 0; j < row.size(); ++j) row[j] = row[j].saturating_mul(scale[j]);
    }
}

Matrix interpolate(const Matrix& a, const Matrix& b, I32F32 ratio) {
    if (ratio.bits == 0) return a;
    if (ratio == I32F32::one()) return b;
    Matrix out(a.rows(), a.columns());
    for (std::size_t i = 0; i < a.rows(); ++i) {
        const VectorView from = a.row(i), to = b.row(i);
        const auto row = out.row(i);
        for (std::size_t j = 0; j < row.size(); ++j) {
            const I32F32 step = ratio.saturating_mul(to[j].saturating_sub(from[j]));
            row[j] = std::max(from[j].saturating_add(step), I32F32{0});
        }
    }
    return out;
}

Matrix moving_average(const Matrix& fresh, const Matrix& old, I32F32 alpha) {
    const I32F32 rest = I32F32::one().saturating_sub(alpha);
    Matrix out(fresh.rows(), fresh.columns());
    for (std::size_t i = 0; i < out.rows(); ++i) {
        const VectorView new_row = fresh.row(i), old_row = old.row(i);
        const auto row = out.row(i);
        for (std::size_t j = 0; j < row.size(); ++j) {
            const I32F32 part = alpha.saturating_mul(new_row[j]);
            row[j] = std::max(part.saturating_add(rest.saturating_mul(old_row[j])), I32F32{0});
        }
    }
    return out;
}

Vector row_sums(const Matrix& m) {
    Vector out;
    out.reserve(m.rows());
    for (std::size_t i = 0; i < m.rows(); ++i) out.push_back(sum(m.row(i)));
    return out;
}

Vector weighted_column_sums(const Matrix& m, VectorView v) {
    Vector out(m.columns());
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const VectorView row = m.row(i);
        const I32F32 factor = v[i];
        for (std::size_t j = 0; j < row.size(); ++j) {
            out[j] = out[j].saturating_add(factor.saturating_mul(row[j]));
        }
    }
    return out;
}

Vector weighted_row_sums(const Matrix& m, VectorView v) {
    Vector out;
    out.reserve(m.rows());
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const VectorView row = m.row(i);
        I32F32 total{0};
        for (std::size_t j = 0; j < row.size(); ++j) {
            total = total.saturating_add(row[j].saturating_mul(v[j]));
        }
        out.push_back(total);
    }
    return out;
}

}  // namespace kernel
