// Matrix steps of the epoch on dense rows.
#include "kernel/math/matrix.hpp"

#include <algorithm>

namespace kernel {
namespace {

/// At most the threshold; zero if that is negative.
I32F32 clipped(I32F32 value, I32F32 threshold) {
    const i64 cut = threshold.bits < 0 ? 0 : threshold.bits;
    return {value.bits <= threshold.bits ? value.bits : cut};
}

/// alpha * fresh + (1 - alpha) * old, at least 0.
class WeightedAverage {
public:
    explicit WeightedAverage(I32F32 alpha)
        : alpha_(alpha),
          rest_(I32F32::one().saturating_sub(alpha)),
          proper_(alpha.bits > 0 && alpha < I32F32::one()) {}

    I32F32 operator()(I32F32 fresh, I32F32 old) const {
        const u64 f = static_cast<u64>(fresh.bits), o = static_cast<u64>(old.bits);
        constexpr u64 one = u64{1} << 32;
        if (proper_ && f <= one && o <= one) {  // nothing can overflow 64 bits
            const u64 part = (static_cast<u64>(alpha_.bits) * f) >> 32;
            return {static_cast<i64>(part + ((static_cast<u64>(rest_.bits) * o) >> 32))};
        }
        const I32F32 sum = alpha_.saturating_mul(fresh).saturating_add(rest_.saturating_mul(old));
        return std::max(sum, I32F32{0});
    }

private:
    I32F32 alpha_, rest_;
    bool proper_;
};

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
        for (std::size_t j = 0; j < row.size(); ++j) row[j] = divisor[j].divide(row[j]);
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
        for (std::size_t j = 0; j < row.size(); ++j) row[j] = clipped(row[j], threshold[j]);
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

void move_average(Matrix& old, const Matrix& fresh, I32F32 alpha) {
    const WeightedAverage average(alpha);
    for (std::size_t i = 0; i < old.rows(); ++i) {
        const VectorView new_row = fresh.row(i);
        const auto row = old.row(i);
        for (std::size_t j = 0; j < row.size(); ++j) row[j] = average(new_row[j], row[j]);
    }
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

ClippedSums clipped_sums(const Matrix& m, VectorView threshold, VectorView v) {
    ClippedSums out{Vector(m.rows()), Vector(m.columns())};
    for (std::size_t i = 0; i < m.rows(); ++i) {
        const VectorView row = m.row(i);
        const I32F32 factor = v[i];
        I32F32 total{0};
        for (std::size_t j = 0; j < row.size(); ++j) {
            const I32F32 cell = clipped(row[j], threshold[j]);
            total = total.wrapping_add(cell);
            out.of_columns[j] = out.of_columns[j].saturating_add(factor.saturating_mul(cell));
        }
        out.of_rows[i] = total;
    }
    return out;
}

}  // namespace kernel
