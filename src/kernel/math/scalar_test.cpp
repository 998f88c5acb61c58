// The epoch's scalar shortcuts give what the plain operations give.
#include "kernel/math/scalar.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

TEST(Divisor, divides_as_safe_div_at_all_sizes) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 200000; ++i) {
        const I32F32 x{static_cast<i64>(random() >> (random() % 64))};
        const I32F32 d{static_cast<i64>(random() >> (random() % 64))};
        ASSERT_EQ(kernel::Divisor(d).divide(x), x.safe_div(d)) << x.bits << " / " << d.bits;
    }
    for (const i64 d : {0L, 1L, 2L, 3L, 1L << 32, (1L << 32) - 1, (1L << 32) + 1, -1L}) {
        for (const i64 x :
             {0L, 1L, 2L, (1L << 32) - 1, 1L << 32, (1L << 32) + 1, -1L, -(1L << 40)}) {
            const I32F32 divisor{d}, value{x};
            ASSERT_EQ(kernel::Divisor(divisor).divide(value), value.safe_div(divisor))
                << x << "/" << d;
        }
    }
}

TEST(Scalar, stored_proportions_round_down) {
    EXPECT_EQ(kernel::to_u16_proportion(I32F32::one()), 65535);
    EXPECT_EQ(kernel::to_u16_proportion(kernel::u16_proportion(u16{65535})), 65535);
    EXPECT_EQ(kernel::to_u16_proportion({I32F32::one().bits / 2}), 32767);
    EXPECT_EQ(kernel::to_u16_proportion(I32F32::saturating_from_num(-1)), 0);
}

}  // namespace
