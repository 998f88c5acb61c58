// Weighted medians against their definition, at ties, zeros, extreme majorities and odd scores.
#include "kernel/math/weighted_median.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace {

using kernel::Matrix;
using kernel::Vector;

/// By the definition: walks the scores upwards until they hold more than the minority.
I32F32 plain_median(const Vector& stake, const Matrix& score, std::size_t column, I32F32 majority) {
    Vector power;
    std::map<i64, i64> at;
    for (const I32F32 s : stake) {
        if (s.bits > 0) power.push_back(s);
    }
    if (power.empty()) return {};
    kernel::normalize(power);
    const i64 minority = kernel::sum(power).bits - majority.bits;
    for (std::size_t i = 0, k = 0; i < stake.size(); ++i) {
        if (stake[i].bits > 0) at[score.row(i)[column].bits] += power[k++].bits;
    }
    i64 held = 0;
    for (const auto& [value, weight] : at) {
        held += weight;
        if (held > minority) return {value};
    }
    return {at.rbegin()->first};
}

void compare(const Vector& stake, const Matrix& score, I32F32 majority) {
    const Vector median = kernel::weighted_median_columns(stake, score, majority);
    for (std::size_t c = 0; c < score.columns(); ++c) {
        ASSERT_EQ(median[c], plain_median(stake, score, c, majority)) << "column " << c;
    }
}

I32F32 proportion(std::mt19937_64& random, int kind) {
    switch (kind) {
        case 0: return {static_cast<i64>(random() % (1ull << 32))};
        case 1: return {static_cast<i64>(random() % 4)};                 // ties and zeros
        case 2: return {static_cast<i64>((random() % 3) << 31)};         // 0, 1/2, 1
        case 3: return {static_cast<i64>((1ull << 32) - random() % 3)};  // about 1
        default: return {static_cast<i64>(random())};                    // any
    }
}

TEST(WeightedMedian, is_the_smallest_score_that_a_majority_reaches) {
    std::mt19937_64 random(11);
    for (int round = 0; round < 400; ++round) {
        const std::size_t rows = 1 + random() % 70, columns = 1 + random() % 40;
        Vector stake(rows);
        for (I32F32& s : stake) {
            s.bits = random() % 3 == 0 ? 0 : static_cast<i64>(random() % (1ull << (random() % 33)));
        }
        Matrix score(rows, columns);
        for (std::size_t i = 0; i < rows; ++i) {
            for (I32F32& v : score.row(i)) v = proportion(random, round % 5);
        }
        for (const u16 kappa : {0, 1, 32767, 65534, 65535}) {
            compare(stake, score, kernel::u16_proportion(kappa));
        }
    }
}

TEST(WeightedMedian, many_voters_are_no_different) {
    std::mt19937_64 random(12);
    Matrix score(700, 3);
    Vector stake(700);
    for (std::size_t i = 0; i < 700; ++i) {
        stake[i].bits = static_cast<i64>(random() % 1000000);
        for (I32F32& v : score.row(i)) v = proportion(random, 0);
    }
    compare(stake, score, kernel::u16_proportion(u16{32767}));
}

TEST(WeightedMedian, without_stake_is_zero) {
    Matrix score(2, 1);
    score.row(0)[0] = score.row(1)[0] = I32F32::one();
    EXPECT_EQ(kernel::weighted_median_columns(Vector(2), score, I32F32{0}), Vector(1));
}

}  // namespace
