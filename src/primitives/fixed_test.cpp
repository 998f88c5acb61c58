// Fixed-point rules by small examples; the vectors check the rest (testing/golden).
#include <gtest/gtest.h>

#include "primitives/fixed_math.hpp"

namespace {

constexpr I32F32 half = I32F32::from_bits(1LL << 31);
constexpr I32F32 tiny = I32F32::from_bits(1);

TEST(Fixed, a_product_rounds_towards_minus_infinity) {
    EXPECT_EQ(tiny.saturating_mul(half).bits, 0);
    EXPECT_EQ(tiny.saturating_neg().saturating_mul(half).bits, -1);
    EXPECT_EQ(I64F64::from_bits(-1).saturating_mul(I64F64::from_bits(1)).bits, -1);
}

TEST(Fixed, a_quotient_rounds_towards_zero) {
    const I32F32 three = I32F32::saturating_from_num(3);
    EXPECT_EQ(I32F32::one().saturating_div(three).bits, 1431655765);
    EXPECT_EQ(I32F32::one().saturating_neg().saturating_div(three).bits, -1431655765);
}

TEST(Fixed, safe_div_gives_zero_instead_of_saturating) {
    EXPECT_EQ(I32F32::max().safe_div(tiny), I32F32{0});
    EXPECT_EQ(I32F32::one().safe_div(I32F32{0}), I32F32{0});
    EXPECT_EQ(I32F32::max().saturating_div(tiny), I32F32::max());
    EXPECT_EQ(I32F32::min().saturating_div(tiny), I32F32::min());
}

TEST(Fixed, conversions_round_down_and_saturate) {
    EXPECT_EQ(half.saturating_neg().saturating_to_num<i64>(), -1);
    EXPECT_EQ(half.saturating_neg().saturating_to_num<u64>(), 0u);
    EXPECT_EQ(I96F32::saturating_from_num(u64{70000}).saturating_to_num<u16>(), 65535);
    EXPECT_EQ(I32F32::saturating_from_num(U64F64::max()), I32F32::max());
    EXPECT_EQ(U64F64::saturating_from_num(-5), U64F64{0});
    EXPECT_EQ(I64F64::saturating_from_num(primitives::max_int<u128>), I64F64::max());
}

TEST(Fixed, rounding_is_half_away_from_zero_and_knows_when_it_does_not_fit) {
    EXPECT_EQ(half.checked_round(), I32F32::one());
    EXPECT_EQ(half.saturating_neg().checked_round(), I32F32::saturating_from_num(-1));
    EXPECT_EQ(I32F32::max().checked_round(), std::nullopt);
    EXPECT_EQ(U64F64::max().checked_round(), std::nullopt);
}

TEST(Fixed, wide_division_agrees_with_multiplication) {
    u128 x = 0x9E3779B97F4A7C15;
    for (int i = 0; i < 20000; ++i) {
        x = x * ((u128{0xDA942042E4DD58B5} << 64) | 0xDA942042E4DD58B5) + 1;
        const u128 divisor = (x >> (i % 120)) | 1;
        const u128 quotient = x * 0x2545F4914F6CDD1D + 7;
        primitives::Wide product = primitives::wide_mul(divisor, quotient);
        const u128 rest = divisor - 1;
        product.lo += rest;
        if (product.lo < rest) ++product.hi;
        const primitives::Wide back = primitives::wide_div(product, divisor);
        ASSERT_TRUE(back.hi == 0 && back.lo == quotient) << i;
    }
}

TEST(FixedMath, knows_its_exact_points) {
    EXPECT_EQ(primitives::exp(I32F32{0}), I32F32::one());
    EXPECT_EQ(primitives::log2(I32F32::saturating_from_num(8)), I32F32::saturating_from_num(3));
    EXPECT_EQ(primitives::sqrt(I64F64::saturating_from_num(9)), I64F64::saturating_from_num(3));
    EXPECT_EQ(primitives::ln(I32F32{0}), std::nullopt);
    EXPECT_EQ(primitives::safe_pow(U64F64::saturating_from_num(3), 4),
              U64F64::saturating_from_num(81));
}

TEST(Ieee, round_trips_what_both_sides_can_hold) {
    constexpr u64 quarter = 0x3FD0000000000000, minus_three = 0xC008000000000000;
    EXPECT_EQ(primitives::saturating_from_ieee<I32F32>(quarter).bits, 1LL << 30);
    EXPECT_EQ(primitives::saturating_from_ieee<I32F32>(minus_three).bits, -3 * (1LL << 32));
    EXPECT_EQ(primitives::to_ieee(I64F64::saturating_from_num(-3)), minus_three);
    EXPECT_EQ(primitives::saturating_from_ieee<U64F64>(0x7FF0000000000000), U64F64::max());
}

}  // namespace
