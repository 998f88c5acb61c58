// Share pools by the rules of 475 (subtensor primitives/share-pool): shares never add up to more
// than there is. The rules of 425 are checked by the vectors.
#include "kernel/share_pool.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace kernel {
namespace {

SafeFloat num(u64 v) { return SafeFloat::from_u64(v); }

/// A pool as storage keeps it.
struct Pool {
    u64 value = 0;
    SafeFloat denominator{};
    std::vector<SafeFloat> shares;

    u64 worth(std::size_t i) const {
        return std::min(value, share_value(value, shares[i], denominator));
    }
    void update(std::size_t i, i64 rao) {
        const auto next = update_pool_for_one(value, denominator, shares[i], rao);
        if (next.closes_first) close();
        if (next.moves) {
            denominator = next.denominator;
            shares[i] = next.share;
        }
        value = next.shared_value;
        if (denominator.is_zero()) close();
    }
    void close() {
        denominator = {};
        shares.assign(shares.size(), {});
    }
};

TEST(SharePool, whoever_takes_out_all_leaves_nothing_behind) {
    Pool pool{0, {}, {{}, {}}};
    pool.update(0, 1'000);
    pool.update(1, 7);
    pool.value = update_value_for_all(pool.value, 13);  // a dividend, which does not divide evenly
    const u64 mine = pool.worth(1);
    pool.update(1, -static_cast<i64>(mine));
    EXPECT_TRUE(pool.shares[1].is_zero());
    EXPECT_EQ(pool.denominator, pool.shares[0]);
}

TEST(SharePool, an_emptied_pool_is_closed) {
    Pool pool{0, {}, {{}, num(5)}};  // a share that nobody counted
    pool.update(0, 1'000);
    EXPECT_EQ(pool.denominator, num(1'000));
    pool.update(0, -1'000);
    EXPECT_TRUE(pool.denominator.is_zero());
    EXPECT_EQ(pool.value, 0u);
}

TEST(SharePool, shares_without_value_are_given_up_before_a_deposit) {
    const auto next = update_pool_for_one(0, num(50), num(50), 8);
    EXPECT_TRUE(next.closes_first);
    EXPECT_EQ(next.denominator, num(8));
    EXPECT_EQ(next.share, num(8));
    EXPECT_EQ(next.shared_value, 8u);
}

TEST(SharePool, nothing_can_be_taken_out_of_an_empty_pool) {
    const auto next = update_pool_for_one(0, {}, {}, -8);
    EXPECT_FALSE(next.moves);
    EXPECT_EQ(next.shared_value, 0u);
}

TEST(SharePool, a_share_moves_by_what_the_denominator_moved) {
    // 3 of 10^21 shares do not fit into the digits of the denominator.
    const auto whole = *SafeFloat::make(SafeFloat::max_mantissa, 1);
    const auto next = update_pool_for_one(1'000'000'000'000'000'000, whole, num(2), 1);
    const auto gained = next.denominator.sub_exact_floor(whole);
    ASSERT_TRUE(gained);
    EXPECT_EQ(next.share, *num(2).add(*gained));
}

TEST(SharePool, what_members_hold_is_never_more_than_there_is) {
    Pool pool{0, {}, std::vector<SafeFloat>(6)};
    u64 state = 1;
    const auto random = [&](u64 n) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 20) % n;
    };
    for (int step = 0; step < 20'000; ++step) {
        const std::size_t who = random(pool.shares.size());
        const u64 held = pool.worth(who);
        switch (random(5)) {
            case 0:
            case 1: pool.update(who, i64(1 + random(u64{1} << random(44)))); break;
            case 2:
                if (held > 0) pool.update(who, -i64(1 + random(held)));
                break;
            case 3:
                if (held > 0) pool.update(who, -i64(held));
                EXPECT_EQ(pool.worth(who), 0u);
                break;
            default:
                if (!pool.denominator.is_zero())
                    pool.value = update_value_for_all(pool.value, i64(random(1'000'000)));
        }
        u128 sum = 0;
        SafeFloat shares;
        for (std::size_t i = 0; i < pool.shares.size(); ++i) {
            sum += pool.worth(i);
            shares = *shares.add(pool.shares[i]);
        }
        ASSERT_LE(sum, pool.value) << "step " << step;
        ASSERT_FALSE(!shares.is_zero() && shares.gt(pool.denominator)) << "step " << step;
    }
}

TEST(SafeFloat, an_exact_difference_drops_no_digit_before_it_subtracts) {
    const auto a = *SafeFloat::make(SafeFloat::max_mantissa, 0);              // 10^21
    const auto b = *SafeFloat::make(SafeFloat::max_mantissa - 1, -1);         // a tenth of it, less
    const auto exact = *a.sub_exact_floor(b);                                 // 9 * 10^20 + 0.1
    EXPECT_EQ(exact, *SafeFloat::make(SafeFloat::max_mantissa / 10 * 9, 0));  // and cut off
    EXPECT_EQ(num(5).sub_exact_floor(num(5)), SafeFloat{});
    EXPECT_EQ(num(5).sub_exact_floor({}), num(5));
    EXPECT_EQ(num(5).sub_exact_floor(num(6)), std::nullopt);
    EXPECT_EQ(SafeFloat{}.sub_exact_floor(num(6)), std::nullopt);
    EXPECT_EQ(num(5).sub_exact_floor(*SafeFloat::make(1, -90)), std::nullopt);  // 256 bits end
}

}  // namespace
}  // namespace kernel
