// Stake-weighted medians of matrix columns.
//
// The reference narrows a partition around a pivot (epoch/math.rs, weighted_median). What it
// returns does not depend on the pivots: the smallest score v with minority < stake of scores <= v,
// or the largest score when there is none.
#include "kernel/math/weighted_median.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace kernel {
namespace {

/// The rows that vote, with their part of the stake.
struct Voters {
    std::vector<std::size_t> rows;
    Vector stake;  // sum about 1
    i64 minority = 0;
};

Voters find_voters(VectorView stake, I32F32 majority) {
    Voters out;
    for (std::size_t i = 0; i < stake.size(); ++i) {
        if (stake[i].bits <= 0) continue;
        out.rows.push_back(i);
        out.stake.push_back(stake[i]);
    }
    normalize(out.stake);
    out.minority = sum(out.stake).saturating_sub(majority).bits;
    return out;
}

I32F32 median_by_sorting(const Voters& voters, const Matrix& score, std::size_t column) {
    std::vector<std::pair<I32F32, i64>> votes;
    votes.reserve(voters.rows.size());
    for (std::size_t k = 0; k < voters.rows.size(); ++k) {
        votes.emplace_back(score.row(voters.rows[k])[column], voters.stake[k].bits);
    }
    std::sort(votes.begin(), votes.end());
    i64 stake = 0;
    for (const auto& [value, weight] : votes) {
        stake += weight;
        if (stake > voters.minority) return value;
    }
    return votes.back().first;
}

constexpr std::size_t block_columns = 32;    // gathered together: whole cache lines of each row
constexpr std::size_t counting_limit = 256;  // voters up to which counting beats sorting

/// Medians of proportions, by counting the stake above a score until one score is left. Branches
/// that cannot be foreseen cost most here: hence counts over all votes, and halving before scores
/// are tried.
///
/// Scores are 32 bits wide here. A proportion of 1 takes the largest number, which no other
/// proportion of u16 weights has; add() refuses a column where some score does.
class CountingMedian {
public:
    explicit CountingMedian(const Voters& voters)
        : voters_(voters.rows.size()),
          votes_((voters.rows.size() + lanes - 1) / lanes * lanes),
          stake_high_(votes_),
          stake_low_(votes_),
          scores_(votes_ * block_columns) {
        i64 total = 0;
        for (std::size_t k = 0; k < voters.stake.size(); ++k) {
            const i64 stake = voters.stake[k].bits;
            usable_ = usable_ && stake >> 32 == 0;
            stake_high_[k] = static_cast<i32>(stake >> 16);
            stake_low_[k] = static_cast<i32>(stake & 0xFFFF);
            total += stake;
        }
        usable_ = usable_ && voters.rows.size() <= counting_limit;
        majority_ = total - voters.minority;
    }

    bool usable() const { return usable_; }

    /// Voters filled up to whole lanes by votes without stake.
    std::size_t votes() const { return votes_; }

    /// Takes the scores of vote k in the columns of the block; a filling vote repeats a voter's
    /// scores.
    void add(std::size_t k, VectorView scores) {
        u64 outside = 0;
        for (std::size_t c = 0; c < scores.size(); ++c) {
            const u64 score = static_cast<u64>(scores[c].bits);
            outside |= static_cast<u64>(score > one || score == one - 1);
            scores_[c * votes_ + k] = to_signed(static_cast<u32>(score - (score >> 32)));
        }
        exact_ = exact_ && outside == 0;
    }

    /// Whether all scores added since the last call were representable.
    bool take_exact() { return std::exchange(exact_, true); }

    /// Median of a column of the block.
    I32F32 find(std::size_t column) const {
        const std::span<const i32> scores(scores_.data() + column * votes_, voters_);
        const auto [min, max] = range(scores.data());
        if (majority_ <= 0) return to_proportion(max);
        // The answer is in (low, high]. First halve the range, which takes no unforeseeable branch.
        i64 low = i64{min} - 1, high = max;
        for (int i = 0; i < halvings; ++i) {
            const i64 middle = (low + high + 1) >> 1;
            const bool enough = stake_above(scores.data(), static_cast<i32>(middle)) < majority_;
            high = enough ? middle : high;
            low = enough ? low : middle;
        }
        std::array<i32, counting_limit + 1> candidates;
        std::size_t count = 0;
        for (const i32 score : scores) {
            candidates[count] = score;
            count += static_cast<std::size_t>((score > low) & (score <= high));
        }
        i64 answer = high + 1;
        for (std::size_t k = 0; k < count; ++k) {
            const i32 score = candidates[k];
            if (score <= low || score >= answer) continue;
            (stake_above(scores.data(), score) < majority_ ? answer : low) = score;
        }
        return to_proportion(static_cast<i32>(answer));
    }

private:
    static constexpr std::size_t lanes = 4;
    static constexpr u64 one = u64{1} << 32;
    static constexpr int halvings = 5;
    using Lanes = i32 __attribute__((vector_size(lanes * sizeof(i32))));

    static I32F32 to_proportion(i32 score) {
        const u64 bits = static_cast<u32>(score) ^ 0x80000000u;
        return {static_cast<i64>(bits + (bits == one - 1 ? 1 : 0))};
    }
    static i32 to_signed(u32 score) { return static_cast<i32>(score ^ 0x80000000u); }
    static Lanes load(const std::vector<i32>& from, std::size_t k) { return load(from.data() + k); }
    static Lanes load(const i32* from) {
        Lanes out;
        std::memcpy(&out, from, sizeof out);
        return out;
    }

    /// Smallest and largest score; votes without stake repeat a score of the column.
    std::pair<i32, i32> range(const i32* scores) const {
        Lanes low = load(scores), high = low;
        for (std::size_t k = lanes; k < votes_; k += lanes) {
            const Lanes next = load(scores + k);
            const Lanes less = next<low, more = next> high;
            low = (next & less) | (low & ~less);
            high = (next & more) | (high & ~more);
        }
        i32 min = low[0], max = high[0];
        for (std::size_t l = 1; l < lanes; ++l) {
            min = std::min(min, i32{low[l]});
            max = std::max(max, i32{high[l]});
        }
        return {min, max};
    }

    /// Halves of 16 bits are summed apart, so that no lane overflows.
    i64 stake_above(const i32* scores, i32 score) const {
        Lanes high{}, low{};
        const Lanes pivot = Lanes{} + score;
        for (std::size_t k = 0; k < votes_; k += lanes) {
            const Lanes above = load(scores + k) > pivot;
            high += above & load(stake_high_, k);
            low += above & load(stake_low_, k);
        }
        i64 total = 0;
        for (std::size_t l = 0; l < lanes; ++l) total += (i64{high[l]} << 16) + low[l];
        return total;
    }

    std::size_t voters_;
    std::size_t votes_;
    std::vector<i32> stake_high_, stake_low_, scores_;
    i64 majority_ = 0;
    bool usable_ = true;
    bool exact_ = true;
};

}  // namespace

Vector weighted_median_columns(VectorView stake, const Matrix& score, I32F32 majority) {
    const Voters voters = find_voters(stake, majority);
    Vector median(score.columns());
    if (voters.rows.empty()) return median;
    CountingMedian counting(voters);
    for (std::size_t start = 0; start < score.columns(); start += block_columns) {
        const std::size_t width = std::min(block_columns, score.columns() - start);
        for (std::size_t k = 0; counting.usable() && k < counting.votes(); ++k) {
            const std::size_t voter = std::min(k, voters.rows.size() - 1);
            counting.add(k, score.row(voters.rows[voter]).subspan(start, width));
        }
        const bool exact = counting.usable() && counting.take_exact();
        for (std::size_t c = 0; c < width; ++c) {
            median[start + c] =
                exact ? counting.find(c) : median_by_sorting(voters, score, start + c);
        }
    }
    return median;
}

}  // namespace kernel
