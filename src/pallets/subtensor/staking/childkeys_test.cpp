// Child keys and mining rewards that go elsewhere.
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/staking/set_children.hpp"
#include "pallets/system/spec_version.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {

TEST_F(Staking, root_sets_the_rules_of_child_keys) {
    const Origin root = Origin::root();
    env(alice, sudo_set_min_childkey_take{{5}}, fails(DispatchError::Kind::BadOrigin));
    env(root, sudo_set_min_childkey_take{{5}}, ok, emits(MinChildKeyTakeSet{{5}}));
    env(root, sudo_set_max_childkey_take{{900}}, ok, emits(MaxChildKeyTakeSet{{900}}));
    env(root, sudo_set_tx_childkey_take_rate_limit{7}, ok, emits(TxChildKeyTakeRateLimitSet{7}));
    env(root, set_pending_childkey_cooldown{3}, ok);
    EXPECT_EQ(storage.PendingChildKeyCooldown.get(env.state), 3u);
    EXPECT_EQ(get_childkey_take(env.state, hotkey, pool), 5);
}

TEST_F(Staking, a_childkey_take_stays_in_range_and_rises_seldom) {
    storage.MaxChildkeyTake.set(env.state, PerU16{900});
    env(alice, set_childkey_take{hotkey, pool, {5}}, fails(Error::NonAssociatedColdKey));
    env(owner, set_childkey_take{hotkey, pool, {901}}, fails(Error::InvalidChildkeyTake));
    env(owner, set_childkey_take{hotkey, pool, {5}}, ok, emits(ChildKeyTakeSet{hotkey, {5}}));
    env(owner, set_childkey_take{hotkey, pool, {6}}, fails(Error::TxChildkeyTakeRateLimitExceeded));
    env(owner, set_childkey_take{hotkey, pool, {4}}, ok);
}

TEST_F(Staking, only_a_root_validator_says_whether_it_takes_new_subnets) {
    env(alice, set_auto_parent_delegation_enabled{hotkey, false},
        fails(Error::NonAssociatedColdKey));
    env(owner, set_auto_parent_delegation_enabled{hotkey, false},
        fails(Error::HotKeyNotRegisteredInSubNet));
    storage.Uids.set(env.state, root_netuid, hotkey, 0);
    env(owner, set_auto_parent_delegation_enabled{hotkey, false}, ok);
    EXPECT_FALSE(storage.AutoParentDelegationEnabled.get(env.state, hotkey));
}

TEST_F(Staking, children_of_a_subnet_that_has_not_started_are_set_at_once) {
    storage.SubtokenEnabled.set(env.state, pool, false);
    const Relations children{{~u64{0}, other_hotkey}};
    env(owner, set_children{hotkey, root_netuid, children},
        fails(Error::RegistrationNotPermittedOnRootSubnet));
    env(owner, set_children{hotkey, {9}, children}, fails(Error::SubnetNotExists));
    env(owner, set_children{hotkey, pool, {{1, other_hotkey}, {1, other_hotkey}}},
        fails(Error::DuplicateChild));
    env(owner, set_children{hotkey, pool, {{~u64{0}, other_hotkey}, {1, alice}}},
        fails(Error::ProportionOverflow));
    env(owner, set_children{hotkey, pool, children}, ok);
    EXPECT_EQ(get_children(env.state, hotkey, pool), children);
    env(owner, set_children{other_hotkey, pool, {{1, hotkey}}},
        fails(Error::ChildParentInconsistency));
    env.cx.block += 1000;
    env(owner, set_children{hotkey, pool, {}}, ok);
    EXPECT_FALSE(storage.ParentKeys.has(env.state, other_hotkey, pool));
}

// Rule: subtensor staking/set_children.rs of runtime 475.
TEST_F(Staking, a_hotkey_gets_no_more_than_a_hundred_parents_on_a_subnet) {
    storage.SubtokenEnabled.set(env.state, pool, false);  // children come into force at once
    storage.StakeThreshold.set(env.state, 0);
    Relations many;
    for (int i = 0; i < 100; ++i) many.emplace_back(1, env.account("parent " + std::to_string(i)));
    for (const auto& [part, parent] : many)
        storage.ChildKeys.set(env.state, parent, pool, {{1, other_hotkey}});
    storage.ParentKeys.set(env.state, other_hotkey, pool, many);
    env(owner, set_children{hotkey, pool, {{9, other_hotkey}}});
    EXPECT_TRUE(storage.ChildKeys.get(env.state, hotkey, pool).empty());
    const AccountId first = many[0].second;
    storage.Owner.set(env.state, first, owner);
    env(owner, set_children{first, pool, {{7, other_hotkey}}});
    EXPECT_EQ(storage.ChildKeys.get(env.state, first, pool), (Relations{{7, other_hotkey}}))
        << "who is a parent may change its part";
    frame_system::set_spec_version(env.state, 425);
    env.cx.block += 1000;
    env(owner, set_children{hotkey, pool, {{9, other_hotkey}}});
    EXPECT_EQ(storage.ParentKeys.get(env.state, other_hotkey, pool).size(), 101u);
}

TEST_F(Staking, mining_rewards_can_be_sent_to_another_hotkey) {
    env(alice, set_coldkey_auto_stake_hotkey{{9}, hotkey}, fails(Error::SubnetNotExists));
    env(alice, set_coldkey_auto_stake_hotkey{pool, hotkey},
        fails(Error::HotKeyNotRegisteredInSubNet));
    storage.Uids.set(env.state, pool, hotkey, 0);
    env(alice, set_coldkey_auto_stake_hotkey{pool, hotkey}, ok,
        emits(AutoStakeDestinationSet{alice, pool, hotkey}));
    env(alice, set_coldkey_auto_stake_hotkey{pool, hotkey},
        fails(Error::SameAutoStakeHotkeyAlreadySet));
    EXPECT_EQ(storage.AutoStakeDestinationColdkeys.get(env.state, hotkey, pool),
              std::vector{alice});
}

// Runtime 475: staking/set_children.rs, stake_utils.rs.

TEST_F(Staking, children_of_a_hotkey_without_enough_stake_count_for_nothing) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    const Relations lent{{~u64{0}, other_hotkey}}, borrowed{{~u64{0}, hotkey}};
    storage.ChildKeys.set(env.state, hotkey, pool, lent);
    storage.ParentKeys.set(env.state, other_hotkey, pool, borrowed);
    storage.StakeThreshold.set(env.state, (1_tao).rao);
    env(alice, remove_stake{hotkey, pool, stake(alice, pool)});
    EXPECT_TRUE(storage.ChildkeyThresholdChecks.has(env.state, hotkey));
    EXPECT_EQ(get_children(env.state, hotkey, pool), lent) << "not looked at yet";
    const Weight none = process_childkey_threshold_checks(env.state, {});
    EXPECT_EQ(none, Weight{});
    EXPECT_TRUE(storage.ChildkeyThresholdChecks.has(env.state, hotkey));

    env.run_to(env.cx.block + 1);
    EXPECT_FALSE(storage.ChildkeyThresholdChecks.has(env.state, hotkey));
    EXPECT_TRUE(get_children(env.state, hotkey, pool).empty());
    EXPECT_TRUE(get_parents(env.state, other_hotkey, pool).empty());
    EXPECT_EQ(storage.ChildKeys.get(env.state, hotkey, pool), lent) << "they are kept";
    storage.SubnetOwnerHotkey.set(env.state, pool, hotkey);
    EXPECT_EQ(get_children(env.state, hotkey, pool), lent) << "the owner's hotkey needs no stake";
    storage.SubnetOwnerHotkey.erase(env.state, pool);

    env(alice, add_stake{hotkey, pool, 10_tao});
    env.run_to(env.cx.block + 1);
    EXPECT_EQ(get_parents(env.state, other_hotkey, pool), borrowed);
}

TEST_F(Staking, children_do_not_come_into_force_without_stake) {
    storage.StakeThreshold.set(env.state, (1_tao).rao);
    storage.PendingChildKeys.set(env.state, pool, hotkey, {{{5, other_hotkey}}, 0});
    do_set_pending_children(env.cx, pool);
    EXPECT_TRUE(storage.ChildKeys.get(env.state, hotkey, pool).empty());
    EXPECT_FALSE(storage.PendingChildKeys.has(env.state, pool, hotkey));
    env(alice, add_stake{hotkey, pool, 10_tao});
    storage.PendingChildKeys.set(env.state, pool, hotkey, {{{5, other_hotkey}}, 0});
    storage.ChildkeyThresholdSuspended.set(env.state, hotkey, {});
    do_set_pending_children(env.cx, pool);
    EXPECT_EQ(get_children(env.state, hotkey, pool).size(), 1u);
}

TEST_F(Staking, the_alpha_of_a_subnet_is_summed_up) {
    const auto sum = [&] { return storage.TotalAlphaStaked.get(env.state, pool); };
    env(alice, add_stake{hotkey, pool, 10_tao});
    env(bob, add_stake{other_hotkey, pool, 5_tao});
    EXPECT_EQ(sum(), saturating_add(storage.TotalHotkeyAlpha.get(env.state, hotkey, pool),
                                    storage.TotalHotkeyAlpha.get(env.state, other_hotkey, pool)));
    env(alice, remove_stake{hotkey, pool, stake(alice, pool)});
    EXPECT_EQ(sum(), storage.TotalHotkeyAlpha.get(env.state, other_hotkey, pool));
}

TEST_F(Staking, the_fast_price_halves_its_distance_in_600_blocks) {
    update_moving_price(env.cx, pool);
    const auto price = [&] { return *storage.SubnetFastMovingPrice.find(env.state, pool); };
    const auto spot = swap::current_alpha_price(env.state, pool);
    EXPECT_EQ(price(), spot);
    storage.SubnetFastMovingPrice.set(env.state, pool, {});
    for (int i = 0; i < 600; ++i) update_moving_price(env.cx, pool);
    EXPECT_NEAR(double(price().bits) / double(spot.bits), 0.5, 1e-3);
}

}  // namespace subtensor
