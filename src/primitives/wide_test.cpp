// Wide division against the schoolbook, on numbers chosen to upset it.
#include "primitives/wide.hpp"

#include <gtest/gtest.h>

namespace primitives {
namespace {

/// Quotient bit by bit.
Wide long_division(Wide a, u128 divisor) {
    u128 rest = 0;
    Wide quotient;
    for (unsigned bit = 256; bit-- > 0;) {
        const bool carry = (rest >> 127) != 0;
        rest = rest << 1 | ((bit >= 128 ? a.hi >> (bit - 128) : a.lo >> bit) & 1);
        quotient.hi = quotient.hi << 1 | quotient.lo >> 127;
        quotient.lo <<= 1;
        if (carry || rest >= divisor) {
            rest -= divisor;
            quotient.lo |= 1;
        }
    }
    return quotient;
}

/// Numbers of limbs that make division estimates fail: extremes and their neighbours.
std::vector<u128> awkward_numbers() {
    const u64 limbs[] = {0, 1, 2, u64{1} << 63, (u64{1} << 63) + 1, ~u64{0} - 1, ~u64{0}};
    std::vector<u128> out;
    for (const u64 high : limbs) {
        for (const u64 low : limbs) out.push_back(u128{high} << 64 | low);
    }
    return out;
}

TEST(Wide, quotients_are_those_of_long_division) {
    for (const u128 divisor : awkward_numbers()) {
        if (divisor == 0) continue;
        for (const u128 hi : awkward_numbers()) {
            for (const u128 lo : awkward_numbers()) {
                const Wide got = wide_div({hi, lo}, divisor);
                const Wide expected = long_division({hi, lo}, divisor);
                ASSERT_TRUE(got.hi == expected.hi && got.lo == expected.lo);
            }
        }
    }
}

TEST(Wide, a_product_divided_by_one_factor_is_the_other) {
    for (const u128 a : awkward_numbers()) {
        for (const u128 b : awkward_numbers()) {
            if (b == 0) continue;
            const Wide back = wide_div(wide_mul(a, b), b);
            ASSERT_TRUE(back.hi == 0 && back.lo == a);
        }
    }
}

static_assert(wide_div({1, 0}, 3).lo == ~u128{0} / 3, "division works in constant expressions");

}  // namespace
}  // namespace primitives
