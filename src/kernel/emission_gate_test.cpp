// The emission gate and its bar. Cases of subtensor tests/subnet_emissions.rs of runtime 475.
#include "kernel/emission_gate.hpp"

#include <gtest/gtest.h>

namespace kernel {
namespace {

U64F64 part(u64 of, u64 whole) {
    return U64F64::saturating_from_num(of).safe_div(U64F64::saturating_from_num(whole));
}
double real(U64F64 v) { return double(v.bits) / 18446744073709551616.0; }
const U64F64 three = U64F64::saturating_from_num(3u), eight = U64F64::saturating_from_num(8u);

TEST(EmissionBar, is_the_share_at_a_rank_or_the_least_that_asks_for_anything) {
    const std::vector<U64F64> shares{part(1, 10), {}, part(6, 10), part(3, 10)};
    EXPECT_EQ(emission_bar(shares, 1, {}), part(6, 10));
    EXPECT_EQ(emission_bar(shares, 2, {}), part(3, 10));
    EXPECT_EQ(emission_bar(shares, 32, {}), part(1, 10));
    EXPECT_EQ(emission_bar({}, 32, {}), U64F64{});
    EXPECT_EQ(emission_bar(std::vector<U64F64>(3), 1, {}), U64F64{});
}

TEST(EmissionBar, or_the_share_at_which_a_quantile_of_demand_is_reached) {
    const std::vector<U64F64> shares{part(1, 10), part(6, 10), part(3, 10)};
    EXPECT_EQ(emission_bar(shares, 0, part(1, 2)), part(6, 10));
    EXPECT_EQ(emission_bar(shares, 0, part(3, 4)), part(3, 10));
    EXPECT_EQ(emission_bar(shares, 0, part(999, 1000)), part(1, 10));
}

TEST(EmissionGate, passes_half_at_the_bar_and_sums_up_to_one) {
    const std::vector<U64F64> shares{part(2, 3), part(1, 3)};
    const auto gated = gated_shares(shares, part(1, 3), three);
    // 2/3 passes 8/9 of itself, 1/3 half of itself.
    const double above = 2.0 / 3 * 8 / 9, at = 1.0 / 3 / 2;
    EXPECT_NEAR(real(gated[0]), above / (above + at), 1e-6);
    EXPECT_NEAR(real(gated[0]) + real(gated[1]), 1, 1e-9);
}

TEST(EmissionGate, leaves_shares_alone_without_a_bar) {
    const std::vector<U64F64> shares{part(2, 3), {}, part(1, 3)};
    EXPECT_EQ(gated_shares(shares, {}, three), shares);
}

TEST(EmissionGate, strands_nothing_when_no_share_would_pass) {
    const std::vector<U64F64> shares(256, part(1, 256));
    EXPECT_EQ(gated_shares(shares, U64F64::one(), eight), shares);
}

}  // namespace
}  // namespace kernel
