// Work: how hard it is, and whether it was done.
#include "kernel/pow_difficulty.hpp"

#include <gtest/gtest.h>

namespace kernel {
namespace {

TEST(PowDifficulty, the_minimum_wins_over_the_maximum_and_is_at_least_one) {
    // Source: bittensor 11.3.0 tests/unit/test_pow_registration.py, effective_difficulty.
    EXPECT_EQ(effective_difficulty(1, difficulty_bounds(1000, 1)), 1000u);
    EXPECT_EQ(effective_difficulty(2000, difficulty_bounds(1000, 1500)), 1500u);
    EXPECT_EQ(effective_difficulty(0, difficulty_bounds(0, 0)), 1u);
    EXPECT_EQ(effective_difficulty(7, difficulty_bounds(1, 9)), 7u);
}

TEST(PowDifficulty, a_hash_times_the_difficulty_must_stay_below_two_to_the_256) {
    Hash hash{};
    hash[31] = 0x80;  // 2^255: little-endian
    EXPECT_TRUE(hash_meets_difficulty(hash, 1));
    EXPECT_FALSE(hash_meets_difficulty(hash, 2));
    hash[31] = 0x7f;
    EXPECT_TRUE(hash_meets_difficulty(hash, 2));
    EXPECT_FALSE(hash_meets_difficulty(hash, 3));
    hash.fill(0xff);
    EXPECT_TRUE(hash_meets_difficulty(hash, 1));
    hash.fill(0);
    EXPECT_TRUE(hash_meets_difficulty(hash, ~u64{0}));
    hash[24] = 1;  // 2^192
    EXPECT_TRUE(hash_meets_difficulty(hash, ~u64{0}));
    hash[0] = 0xff;
    hash[24] = 1;
    hash[16] = 0xff;
    EXPECT_TRUE(hash_meets_difficulty(hash, u64{1} << 63));
    hash[24] = 2;
    EXPECT_FALSE(hash_meets_difficulty(hash, u64{1} << 63));
}

}  // namespace
}  // namespace kernel
