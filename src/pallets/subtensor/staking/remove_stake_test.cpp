// Unstaking, locks in its way, root dividends.
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/swap/errors.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {

TEST_F(Staking, unstaking_pays_the_coldkey_and_keeps_the_books) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    env(alice, remove_stake{hotkey, pool, stake(alice, pool)}, ok);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
    // Two fees of 33/65535 and rounding.
    EXPECT_GT(env.free_rao(alice), 999'989'000'000);
    EXPECT_LT(env.free_rao(alice), 1'000'000'000'000);
    EXPECT_EQ(surplus_rao(pool), 1'000'000'000);
    EXPECT_FALSE(storage.TotalHotkeyAlpha.has(env.state, hotkey, pool));
    EXPECT_FALSE(storage.AlphaV2.has(env.state, hotkey, alice, pool));
}

TEST_F(Staking, more_than_the_stake_is_never_taken) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    env(bob, remove_stake{hotkey, pool, 1_alpha}, fails(Error::AmountTooLow));
    env(alice, remove_stake_limit{hotkey, pool, 100_alpha, {1000}, true},
        fails(Error::NotEnoughStakeToWithdraw));
    env(alice, remove_stake{hotkey, pool, 100_alpha}, ok);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
}

TEST_F(Staking, everything_can_be_taken_out_at_a_limit) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    env(alice, remove_stake_full_limit{hotkey, pool, 1_tao},
        fails(swap::Error::PriceLimitExceeded));
    env(alice, remove_stake_full_limit{hotkey, pool, TaoBalance{100'000'000}}, ok);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
}

TEST_F(Staking, unstaking_all_alpha_leaves_it_on_root) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    env(alice, unstake_all_alpha{hotkey}, ok);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
    EXPECT_GT(stake(alice, root_netuid), 9_alpha);
    EXPECT_EQ(storage.StakingColdkeysByIndex.get(env.state, 0), alice);
    env(alice, unstake_all{hotkey}, ok);
    EXPECT_EQ(stake(alice, root_netuid), AlphaBalance{});
    EXPECT_EQ(storage.NumStakingColdkeys.get(env.state), 0);
    env(alice, unstake_all{alice}, fails(Error::HotKeyAccountNotExists));
}

TEST_F(Staking, a_nomination_too_small_to_keep_is_paid_out) {
    storage.NominatorMinRequiredStake.set(env.state, 1'000'000'000);  // 1000 minimum stakes: 2 TAO
    env(alice, add_stake{hotkey, pool, 10_tao});
    const auto most = saturating_sub(stake(alice, pool), 1_alpha);
    env(alice, remove_stake{hotkey, pool, most}, ok);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
}

TEST_F(Staking, locked_stake_stays) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    const auto all = stake(alice, pool);
    ASSERT_TRUE(do_lock_stake(env.cx, alice, pool, hotkey, all));
    env(alice, remove_stake{hotkey, pool, 1_alpha}, fails(Error::StakeUnavailable));
    env(alice, transfer_stake{bob, hotkey, pool, pool, 1_alpha},
        fails(Error::AccountRejectsLockedAlpha));
    storage.AccountFlags.set(env.state, bob, 1);
    env(alice, transfer_stake{bob, hotkey, pool, pool, 1_alpha}, ok);
    const auto lock = get_coldkey_lock(env.state, bob, pool, env.cx.block);
    ASSERT_TRUE(lock);
    EXPECT_EQ(lock->locked_mass, 1_alpha);
}

TEST_F(Staking, a_lock_fades_until_its_stake_is_free) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    ASSERT_TRUE(do_lock_stake(env.cx, alice, pool, hotkey, stake(alice, pool)));
    const u64 much_later = storage.UnlockRate.get(env.state) * 30;
    EXPECT_EQ(stake_availability(env.state, alice, pool, much_later).locked, AlphaBalance{});
    EXPECT_EQ(stake_availability(env.state, alice, pool, 1).available, AlphaBalance{});
}

TEST_F(Staking, the_index_of_root_stakers_has_no_gaps) {
    for (const auto& who : {alice, bob, owner}) maybe_add_coldkey_index(env.state, who);
    maybe_remove_coldkey_index(env.state, alice);
    EXPECT_EQ(storage.NumStakingColdkeys.get(env.state), 2);
    EXPECT_EQ(storage.StakingColdkeysByIndex.get(env.state, 0), owner);
    EXPECT_EQ(storage.StakingColdkeys.get(env.state, owner), 0);
    EXPECT_FALSE(storage.StakingColdkeysByIndex.has(env.state, 2));
}

TEST_F(Staking, root_dividends_are_owed_for_stake_that_was_there) {
    env(alice, add_stake{hotkey, root_netuid, 100_tao});
    increase_root_claimable_for_hotkey_and_subnet(env.state, hotkey, pool, 10_alpha);
    env(bob, add_stake{hotkey, root_netuid, 100_tao});
    EXPECT_EQ(get_root_owed_for_hotkey_coldkey(env.state, hotkey, bob, pool), AlphaBalance{});
    const auto owed = get_root_owed_for_hotkey_coldkey(env.state, hotkey, alice, pool);
    EXPECT_LE((10_alpha).rao - owed.rao, 100u);
    storage.SubnetAlphaOut.set(env.state, pool, 10_alpha);
    ASSERT_TRUE(do_root_claim(env.cx, alice, std::nullopt));
    EXPECT_GT(stake(alice, root_netuid), 102_alpha);
    EXPECT_EQ(get_root_owed_for_hotkey_coldkey(env.state, hotkey, alice, pool), AlphaBalance{});
    EXPECT_EQ(surplus_rao(root_netuid), 1'000'000'000);
}

}  // namespace subtensor
