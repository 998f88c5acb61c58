// The epoch's scalar shortcuts give what the plain operations give.
#include "kernel/math/scalar.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

TEST(Divisor, divides_as_safe_div_at_all_sizes) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 200000; ++i) {
        const I32F32 x{static_cast<i64>(random() >> (random() % 64))};
        const I32F32 d{static_cast<i64>(random() >> (random() % 64))};
        const I32F32 expected = d.bits == 0 ? x : x.safe_div(d);
        ASSERT_EQ(kernel::Divisor(d).divide(x), expected) << x.bits << " / " << d.bits;
    }
    for (const i64 d : {1L, 2L, 3L, 1L << 32, (1L << 32) - 1, (1L << 32) + 1, -1L}) {
        for (const i64 x :
             {0L, 1L, 2L, (1L << 32) - 1, 1L << 32, (1L << 32) + 1, -1L, -(1L << 40)}) {
            const I32F32 divisor{d}, value{x};
            ASSERT_EQ(kernel::Divisor(divisor).divide(value), value.safe_div(divisor))
                << x << "/" << d;
        }
    }
}

TEST(Divisor, zero_leaves_a_number_as_it_is) {
    EXPECT_EQ(kernel::Divisor(I32F32{0}).divide(I32F32::one()), I32F32::one());
    EXPECT_EQ(kernel::Divisor(I32F32{0}).divide(I32F32{5}), I32F32{5});
}

TEST(Scalar, exp_safe_is_the_library_exp_inside_its_limits) {
    std::mt19937_64 random(3);
    const auto expected = [](I32F32 x) {
        const I32F32 limit = I32F32::saturating_from_num(20);
        return primitives::exp(std::clamp(x, limit.saturating_neg(), limit)).value();
    };
    std::vector<I32F32> values{
        {0},           {1},          {-1}, I32F32::one(), I32F32::one().saturating_neg(),
        I32F32::max(), I32F32::min()};
    for (i64 whole = -21; whole <= 21; ++whole) {
        for (const i64 d : {-1, 0, 1}) values.push_back({(whole << 32) + d});
    }
    for (int i = 0; i < 20000; ++i) {
        const i64 bits = static_cast<i64>(random() >> (random() % 64));
        values.push_back({random() % 2 == 0 ? bits : -bits});
    }
    std::vector<I32F32> powers = values;
    kernel::exp_safe(powers);
    for (std::size_t i = 0; i < values.size(); ++i) {
        ASSERT_EQ(powers[i], expected(values[i])) << values[i].bits;
    }
}

TEST(Scalar, stored_proportions_round_down) {
    EXPECT_EQ(kernel::to_u16_proportion(I32F32::one()), 65535);
    EXPECT_EQ(kernel::to_u16_proportion(kernel::u16_proportion(u16{65535})), 65535);
    EXPECT_EQ(kernel::to_u16_proportion({I32F32::one().bits / 2}), 32767);
    EXPECT_EQ(kernel::to_u16_proportion(I32F32::saturating_from_num(-1)), 0);
}

}  // namespace
