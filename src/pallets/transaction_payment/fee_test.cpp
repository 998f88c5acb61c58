// The parts of a fee and how they round.
#include "pallets/transaction_payment/transaction_payment.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace transaction_payment {
namespace {

static_assert(scale::lists_all_members<FixedU128>());
static_assert(scale::lists_all_members<TransactionFeePaid>());
static_assert(scale::lists_all_members<InclusionFee>());
static_assert(scale::lists_all_members<FeeDetails>());
static_assert(scale::lists_all_members<RuntimeDispatchInfo>());

TEST(Fee, weight_costs_half_a_rao_a_nanosecond_rounded_with_halves_down) {
    EXPECT_EQ(weight_to_fee({0, 0}).rao, 0u);
    EXPECT_EQ(weight_to_fee({1'000, 0}).rao, 0u);
    EXPECT_EQ(weight_to_fee({1'001, 0}).rao, 1u);
    EXPECT_EQ(weight_to_fee({3'000, 0}).rao, 1u);
    EXPECT_EQ(weight_to_fee({164'051'000, 3'593}).rao, 82'025u);
}

TEST(Fee, weight_is_capped_at_a_whole_block) {
    EXPECT_EQ(weight_to_fee({~u64{0}, 0}), weight_to_fee({4'000'000'000'000, 0}));
}

TEST(Fee, is_base_and_length_and_weight_and_tip) {
    Env env;
    auto details =
        fee_details(env.state, 150, {2'000'000, 0}, DispatchClass::Normal, Pays::Yes, {7});
    ASSERT_TRUE(details.inclusion_fee);
    EXPECT_EQ(details.inclusion_fee->base_fee.rao, 54'078u);
    EXPECT_EQ(details.inclusion_fee->len_fee.rao, 150u);
    EXPECT_EQ(details.inclusion_fee->adjusted_weight_fee.rao, 1'000u);
    EXPECT_EQ(fee(env.state, 150, {2'000'000, 0}, DispatchClass::Normal, Pays::Yes, {7}).rao,
              54'078u + 150 + 1'000 + 7);
}

TEST(Fee, of_a_free_call_is_its_tip) {
    Env env;
    EXPECT_EQ(fee(env.state, 150, {2'000'000, 0}, DispatchClass::Normal, Pays::No, {7}).rao, 7u);
    EXPECT_FALSE(
        fee_details(env.state, 1, {1, 0}, DispatchClass::Normal, Pays::No, {}).inclusion_fee);
}

}  // namespace
}  // namespace transaction_payment
