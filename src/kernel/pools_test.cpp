// Properties of pools that hold for any numbers: nothing is created by swapping or sharing.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "kernel/pow_ratio.hpp"
#include "kernel/share_pool.hpp"
#include "kernel/swap.hpp"
#include "scale/codec.hpp"
#include "scale/fields_check.hpp"

namespace kernel {
namespace {

/// splitmix64: the same numbers in every run.
class Random {
public:
    explicit Random(u64 seed) : state_(seed) {}
    u64 next() {
        u64 z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    u64 below(u64 limit) { return next() % limit; }
    /// Of any size up to 2^bits, small ones as likely as large ones.
    u64 sized(unsigned bits) { return (next() >> (64 - bits)) >> below(bits); }

private:
    u64 state_;
};

Pool random_pool(Random& random) {
    Pool pool{.tao_rao = 1'000'000 + random.sized(54), .alpha_rao = 1'000'000 + random.sized(54)};
    const u64 weights = Perquintill::accuracy - 2 * Balancer::min_weight;
    if (random.below(3) != 0) {
        pool.balancer.quote = {Balancer::min_weight + random.below(weights)};
    }
    pool.fee_rate = u16(random.below(3) == 0 ? 0 : random.below(2000));
    return pool;
}

constexpr u64 minimum_reserve_rao = 1'000'000;

SwapOrder order_without_limit(Side side, u64 amount_rao) {
    const bool buy = side == Side::buy;
    return {.side = side,
            .amount_rao = amount_rao,
            .limit_price = buy ? U64F64::max() : U64F64::from_bits(0)};
}

void apply(Pool& pool, Side side, const SwapResult& result) {
    const bool buy = side == Side::buy;
    (buy ? pool.tao_rao : pool.alpha_rao) += result.paid_in;
    (buy ? pool.alpha_rao : pool.tao_rao) -= result.paid_out;
}

TEST(Swap, buying_and_selling_again_never_gains) {
    Random random(1);
    int swapped = 0;
    for (int i = 0; i < 2000; ++i) {
        Pool pool = random_pool(random);
        const u64 tao = pool.tao_rao;
        const u64 amount = 1 + random.below(pool.tao_rao / 4);
        const SwapResult bought =
            swap(pool, order_without_limit(Side::buy, amount), minimum_reserve_rao);
        if (bought.error != SwapError::none || bought.paid_out == 0) continue;
        ASSERT_LE(bought.paid_in + bought.fee, amount);
        ASSERT_LT(bought.paid_out, pool.alpha_rao);
        apply(pool, Side::buy, bought);
        const SwapResult sold =
            swap(pool, order_without_limit(Side::sell, bought.paid_out), minimum_reserve_rao);
        if (sold.error != SwapError::none) continue;
        ASSERT_LE(sold.paid_out, bought.paid_in);
        apply(pool, Side::sell, sold);
        ASSERT_GE(pool.tao_rao, tao);
        ++swapped;
    }
    EXPECT_GT(swapped, 1000);
}

TEST(Swap, buying_raises_the_price_and_selling_lowers_it) {
    Random random(2);
    for (int i = 0; i < 1000; ++i) {
        for (const Side side : {Side::buy, Side::sell}) {
            Pool pool = random_pool(random);
            const U64F64 before = current_price(pool);
            const u64 reserve = side == Side::buy ? pool.tao_rao : pool.alpha_rao;
            const SwapResult result =
                swap(pool, order_without_limit(side, random.below(reserve)), minimum_reserve_rao);
            if (result.error != SwapError::none) continue;
            apply(pool, side, result);
            if (side == Side::buy) {
                ASSERT_GE(current_price(pool), before);
            } else {
                ASSERT_LE(current_price(pool), before);
            }
        }
    }
}

TEST(Swap, a_limit_between_spot_and_target_cuts_the_order_there) {
    const Pool pool{.tao_rao = 1'000'000'000'000, .alpha_rao = 2'000'000'000'000, .fee_rate = 33};
    SwapOrder order = order_without_limit(Side::buy, 500'000'000'000);
    order.limit_price = limit_price(600'000'000);  // spot is 0.5
    const SwapResult result = swap(pool, order, minimum_reserve_rao);
    ASSERT_EQ(result.error, SwapError::none);
    EXPECT_LT(result.paid_in + result.fee, order.amount_rao);
    Pool after = pool;
    apply(after, Side::buy, result);
    EXPECT_LE(current_price(after), order.limit_price);
    EXPECT_GT(current_price(after), limit_price(599'999'999));
}

TEST(Swap, a_limit_already_passed_or_a_poor_reserve_is_an_error) {
    Pool pool{.tao_rao = 1'000'000'000, .alpha_rao = 1'000'000'000};
    SwapOrder order = order_without_limit(Side::buy, 1000);
    order.limit_price = U64F64::one();
    EXPECT_EQ(swap(pool, order, minimum_reserve_rao).error, SwapError::price_limit_exceeded);
    order = order_without_limit(Side::buy, 1000 * pool.tao_rao + 1);
    EXPECT_EQ(swap(pool, order, minimum_reserve_rao).error, SwapError::input_too_large);
    pool.alpha_rao = minimum_reserve_rao - 1;
    order = order_without_limit(Side::buy, 1000);
    EXPECT_EQ(swap(pool, order, minimum_reserve_rao).error, SwapError::reserves_too_low);
}

TEST(Balancer, adding_liquidity_moves_the_price_by_rounding_only) {
    Random random(3);
    for (int i = 0; i < 2000; ++i) {
        const Pool pool = random_pool(random);
        const u64 tao = random.sized(50), alpha = random.sized(50);
        const auto moved =
            pool.balancer.with_added_liquidity(pool.tao_rao, pool.alpha_rao, tao, alpha);
        if (!moved) continue;
        const U64F64 before = current_price(pool);
        const U64F64 after = moved->price(pool.alpha_rao + alpha, pool.tao_rao + tao);
        // Weights have 18 digits and are at least 1%, and come from products of reserves rounded to
        // whole numbers; the last of 64 fraction bits of the ratio of weights counts for every unit
        // of the ratio of reserves, and the other way round.
        const u128 digits =
            std::min(u128{1'000'000'000'000'000}, u128{pool.tao_rao} * pool.alpha_rao / 1000);
        const u128 tolerance = before.bits / digits + pool.tao_rao / pool.alpha_rao + 200;
        ASSERT_LE(before.abs_diff(after).bits, tolerance) << i;
        ASSERT_GE(moved->quote_weight(), Balancer::min_weight);
        ASSERT_GE(moved->base_weight(), Balancer::min_weight);
    }
}

TEST(PowRatio, a_small_exponent_gives_the_exact_floor) {
    Random random(4);
    for (int i = 0; i < 300; ++i) {
        const u32 p = 1 + u32(random.below(12)), q = 1 + u32(random.below(12));
        if (std::gcd(p, q) != 1) continue;
        const u64 num = 1 + random.sized(40), den = 1 + random.sized(40), scale = 1'000'000;
        const auto r = pow_ratio_scaled({num, den, p, q}, 256, scale);
        ASSERT_TRUE(r);
        const BigInt limit =
            BigInt::product(BigInt::power(BigInt(num), p), BigInt::power(BigInt(scale), q));
        const auto scaled_power = [&](BigInt value) {
            return BigInt::product(BigInt::power(std::move(value), q),
                                   BigInt::power(BigInt(den), p));
        };
        BigInt above = *r;
        above.add(BigInt(u64{1}));
        ASSERT_LE(scaled_power(*r).compare_magnitude(limit), 0);
        ASSERT_GT(scaled_power(above).compare_magnitude(limit), 0);
    }
}

TEST(PowRatio, the_series_agrees_with_the_exact_root_next_to_it) {
    // 0.7^(1/3) by the root and 0.7^(1/3 +- 10^-18 / 3) by the series.
    const u64 scale = 1'000'000'000;
    const u64 third = 333'333'333'333'333'333;
    const auto exact = pow_ratio_scaled({7, 10, 1, 3}, 256, scale);
    const auto series = pow_ratio_scaled({7, 10, third, 999'999'999'999'999'998}, 256, scale);
    EXPECT_EQ(*exact, *series);
    EXPECT_EQ(exact->to_u64(), 887'904'001u);
}

TEST(BigInt, negative_numbers_are_rounded_down_or_to_the_nearest_as_asked) {
    const auto negative = [](u64 v) {
        BigInt out(v);
        out.negate();
        return out;
    };
    BigInt a = negative(7);
    a.shift_right_floor(1);
    EXPECT_EQ(a, negative(4));
    a = negative(7);
    a.divide_floor(3);
    EXPECT_EQ(a, negative(3));
    a = negative(5);
    a.shift_right_round(1);  // -2.5
    EXPECT_EQ(a, negative(3));
    a = negative(1);
    a.shift_right_round(2);
    EXPECT_TRUE(a.is_zero());
    EXPECT_FALSE(a.is_negative());
    a = negative(1);
    a.shift_right_floor(64);
    EXPECT_EQ(a, negative(1));
}

TEST(BigInt, agrees_with_128_bit_arithmetic) {
    Random random(5);
    for (int i = 0; i < 2000; ++i) {
        const u64 x = random.sized(63), y = 1 + random.sized(62);
        BigInt a(x);
        a.subtract(BigInt(y));
        const bool less = x < y;
        EXPECT_EQ(a.is_negative(), less);
        a.add(BigInt(y));
        EXPECT_EQ(a.to_u64(), x);
        BigInt product = BigInt::product(BigInt(x), BigInt(y));
        EXPECT_EQ(product, BigInt(u128{x} * y));
        product.divide_floor(y);
        EXPECT_EQ(product.to_u64(), x);
    }
}

TEST(SharePool, values_never_sum_to_more_than_the_total) {
    Random random(6);
    for (int run = 0; run < 200; ++run) {
        std::array<SafeFloat, 5> shares;
        SafeFloat denominator;
        u64 total = 0;
        for (int step = 0; step < 100; ++step) {
            SafeFloat& share = shares[random.below(shares.size())];
            if (random.below(4) == 0 && total != 0) {
                total = update_value_for_all(total, i64(random.sized(40)));
                continue;
            }
            const u64 value = share_value(total, share, denominator);
            const bool take = value != 0 && random.below(2) == 0;
            const i64 amount = take ? -i64(1 + random.below(value)) : i64(1 + random.sized(50));
            const auto update = update_value_for_one(total, denominator, share, amount);
            total = update.shared_value;
            denominator = update.denominator;
            share = update.share;
            u64 sum = 0;
            for (const SafeFloat& s : shares) sum += share_value(total, s, denominator);
            ASSERT_LE(sum, total) << "run " << run << " step " << step;
        }
    }
}

TEST(SharePool, one_keys_update_leaves_the_others_within_a_rao) {
    Random random(7);
    const SafeFloat one = SafeFloat::from_u64(1'000'000'000);
    for (int i = 0; i < 1000; ++i) {
        const SafeFloat mine = SafeFloat::from_u64(1 + random.sized(50));
        const SafeFloat denominator = *one.add(mine);
        const u64 total = 1'000'000 + random.sized(54);
        const u64 before = share_value(total, one, denominator);
        const auto update = update_value_for_one(total, denominator, mine, i64(random.sized(50)));
        const u64 after = share_value(update.shared_value, one, update.denominator);
        ASSERT_LE(before > after ? before - after : after - before, 1u);
    }
}

TEST(SafeFloat, results_are_normalised_and_undone_by_the_inverse) {
    Random random(8);
    for (int i = 0; i < 3000; ++i) {
        const SafeFloat a = SafeFloat::from_u64(1 + random.sized(64));
        const SafeFloat b = SafeFloat::from_fixed({u128{random.next()} << random.below(65)});
        for (const auto& r : {a.add(b), a.div(b), a.mul_div(b, a)}) {
            ASSERT_TRUE(r);
            ASSERT_LE(r->mantissa, SafeFloat::max_mantissa);
            ASSERT_GT(r->mantissa, SafeFloat::max_mantissa / 10);
        }
        EXPECT_EQ(a.mul_div(b, b), a);
        EXPECT_TRUE(a.add(b)->gt(a) || *a.add(b) == a);
    }
}

static_assert(scale::lists_all_members<SafeFloat>());
static_assert(scale::lists_all_members<Balancer>());

TEST(SafeFloat, is_stored_as_mantissa_and_exponent) {
    const SafeFloat half = *SafeFloat::make(5, -1);  // 500000000000000000000 * 10^-21
    const Bytes stored = scale::encoded(half);
    EXPECT_EQ(stored.size(), 24u);
    EXPECT_EQ(scale::decoded<SafeFloat>(stored), half);
    EXPECT_EQ(half, (SafeFloat{SafeFloat::max_mantissa / 2, -21}));
}

TEST(SafeFloat, impossible_results_are_none) {
    const SafeFloat one = SafeFloat::from_u64(1), zero;
    EXPECT_FALSE(one.div(zero));
    EXPECT_FALSE(one.mul_div(one, zero));
    EXPECT_FALSE(zero.sub(one));
    EXPECT_EQ(one.sub(SafeFloat::from_u64(2)), zero);
    EXPECT_FALSE(SafeFloat::make(SafeFloat::max_mantissa + 1, 0));
    EXPECT_FALSE(SafeFloat::make(1, primitives::min_int<i64>));
    EXPECT_EQ(SafeFloat::make(2, 40)->to_u64(), ~u64{0});
    EXPECT_EQ(SafeFloat::make(2, -1)->to_u64(), 0u);
}

}  // namespace
}  // namespace kernel
