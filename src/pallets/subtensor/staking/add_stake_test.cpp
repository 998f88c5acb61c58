// Staking, takes, burning.
#include "pallets/swap/errors.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {

TEST_F(Staking, tao_staked_buys_alpha_and_no_rao_is_lost) {
    const auto before = swap::sim_swap(env.state, pool, 10_tao);
    ASSERT_TRUE(before);
    env(alice, add_stake{hotkey, pool, 10_tao}, ok,
        emits(StakeAdded{alice, hotkey, 10_tao, before->amount_paid_out, pool,
                         before->fee_paid.rao}));
    EXPECT_EQ(stake(alice, pool), before->amount_paid_out);
    EXPECT_EQ(env.free_rao(alice), 990'000'000'000);
    EXPECT_EQ(before->amount_paid_in.rao + before->fee_paid.rao, 10'000'000'000);
    EXPECT_EQ(storage.SubnetTAO.get(env.state, pool).rao,
              1'000'000'000'000 + before->amount_paid_in.rao);
    // Nobody authored the block, so the fee was burned.
    EXPECT_EQ(surplus_rao(pool), 1'000'000'000);
    EXPECT_EQ(storage.TotalStake.get(env.state), before->amount_paid_in);
}

TEST_F(Staking, the_block_author_gets_the_fee) {
    const AccountId author = env.account("author", 1'000'000'000);
    env.cx.author = author;
    env(alice, add_stake{hotkey, pool, 10_tao});
    EXPECT_EQ(env.free_rao(author), 1'000'000'000 + 10'000'000'000 * 33 / 65535);
    EXPECT_EQ(surplus_rao(pool), 1'000'000'000);
}

TEST_F(Staking, a_stake_that_cannot_be_made_is_refused_with_the_reason) {
    env(Origin::root(), add_stake{hotkey, pool, 10_tao}, fails(DispatchError::Kind::BadOrigin));
    env(alice, add_stake{hotkey, {9}, 10_tao}, fails(Error::SubnetNotExists));
    env(alice, add_stake{hotkey, pool, {1000}}, fails(Error::AmountTooLow));
    env(alice, add_stake{hotkey, pool, 5000_tao}, fails(Error::NotEnoughBalanceToStake));
    env(alice, add_stake{hotkey, pool, 2'000'000_tao}, fails(Error::InsufficientLiquidity));
    env(alice, add_stake{alice, pool, 10_tao}, fails(Error::HotKeyAccountNotExists));
    storage.SubtokenEnabled.set(env.state, pool, false);
    env(alice, add_stake{hotkey, pool, 10_tao}, fails(Error::SubtokenDisabled));
}

TEST_F(Staking, a_price_limit_stops_an_order_or_takes_part_of_it) {
    const TaoBalance limit{252'000'000};  // the price is 0.25
    env(alice, add_stake_limit{hotkey, pool, 100_tao, limit, false}, fails(Error::SlippageTooHigh));
    env(alice, add_stake_limit{hotkey, pool, 100_tao, {250'000'000}, true},
        fails(swap::Error::PriceLimitExceeded));
    env(alice, add_stake_limit{hotkey, pool, 100_tao, limit, true}, ok);
    EXPECT_LT(env.free_rao(alice), 1'000'000'000'000);
    EXPECT_GT(env.free_rao(alice), 990'000'000'000);
    const U64F64 price = swap::current_alpha_price(env.state, pool);
    EXPECT_LE(price, U64F64::saturating_from_num(252).safe_div(U64F64::saturating_from_num(1000)));
    EXPECT_TRUE(hotkey_is_delegate(env.state, hotkey));
}

TEST_F(Staking, a_new_hotkey_is_bound_once) {
    const AccountId fresh = env.account("fresh");
    env(alice, try_associate_hotkey{fresh}, ok);
    EXPECT_TRUE(coldkey_owns_hotkey(env.state, alice, fresh));
    env(bob, try_associate_hotkey{fresh}, ok);
    EXPECT_TRUE(coldkey_owns_hotkey(env.state, alice, fresh));
    env(alice, try_associate_hotkey{*get_subnet_account_id(env.state, pool)},
        fails(Error::CannotUseSystemAccount));
}

TEST_F(Staking, a_take_goes_down_freely_and_up_seldom) {
    storage.Delegates.set(env.state, hotkey, PerU16{5000});
    env(alice, decrease_take{hotkey, {4000}}, fails(Error::NonAssociatedColdKey));
    env(owner, decrease_take{alice, {4000}}, fails(Error::HotKeyAccountNotExists));
    env(owner, decrease_take{hotkey, {5000}}, fails(Error::DelegateTakeTooLow));
    env(owner, decrease_take{hotkey, {4000}}, ok, emits(TakeDecreased{owner, hotkey, {4000}}));
    env(owner, increase_take{hotkey, {4000}}, fails(Error::DelegateTakeTooLow));
    env(owner, increase_take{hotkey, {65535}}, fails(Error::DelegateTakeTooHigh));
    env(owner, increase_take{hotkey, {5000}}, fails(Error::DelegateTxRateLimitExceeded));
}

TEST_F(Staking, staked_alpha_can_be_burned_or_recycled) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    const auto out = storage.SubnetAlphaOut.get(env.state, pool);
    env(alice, burn_alpha{hotkey, 1_alpha, root_netuid},
        fails(Error::CannotBurnOrRecycleOnRootSubnet));
    env(alice, burn_alpha{hotkey, 1_alpha, pool}, ok,
        emits(AlphaBurned{alice, hotkey, 1_alpha, pool}));
    EXPECT_EQ(storage.SubnetAlphaOut.get(env.state, pool), out);
    env(alice, recycle_alpha{hotkey, 1_alpha, pool}, ok,
        emits(AlphaRecycled{alice, hotkey, 1_alpha, pool}));
    EXPECT_EQ(storage.SubnetAlphaOut.get(env.state, pool), saturating_sub(out, 1_alpha));
    env(alice, add_stake_burn{hotkey, pool, 1_tao, std::nullopt}, ok);
}

}  // namespace subtensor
