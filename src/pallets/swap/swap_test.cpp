// Swaps against stored pools, and the calls of the pallet.
#include "pallets/swap/swap.hpp"

#include "pallets/swap/calls.hpp"
#include "pallets/swap/errors.hpp"
#include "pallets/swap/storage.hpp"
#include "testing/env/staking_world.hpp"

namespace swap {

class Swap : public subtensor::Staking {};

TEST_F(Swap, root_sets_a_fee_up_to_the_limit) {
    env(alice, set_fee_rate{pool, 100}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), set_fee_rate{{9}, 100}, fails(Error::MechanismDoesNotExist));
    env(Origin::root(), set_fee_rate{pool, 10'001}, fails(Error::FeeRateTooHigh));
    env(Origin::root(), set_fee_rate{pool, 10'000}, ok, emits(FeeRateSet{pool, 10'000}));
    EXPECT_EQ(approx_fee_amount(env.state, pool, 65'535), 9'999u);  // rounded down
}

TEST_F(Swap, positions_of_users_are_gone) {
    env(alice, add_liquidity{}, fails(Error::Deprecated));
    env(alice, remove_liquidity{}, fails(Error::Deprecated));
    env(alice, modify_position{}, fails(Error::Deprecated));
    env(alice, toggle_user_liquidity{}, fails(Error::Deprecated));
    env(alice, disable_lp{}, fails(Error::Deprecated));
}

TEST_F(Swap, a_simulation_writes_nothing_and_the_first_swap_sets_the_weights) {
    const auto before = env.state.changes();
    ASSERT_TRUE(sim_swap(env.state, pool, 5_tao));
    EXPECT_EQ(env.state.changes(), before);
    ASSERT_TRUE(do_swap(env.state, pool, 5_tao, max_price(), false));
    EXPECT_TRUE(storage.PalSwapInitialized.get(env.state, pool));
}

TEST_F(Swap, a_subnet_without_a_pool_swaps_one_for_one) {
    const auto r = sim_swap(env.state, root_netuid, 5_tao);
    ASSERT_TRUE(r);
    EXPECT_EQ(r->amount_paid_out, 5_alpha);
    EXPECT_EQ(r->fee_paid, TaoBalance{});
    EXPECT_EQ(current_alpha_price(env.state, root_netuid), U64F64::one());
}

TEST_F(Swap, added_liquidity_keeps_the_price) {
    const auto price = current_alpha_price(env.state, pool);
    const auto [tao, alpha] = adjust_protocol_liquidity(env.state, pool, 7_tao, 3_alpha);
    EXPECT_EQ(tao, 7_tao);
    subtensor::increase_provided_tao_reserve(env.state, pool, tao);
    subtensor::increase_provided_alpha_reserve(env.state, pool, alpha);
    EXPECT_LT(current_alpha_price(env.state, pool).abs_diff(price).bits, u128{1} << 20);
}

TEST_F(Swap, a_dissolved_subnet_leaves_no_pool) {
    ASSERT_TRUE(do_swap(env.state, pool, 5_tao, max_price(), false));
    clear_protocol_liquidity(env.state, pool);
    EXPECT_FALSE(storage.SwapBalancer.has(env.state, pool));
    EXPECT_FALSE(storage.PalSwapInitialized.has(env.state, pool));
    EXPECT_EQ(subtensor::storage.SubnetTAO.get(env.state, pool), TaoBalance{});
    EXPECT_EQ(current_alpha_price(env.state, pool), U64F64{});
}

}  // namespace swap
