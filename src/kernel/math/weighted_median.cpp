// Stake-weighted medians of matrix columns.
//
// The reference narrows a partition around a pivot (epoch/math.rs, weighted_median). What it
// returns does not depend on the pivots: the smallest score v with minority < stake of scores <= v,
// or the largest score when there is none.
#include "kernel/math/weighted_median.hpp"

#include <algorithm>

namespace kernel {
namespace {

struct Vote {
    i64 score;
    i64 stake;
};

constexpr std::size_t block_columns =
    16;  // columns gathered together, a few cache lines of each row

class MedianFinder {
public:
    MedianFinder(std::size_t votes, i64 minority)
        : minority_(minority), votes_(votes), lower_(votes), upper_(votes) {}

    std::span<Vote> votes() { return votes_; }

    /// Reorders the votes.
    i64 find() {
        std::size_t count = votes_.size();
        i64 below = 0;  // stake of the votes under the current partition
        Vote* current = votes_.data();
        Vote* lower = lower_.data();
        Vote* upper = upper_.data();
        for (;;) {
            const i64 pivot = current[count / 2].score;
            std::size_t lowers = 0, uppers = 0;
            i64 lower_stake = 0, equal_stake = 0;
            for (std::size_t i = 0; i < count; ++i) {
                const Vote vote = current[i];
                const bool less = vote.score<pivot, more = vote.score> pivot;
                lower[lowers] = vote;
                lowers += less;
                upper[uppers] = vote;
                uppers += more;
                lower_stake += less ? vote.stake : 0;
                equal_stake += less || more ? 0 : vote.stake;
            }
            if (minority_ < below + lower_stake && lowers != 0) {
                count = lowers;
                std::swap(current, lower);
            } else if (below + lower_stake + equal_stake <= minority_ && uppers != 0) {
                below += lower_stake + equal_stake;
                count = uppers;
                std::swap(current, upper);
            } else {
                return pivot;
            }
        }
    }

private:
    i64 minority_;
    std::vector<Vote> votes_, lower_, upper_;
};

}  // namespace

Vector weighted_median_columns(VectorView stake, const Matrix& score, I32F32 majority) {
    std::vector<std::size_t> rows;
    Vector power;
    for (std::size_t i = 0; i < stake.size(); ++i) {
        if (stake[i].bits <= 0) continue;
        rows.push_back(i);
        power.push_back(stake[i]);
    }
    Vector median(score.columns());
    if (rows.empty()) return median;
    normalize(power);
    const I32F32 minority = sum(power).saturating_sub(majority);

    MedianFinder finder(rows.size(), minority.bits);
    std::vector<i64> block(rows.size() * block_columns);
    for (std::size_t start = 0; start < score.columns(); start += block_columns) {
        const std::size_t width = std::min(block_columns, score.columns() - start);
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const VectorView row = score.row(rows[k]).subspan(start, width);
            for (std::size_t c = 0; c < width; ++c) block[c * rows.size() + k] = row[c].bits;
        }
        for (std::size_t c = 0; c < width; ++c) {
            const auto votes = finder.votes();
            for (std::size_t k = 0; k < rows.size(); ++k) {
                votes[k] = {block[c * rows.size() + k], power[k].bits};
            }
            median[start + c].bits = finder.find();
        }
    }
    return median;
}

}  // namespace kernel
