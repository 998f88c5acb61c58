// Vectors of the epoch's vector and matrix steps. Matrices are compared as dense: in the vectors a
// missing cell and a zero mean the same to every step checked here but the masks, which are checked
// by the columns they leave.
#include "kernel/epoch/steps.hpp"
#include "kernel/math/weighted_median.hpp"
#include "testing/golden/checkers.hpp"
#include "testing/golden/fixed_json.hpp"

namespace golden {
namespace {

template <class T>
std::vector<T> fixeds(const Json& array) {
    std::vector<T> out;
    for (const Json& item : array) out.push_back(fixed<T>(item));
    return out;
}

template <class T>
Json texts(std::span<const T> values) {
    Json out = Json::array();
    for (const T v : values) out.push_back(text(v));
    return out;
}
Json texts(const kernel::Vector& values) { return texts(std::span<const I32F32>(values)); }

Json texts(const kernel::Matrix& m) {
    Json out = Json::array();
    for (std::size_t i = 0; i < m.rows(); ++i) out.push_back(texts(m.row(i)));
    return out;
}

kernel::Matrix matrix(const Json& sparse, std::size_t columns) {
    kernel::Matrix out(sparse.size(), columns);
    for (std::size_t i = 0; i < sparse.size(); ++i) {
        for (const Json& cell : sparse[i]) {
            out.row(i)[cell.at(0).get<std::size_t>()] = fixed<I32F32>(cell.at(1));
        }
    }
    return out;
}

Json flags(const std::vector<bool>& values) {
    Json out = Json::array();
    for (const bool v : values) out.push_back(v ? 1 : 0);
    return out;
}

Failure vector_record(const Json& r) {
    const kernel::Vector v = fixeds<I32F32>(r.at("v"));
    const std::size_t k = r.at("k");
    kernel::Vector normal = v;
    kernel::normalize(normal);
    std::vector<I64F64> wide = fixeds<I64F64>(r.at("v64"));
    kernel::normalize(wide);
    kernel::Vector narrow;
    for (const I64F64 x : wide) narrow.push_back(I32F32::saturating_from_num(x));
    Differences d;
    d.compare("sum", text(kernel::sum(v)), r.at("sum"));
    d.compare("normalize", texts(normal), r.at("normalize"));
    d.compare("is_zero", kernel::is_zero(v) ? 1 : 0, r.at("is_zero"));
    d.compare("is_topk", flags(kernel::top_k(v, k)), r.at("is_topk"));
    d.compare("is_topk_nonzero", flags(kernel::top_k_nonzero(v, k)), r.at("is_topk_nonzero"));
    d.compare("max_upscale_u16", kernel::max_upscale_to_u16(v), r.at("max_upscale_u16"));
    d.compare("to_u16_prop", kernel::to_u16_proportions(v), r.at("to_u16_prop"));
    d.compare("normalize64", texts(std::span<const I64F64>(wide)), r.at("normalize64"));
    d.compare("norm64_to_32", texts(narrow), r.at("norm64_to_32"));
    return d.failure();
}

Failure u16_record(const Json& r) {
    const auto v = vectors::to_ints<u16>(r.at("v"));
    const bool limited = kernel::max_is_limited(v, r.at("limit"));
    Differences d;
    d.compare("max_upscale", kernel::max_upscale_to_u16(std::span<const u16>(v)),
              r.at("max_upscale"));
    d.compare("check_max_limited", limited ? 1 : 0, r.at("check_max_limited"));
    return d.failure();
}

Failure median_record(const Json& r) {
    const std::size_t columns = r.at("cols");
    kernel::Matrix m = matrix(r.at("m"), columns);
    const kernel::Vector stake = fixeds<I32F32>(r.at("stake"));
    const kernel::Vector median =
        kernel::weighted_median_columns(stake, m, fixed<I32F32>(r.at("kappa")));
    kernel::column_clip(m, median);
    Differences d;
    d.compare("median", texts(median), r.at("median"));
    d.compare("clip", texts(m), texts(matrix(r.at("clip"), columns)));
    return d.failure();
}

/// The masks, through the functions that apply them in an epoch.
class MaskCheck {
public:
    explicit MaskCheck(const Json& r) : n_(r.at("n")), record_(r) {
        for (const Json& row : r.at("m")) {
            auto& cells = cells_.emplace_back();
            for (const Json& cell : row) cells.emplace_back(cell.at(0), u16{1});
            live_.push_back(static_cast<u16>(live_.size()));
        }
        for (u16 uid = 0; uid < n_; ++uid) rows_.push_back({uid, cells_[uid]});
    }

    void compare(Differences& d) const {
        const std::vector<u64> ones(n_, 1), zeros(n_, 0);
        const auto first = vectors::to_ints<u64>(record_.at("f1"));
        const auto second = vectors::to_ints<u64>(record_.at("f2"));
        std::vector<bool> all(n_, true), permits(n_);
        for (u16 i = 0; i < n_; ++i) permits[i] = record_.at("mask")[i] == 0;
        const u16 except = record_.at("except");

        d.compare("mask_rows", weights(permits, ones, zeros, {}), expected("mask_rows", true));
        d.compare("mask_diag", weights(all, ones, zeros, {}), expected("mask_diag", false));
        d.compare("mask_diag_except", weights(all, ones, zeros, except),
                  expected("mask_diag_except", false));
        d.compare("vec_mask_le", weights(all, first, second, {}), expected("vec_mask_le", true));

        kernel::EpochInput in;
        in.n = n_;
        in.bonds = rows_;
        in.registered_at = second;
        in.block = vectors::to_u64(record_.at("scalar"));  // of the last epoch: the tempo is 0
        d.compare("scalar_mask_le", columns(kernel::valid_bonds(in, live_)),
                  expected("scalar_mask_le", false));
    }

private:
    static Json columns(const kernel::Matrix& m) {
        Json out = Json::array();
        for (std::size_t i = 0; i < m.rows(); ++i) {
            Json row = Json::array();
            for (std::size_t j = 0; j < m.columns(); ++j) {
                if (m.row(i)[j].bits != 0) row.push_back(j);
            }
            out.push_back(row);
        }
        return out;
    }
    Json weights(const std::vector<bool>& permits, std::span<const u64> updated,
                 std::span<const u64> registered, std::optional<u16> owner) const {
        kernel::EpochInput in;
        in.n = n_;
        in.weights = rows_;
        in.last_update = updated;
        in.registered_at = registered;
        in.owner_uid = owner;
        return columns(kernel::valid_weights(in, permits, live_).values);
    }
    /// Columns left by the reference, ascending; the epoch always masks the diagonal as well.
    Json expected(const char* key, bool without_diagonal) const {
        Json out = Json::array();
        const Json& rows = record_.at(key);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::vector<std::size_t> row;
            for (const Json& cell : rows[i]) {
                if (!without_diagonal || cell.at(0) != i) row.push_back(cell.at(0));
            }
            std::sort(row.begin(), row.end());
            out.push_back(row);
        }
        return out;
    }

    u16 n_;
    const Json& record_;
    std::vector<std::vector<kernel::Cell>> cells_;
    std::vector<kernel::RowView> rows_;
    std::vector<u16> live_;
};

kernel::Matrix average_by_cell(const Json& r, const kernel::Matrix& fresh,
                               const kernel::Matrix& old) {
    kernel::Matrix out(fresh.rows(), fresh.columns());
    for (std::size_t i = 0; i < fresh.rows(); ++i) {
        for (const Json& cell : r.at("m")[i]) {
            const std::size_t j = cell.at(0);
            const I32F32 alpha = fixed<I32F32>(r.at("alphas")[i][j]);
            const I32F32 v = kernel::limited_average(fresh.row(i)[j], old.row(i)[j], alpha);
            out.row(i)[j] = std::max(v, I32F32{0});
        }
    }
    return out;
}

Failure matrix_record(const Json& r) {
    const std::size_t n = r.at("n");
    const kernel::Matrix m = matrix(r.at("m"), n), m2 = matrix(r.at("m2"), n);
    const kernel::Vector v = fixeds<I32F32>(r.at("v")), v2 = fixeds<I32F32>(r.at("v2"));
    const I32F32 ratio = fixed<I32F32>(r.at("ratio"));
    Differences d;
    const auto same = [&](const char* key, const kernel::Matrix& got) {
        d.compare(key, texts(got), texts(matrix(r.at(key), n)));
    };
    const auto changed = [&](const char* key, auto change) {
        kernel::Matrix copy = m;
        change(copy);
        same(key, copy);
    };
    changed("row_normalize", [](auto& x) { kernel::row_normalize(x); });
    changed("col_normalize", [](auto& x) { kernel::column_normalize(x); });
    changed("col_max_upscale", [](auto& x) { kernel::column_max_upscale(x); });
    changed("hadamard", [&](auto& x) { kernel::scale_rows(x, v); });
    changed("mat_vec_mul", [&](auto& x) { kernel::scale_columns(x, v); });
    same("interpolate", kernel::interpolate(m, m2, ratio));
    kernel::Matrix average = m2;
    kernel::move_average(average, m, ratio);
    same("mat_ema", average);
    same("mat_ema_alpha", average_by_cell(r, m, m2));
    const auto sums = kernel::clipped_sums(m, kernel::Vector(n, I32F32::max()), v);
    d.compare("row_sum", texts(sums.of_rows), r.at("row_sum"));
    d.compare("matmul", texts(sums.of_columns), r.at("matmul"));
    d.compare("matmul_transpose", texts(kernel::weighted_row_sums(m, v)), r.at("matmul_transpose"));
    d.compare("vec_mul", texts(kernel::multiply(v, v2)), r.at("vec_mul"));
    d.compare("vecdiv", texts(kernel::divide(v, v2)), r.at("vecdiv"));
    MaskCheck(r).compare(d);
    return d.failure();
}

Failure math_record(const Json& r) {
    const std::string kind = r.at("f");
    if (kind == "vec") return vector_record(r);
    if (kind == "u16vec") return u16_record(r);
    if (kind == "median") return median_record(r);
    if (kind == "mat") return matrix_record(r);
    return "unknown kind " + kind;
}

}  // namespace

Counts check_epoch_math(const Path& file) { return for_each(file, math_record); }

}  // namespace golden
