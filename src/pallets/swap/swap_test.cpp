// Swaps against stored pools, and the calls of the pallet.
#include "pallets/swap/swap.hpp"

#include "pallets/swap/calls.hpp"
#include "pallets/swap/errors.hpp"
#include "pallets/swap/storage.hpp"
#include "pallets/system/spec_version.hpp"
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

// Rules of reservoirs: subtensor pallets/swap/src/pallet/impls.rs of runtime 475.
TEST_F(Swap, what_a_pool_cannot_take_waits_for_a_later_block) {
    constexpr AlphaBalance flood{1'000'000'000'000'000'000};
    const auto [tao, alpha] = adjust_protocol_liquidity(env.state, pool, 7_tao, flood);
    EXPECT_EQ(tao, 7_tao) << "one side alone fits";
    EXPECT_EQ(alpha, AlphaBalance{});
    EXPECT_EQ(storage.BalancerAlphaReservoir.get(env.state, pool), flood);
    EXPECT_FALSE(storage.BalancerTaoReservoir.has(env.state, pool));
    // The pool has grown meanwhile.
    subtensor::storage.SubnetTAO.set(env.state, pool, {flood.rao});
    subtensor::storage.SubnetAlphaIn.set(env.state, pool, flood);
    const auto [more_tao, more_alpha] = adjust_protocol_liquidity(env.state, pool, 2_tao, 3_alpha);
    EXPECT_EQ(more_tao, 2_tao);
    EXPECT_EQ(more_alpha, saturating_add(flood, 3_alpha));
    EXPECT_FALSE(storage.BalancerAlphaReservoir.has(env.state, pool));
}

TEST_F(Swap, before_475_what_a_pool_could_not_take_was_not_given) {
    frame_system::set_spec_version(env.state, 425);
    const auto [tao, alpha] =
        adjust_protocol_liquidity(env.state, pool, 7_tao, {1'000'000'000'000'000'000});
    EXPECT_EQ(tao, TaoBalance{});
    EXPECT_EQ(alpha, AlphaBalance{});
    EXPECT_FALSE(storage.BalancerAlphaReservoir.has(env.state, pool));
}

TEST_F(Swap, newer_rules_turn_old_prices_into_weights_once) {
    const auto upgrade = [&] { find_pallet(28)->hooks.on_runtime_upgrade(env.state); };
    storage.AlphaSqrtPrice.set(env.state, pool, U64F64::saturating_from_num(2u));
    storage.ScrapReservoirAlpha.set(env.state, pool, 1_alpha);
    upgrade();
    EXPECT_TRUE(storage.PalSwapInitialized.get(env.state, pool));
    const auto price = current_alpha_price(env.state, pool);
    EXPECT_LT(price.abs_diff(U64F64::saturating_from_num(4u)).bits, u128{1} << 40);
    EXPECT_FALSE(storage.AlphaSqrtPrice.has(env.state, pool));
    EXPECT_FALSE(storage.ScrapReservoirAlpha.has(env.state, pool));
    storage.ScrapReservoirAlpha.set(env.state, pool, 1_alpha);
    upgrade();
    EXPECT_TRUE(storage.ScrapReservoirAlpha.has(env.state, pool));
}

TEST_F(Swap, a_dissolved_subnet_leaves_no_pool) {
    storage.BalancerTaoReservoir.set(env.state, pool, 1_tao);
    storage.BalancerAlphaReservoir.set(env.state, pool, 1_alpha);
    ASSERT_TRUE(do_swap(env.state, pool, 5_tao, max_price(), false));
    WeightMeter little(db_weight(6, 7)), enough(db_weight(6, 8));
    EXPECT_FALSE(clear_protocol_liquidity(env.state, pool, little));
    EXPECT_TRUE(storage.SwapBalancer.has(env.state, pool));
    EXPECT_TRUE(clear_protocol_liquidity(env.state, pool, enough));
    EXPECT_FALSE(storage.SwapBalancer.has(env.state, pool));
    EXPECT_FALSE(storage.BalancerTaoReservoir.has(env.state, pool));
    EXPECT_FALSE(storage.BalancerAlphaReservoir.has(env.state, pool));
    EXPECT_FALSE(storage.PalSwapInitialized.has(env.state, pool));
    EXPECT_EQ(subtensor::storage.SubnetTAO.get(env.state, pool), TaoBalance{});
    EXPECT_EQ(current_alpha_price(env.state, pool), U64F64{});
}

}  // namespace swap
