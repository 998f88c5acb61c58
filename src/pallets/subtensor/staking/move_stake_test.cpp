// Stake that moves; shares; children.
#include "pallets/subtensor/staking/set_children.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {

TEST_F(Staking, a_move_between_hotkeys_of_a_subnet_costs_nothing) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    const auto all = stake(alice, pool);
    env(alice, move_stake{hotkey, hotkey, pool, pool, all}, fails(Error::SameNetuid));
    env(alice, move_stake{hotkey, other_hotkey, pool, pool, all}, ok);
    EXPECT_EQ(get_stake_for_hotkey_and_coldkey_on_subnet(env.state, other_hotkey, alice, pool),
              all);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
}

TEST_F(Staking, a_move_between_subnets_goes_through_both_pools) {
    add_subnet({2}, 1, 500_tao, 500_alpha);
    env(alice, add_stake{hotkey, pool, 10_tao});
    env(alice, swap_stake{hotkey, pool, {2}, stake(alice, pool)}, ok);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
    EXPECT_GT(stake(alice, {2}), 9_alpha);
    EXPECT_EQ(surplus_rao(pool), 1'000'000'000);
    EXPECT_EQ(surplus_rao({2}), 1'000'000'000);
    env(alice, swap_stake_limit{hotkey, {2}, pool, 5_alpha, 5_tao, false},
        fails(Error::SlippageTooHigh));
    env(alice, swap_stake_limit{hotkey, {2}, pool, 5_alpha, 3_tao, true}, ok);
}

// Runtime 475: staking/move_stake.rs, stake_utils.rs.

TEST_F(Staking, a_move_to_another_hotkey_and_subnet_may_have_a_limit) {
    add_subnet({2}, 1, 500_tao, 500_alpha);
    env(alice, add_stake{hotkey, pool, 10_tao});
    const auto all = stake(alice, pool);
    env(alice, move_stake_limit{hotkey, other_hotkey, pool, {2}, all, 5_tao, false},
        fails(Error::SlippageTooHigh));
    const AlphaBalance everything{~u64{0}};
    env(alice, move_stake_limit{hotkey, other_hotkey, pool, {2}, everything, {200'000'000}, false});
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
    EXPECT_GT(get_stake_for_hotkey_and_coldkey_on_subnet(env.state, other_hotkey, alice, {2}),
              AlphaBalance{});
}

TEST_F(Staking, a_transfer_may_land_on_another_hotkey) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    const auto tao = swap::current_alpha_price(env.state, pool)
                         .saturating_mul(U64F64::saturating_from_num((1_alpha).rao))
                         .saturating_to_num<u64>();
    env(alice, transfer_stake_and_hotkey{bob, hotkey, other_hotkey, pool, pool, 1_alpha},
        emits(StakeAndHotkeyTransferred{alice, bob, hotkey, other_hotkey, pool, pool, {tao}}));
    EXPECT_EQ(get_stake_for_hotkey_and_coldkey_on_subnet(env.state, other_hotkey, bob, pool),
              1_alpha);
    EXPECT_TRUE(hotkey_is_delegate(env.state, other_hotkey));
    storage.TransferToggle.set(env.state, pool, false);
    env(alice, transfer_stake_and_hotkey{bob, hotkey, other_hotkey, pool, pool, 1_alpha},
        fails(Error::TransferDisallowed));
}

TEST_F(Staking, a_transfer_has_a_smaller_minimum_than_stake) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    const AlphaBalance little{1'000'000};  // under 2,000,000 rao of TAO, above 100,000
    env(alice, transfer_stake{bob, hotkey, pool, pool, little});
    EXPECT_EQ(stake(bob, pool), little);
    env(alice, transfer_stake{bob, hotkey, pool, pool, {1'000}}, fails(Error::AmountTooLow));
}

TEST_F(Staking, root_stake_may_have_to_lie_before_it_leaves) {
    storage.RootStakeUnlockInterval.set(env.state, 100);
    env(alice, add_stake{hotkey, root_netuid, 10_tao});
    EXPECT_TRUE(storage.LastColdkeyHotkeyStakeBlock.has(env.state, alice, hotkey));
    env(alice, remove_stake{hotkey, root_netuid, 1_alpha}, fails(Error::RootStakeLocked));
    env(alice, move_stake{hotkey, hotkey, root_netuid, pool, 1_alpha},
        fails(Error::RootStakeLocked));
    env.cx.block += 100;
    env(alice, remove_stake{hotkey, root_netuid, 1_alpha});
    env(alice, remove_stake{hotkey, root_netuid, 1_alpha}, fails(Error::RootStakeLocked));
    env(bob, add_stake{hotkey, pool, 10_tao});  // only root stake has an age
    EXPECT_FALSE(storage.LastColdkeyHotkeyStakeBlock.has(env.state, bob, hotkey));
}

TEST_F(Staking, tao_that_a_limit_leaves_over_goes_back) {
    const auto total = storage.TotalStake.get(env.state);
    const auto free = env.free_rao(alice);
    // Half above the price of 0.25 TAO; far more than fits under it.
    (void)stake_into_subnet(env.cx, hotkey, alice, pool, 900_tao, {375'000'000}, false);
    EXPECT_GT(env.free_rao(alice), free - (900_tao).rao);
    const u64 fee = 33;  // parts of 65535 of what was paid do not reach the pool
    const u64 paid = free - env.free_rao(alice), staked = storage.TotalStake.get(env.state).rao;
    EXPECT_EQ(staked - total.rao, paid - paid * fee / 65535);
    EXPECT_EQ(surplus_rao(pool), 1'000'000'000);
}

TEST_F(Staking, a_transfer_needs_the_subnets_consent) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    storage.TransferToggle.set(env.state, pool, false);
    env(alice, transfer_stake{bob, hotkey, pool, pool, 1_alpha}, fails(Error::TransferDisallowed));
    storage.TransferToggle.set(env.state, pool, true);
    env(alice, transfer_stake{bob, hotkey, pool, pool, 1_alpha}, ok);
    EXPECT_EQ(stake(bob, pool), 1_alpha);
}

TEST_F(Staking, shares_of_the_first_map_are_read_and_move_on_the_first_write) {
    storage.Alpha.set(env.state, hotkey, alice, pool, U64F64::saturating_from_num(3));
    storage.Alpha.set(env.state, hotkey, bob, pool, U64F64::saturating_from_num(1));
    storage.TotalHotkeyShares.set(env.state, hotkey, pool, U64F64::saturating_from_num(4));
    storage.TotalHotkeyAlpha.set(env.state, hotkey, pool, 40_alpha);
    EXPECT_EQ(stake(alice, pool), 30_alpha);
    increase_stake_for_hotkey_and_coldkey_on_subnet(env.state, hotkey, alice, pool, 10_alpha);
    EXPECT_EQ(stake(alice, pool), 40_alpha);
    EXPECT_EQ(stake(bob, pool), 10_alpha);
    EXPECT_FALSE(storage.Alpha.has(env.state, hotkey, alice, pool));
    EXPECT_TRUE(storage.Alpha.has(env.state, hotkey, bob, pool));
    EXPECT_FALSE(storage.TotalHotkeyShares.has(env.state, hotkey, pool));
    EXPECT_EQ(alpha_iter_single_prefix(env.state, hotkey).size(), 2u);
}

TEST_F(Staking, a_child_votes_with_its_parents_stake) {
    env(owner, add_stake{hotkey, pool, 100_tao});
    env(alice, set_children{hotkey, pool, {{~u64{0} / 2, other_hotkey}}},
        fails(Error::NonAssociatedColdKey));
    env(owner, set_children{hotkey, pool, {{1, hotkey}}}, fails(Error::InvalidChild));
    env(owner, set_children{hotkey, pool, {{~u64{0} / 2, other_hotkey}}}, ok);
    EXPECT_TRUE(get_children(env.state, hotkey, pool).empty());
    env.cx.block += u32(storage.PendingChildKeyCooldown.get(env.state)) + 1;
    do_set_pending_children(env.cx, pool);
    const auto own = get_inherited_for_hotkey_on_subnet(env.state, hotkey, pool).alpha.rao;
    const auto lent = get_inherited_for_hotkey_on_subnet(env.state, other_hotkey, pool).alpha.rao;
    const auto all = get_stake_for_hotkey_on_subnet(env.state, hotkey, pool).rao;
    EXPECT_LE(own - all / 2, 200u);
    EXPECT_LE(all - (own + lent), 200u);
    EXPECT_EQ(get_parents(env.state, other_hotkey, pool).front().second, hotkey);
}

TEST_F(Staking, the_walk_over_shares_finds_every_root_staker_in_batches) {
    for (u8 i = 0; i < 70; ++i) {
        AccountId coldkey;
        coldkey.bytes[5] = i;
        increase_stake_for_hotkey_and_coldkey_on_subnet(env.state, hotkey, coldkey, root_netuid,
                                                        1_alpha);
    }
    populate_root_coldkey_staking_maps_v2(env.state);
    EXPECT_EQ(storage.NumStakingColdkeys.get(env.state), 30);
    EXPECT_TRUE(storage.AlphaV2MapLastKey.get(env.state));
    populate_root_coldkey_staking_maps_v2(env.state);
    populate_root_coldkey_staking_maps_v2(env.state);
    EXPECT_EQ(storage.NumStakingColdkeys.get(env.state), 70);
    EXPECT_FALSE(storage.AlphaV2MapLastKey.get(env.state));
}

}  // namespace subtensor
