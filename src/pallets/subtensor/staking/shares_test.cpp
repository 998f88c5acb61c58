// Shares of stake by the rules of 475: subtensor staking/stake_utils.rs (the pool's count, the list
// of hotkeys), staking/lock.rs (transfer_lock), staking/remove_stake.rs (legs of unstake_all).
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/system/spec_version.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {
namespace {

class Shares : public Staking {
protected:
    u64 epoch() const { return storage.AlphaSharePoolEpoch.get(env.state, hotkey, pool); }
    kernel::SafeFloat all() const {
        return storage.TotalHotkeySharesV2.get(env.state, hotkey, pool);
    }
    void leave(const AccountId& coldkey) {
        env(coldkey, remove_stake_full_limit{hotkey, pool, std::nullopt});
    }
    bool listed(const AccountId& coldkey) const {
        const auto hotkeys = storage.StakingHotkeys.get(env.state, coldkey);
        return std::find(hotkeys.begin(), hotkeys.end(), hotkey) != hotkeys.end();
    }
};

TEST_F(Shares, a_pool_counts_how_often_it_opened_or_closed_and_marks_its_shares) {
    env(alice, add_stake{hotkey, pool, 5_tao});
    EXPECT_EQ(epoch(), 1u);
    EXPECT_EQ(storage.AlphaShareEpoch.get(env.state, hotkey, alice, pool), 1u);
    env(bob, add_stake{hotkey, pool, 5_tao});
    EXPECT_EQ(epoch(), 1u);
    leave(alice);
    EXPECT_EQ(epoch(), 1u);
    EXPECT_FALSE(storage.AlphaShareEpoch.has(env.state, hotkey, alice, pool));
    leave(bob);
    EXPECT_EQ(epoch(), 2u);
    EXPECT_FALSE(storage.TotalHotkeyAlpha.has(env.state, hotkey, pool));
    EXPECT_FALSE(storage.TotalHotkeySharesV2.has(env.state, hotkey, pool));
    env(bob, add_stake{hotkey, pool, 5_tao});
    EXPECT_EQ(epoch(), 3u);
    EXPECT_EQ(storage.AlphaShareEpoch.get(env.state, hotkey, bob, pool), 3u);
}

TEST_F(Shares, what_is_left_in_an_emptied_pool_takes_no_part_in_the_next_one) {
    env(alice, add_stake{hotkey, pool, 5_tao});
    // A share that the sum does not know of, as rounding once left them.
    storage.AlphaV2.set(env.state, hotkey, bob, pool, kernel::SafeFloat::from_u64(1'000'000));
    storage.AlphaShareEpoch.set(env.state, hotkey, bob, pool, epoch());
    EXPECT_GT(stake(bob, pool), AlphaBalance{});
    env.invariants_hold = false;  // they see that bob's share is not covered
    leave(alice);
    EXPECT_TRUE(alpha_share_is_retired(env.state, hotkey, bob, pool));
    EXPECT_EQ(stake(bob, pool), AlphaBalance{});
    env.invariants_hold = true;
    env(alice, add_stake{hotkey, pool, 5_tao});
    EXPECT_EQ(stake(bob, pool), AlphaBalance{});
    EXPECT_EQ(stake(alice, pool), storage.TotalHotkeyAlpha.get(env.state, hotkey, pool));
    // A new deposit of bob's begins from nothing.
    env(bob, add_stake{hotkey, pool, 1_tao});
    EXPECT_LT(stake(bob, pool), stake(alice, pool));
    EXPECT_FALSE(alpha_share_is_retired(env.state, hotkey, bob, pool));
}

TEST_F(Shares, older_rules_count_nothing) {
    frame_system::set_spec_version(env.state, 425);
    env(alice, add_stake{hotkey, pool, 5_tao});
    leave(alice);
    EXPECT_EQ(epoch(), 0u);
    EXPECT_TRUE(storage.AlphaShareEpoch.keys_under(env.state).empty());
    EXPECT_TRUE(listed(alice));
}

TEST_F(Shares, a_hotkey_leaves_the_list_of_a_coldkey_with_its_last_stake) {
    add_subnet({2}, 1, 1000_tao, 4000_alpha);
    env(alice, add_stake{hotkey, pool, 5_tao});
    env(alice, add_stake{hotkey, {2}, 5_tao});
    leave(alice);
    EXPECT_TRUE(listed(alice));
    env(alice, remove_stake_full_limit{hotkey, {2}, std::nullopt});
    EXPECT_FALSE(storage.StakingHotkeys.has(env.state, alice));
    env(alice, add_stake{hotkey, pool, 5_tao});
    EXPECT_TRUE(listed(alice));
    // Also when the stake goes to another coldkey.
    env(alice, transfer_stake{bob, hotkey, pool, pool, stake(alice, pool)});
    EXPECT_FALSE(listed(alice));
    EXPECT_TRUE(listed(bob));
}

TEST_F(Shares, under_null_a_sole_owners_reward_makes_no_further_shares) {
    env(owner, add_stake{hotkey, pool, 5_tao});
    const auto before = all();
    const auto had = stake(owner, pool);
    credit_epoch_owner_emission(env.state, hotkey, owner, pool, 3_alpha);
    EXPECT_TRUE(all().gt(before));  // Yuma: like any deposit
    storage.SubnetEpochConsensus.set(env.state, pool, EpochConsensus::Null);
    const auto now = all();
    credit_epoch_owner_emission(env.state, hotkey, owner, pool, 3_alpha);
    EXPECT_EQ(all(), now);
    EXPECT_EQ(stake(owner, pool).rao, had.rao + 2 * (3_alpha).rao);
    increase_stake_for_hotkey_and_coldkey_on_subnet(env.state, hotkey, alice, pool, 1_alpha);
    const auto shared = all();
    credit_epoch_owner_emission(env.state, hotkey, owner, pool, 3_alpha);
    EXPECT_TRUE(all().gt(shared));  // the pool is not the owner's alone any more
}

TEST_F(Shares, only_what_reached_a_pool_counts_as_stake) {
    storage.TotalStake.set(env.state, storage.SubnetTAO.get(env.state, pool));
    const auto agrees = [&] {
        return storage.TotalStake.get(env.state) == storage.SubnetTAO.get(env.state, pool);
    };
    env(alice, add_stake{hotkey, pool, 5_tao});  // less the fee
    EXPECT_TRUE(agrees());
    env(alice, add_stake_limit{hotkey, pool, 500_tao, TaoBalance{260'000'000}, true});
    EXPECT_TRUE(agrees());
    leave(alice);
    EXPECT_TRUE(agrees());
    frame_system::set_spec_version(env.state, 425);
    env(alice, add_stake{hotkey, pool, 5_tao});
    EXPECT_FALSE(agrees());
}

class LockTransfer : public Shares {
protected:
    LockTransfer() {
        storage.SubnetOwner.set(env.state, pool, owner);
        storage.AccountFlags.set(env.state, bob, 1);  // takes locked alpha
        env(alice, add_stake{hotkey, pool, 20_tao});
        env(alice, lock_stake{hotkey, pool, stake(alice, pool)});
        env.run_to(100);  // conviction has grown
    }
    AlphaBalance half() const { return {stake(alice, pool).rao / 2}; }
    void hand_over(const AccountId& to) {
        env(alice, transfer_stake_and_hotkey{.destination_coldkey = bob,
                                             .origin_hotkey = hotkey,
                                             .destination_hotkey = to,
                                             .origin_netuid = pool,
                                             .destination_netuid = pool,
                                             .alpha_amount = half()});
    }
    std::optional<LockState> lock(const AccountId& coldkey, const AccountId& to) const {
        return storage.Lock.get(env.state, coldkey, pool, to);
    }
};

TEST_F(LockTransfer, the_lock_follows_the_stake_to_another_hotkey_of_the_same_owner) {
    hand_over(other_hotkey);
    ASSERT_TRUE(lock(bob, other_hotkey));
    EXPECT_GT(lock(bob, other_hotkey)->locked_mass, AlphaBalance{});
    EXPECT_GT(lock(bob, other_hotkey)->conviction, U64F64{});
    EXPECT_FALSE(lock(bob, hotkey));
    EXPECT_TRUE(lock(alice, hotkey));
}

TEST_F(LockTransfer, conviction_is_not_given_to_another_owners_hotkey) {
    const AccountId foreign = env.account("foreign hotkey");
    (void)create_account_if_non_existent(env.state, bob, foreign);
    hand_over(foreign);
    ASSERT_TRUE(lock(bob, foreign));
    EXPECT_GT(lock(bob, foreign)->locked_mass, AlphaBalance{});
    EXPECT_EQ(lock(bob, foreign)->conviction, U64F64{});
}

TEST_F(LockTransfer, a_lock_to_a_third_hotkey_refuses_it) {
    env(bob, add_stake{hotkey, pool, 5_tao});
    env(bob, lock_stake{hotkey, pool, 1_alpha});
    env(alice,
        transfer_stake_and_hotkey{.destination_coldkey = bob,
                                  .origin_hotkey = hotkey,
                                  .destination_hotkey = other_hotkey,
                                  .origin_netuid = pool,
                                  .destination_netuid = pool,
                                  .alpha_amount = half()},
        fails(Error::LockHotkeyMismatch));
    hand_over(hotkey);  // to the one it is locked to
}

TEST_F(LockTransfer, no_lock_moves_on_a_dissolved_subnet) {
    env(Origin::root(), root_dissolve_network{pool});
    env(alice, move_lock{other_hotkey, pool}, fails(Error::SubnetNotExists));
}

TEST_F(Shares, unstaking_everywhere_stops_after_sixteen_places) {
    for (u16 id = 2; id <= 20; ++id) {
        add_subnet({id}, 1, 1000_tao, 4000_alpha);
        env(alice, add_stake{hotkey, {id}, 5_tao});
    }
    const auto places = [&] { return alpha_iter_prefix(env.state, hotkey, alice).size(); };
    EXPECT_EQ(places(), 19u);
    env(alice, unstake_all{hotkey});
    EXPECT_EQ(places(), 3u);
    env(alice, unstake_all{hotkey});
    EXPECT_EQ(places(), 0u);
}

}  // namespace
}  // namespace subtensor
