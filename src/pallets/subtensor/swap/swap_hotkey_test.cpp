// A hotkey swap: who may, how often, what it costs, and that everything goes along.
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/utils/rate_limiting.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {
namespace {

class HotkeySwap : public Staking {
protected:
    HotkeySwap() {
        env.cx.block = 10'000;
        env(alice, add_stake{hotkey, pool, 10_tao});
        env(alice, add_stake{hotkey, root_netuid, 5_tao});
    }
    void give_place(NetUid netuid, u16 uid) {
        storage.IsNetworkMember.set(env.state, hotkey, netuid, true);
        storage.Uids.set(env.state, netuid, hotkey, uid);
        storage.Keys.set(env.state, netuid, uid, hotkey);
    }
    AlphaBalance staked(const AccountId& on, NetUid netuid) const {
        return get_stake_for_hotkey_and_coldkey_on_subnet(env.state, on, alice, netuid);
    }
    const AccountId fresh = env.account("fresh hotkey");
};

TEST_F(HotkeySwap, only_the_owner_swaps_and_only_for_a_key_of_its_own) {
    const AccountId bobs = env.account("bob's hotkey");
    (void)create_account_if_non_existent(env.state, bob, bobs);
    env(alice, swap_hotkey{hotkey, fresh, pool}, fails(Error::NonAssociatedColdKey));
    env(owner, swap_hotkey{hotkey, bobs, pool}, fails(Error::NonAssociatedColdKey));
    env(owner, swap_hotkey{hotkey, hotkey, pool}, fails(Error::NewHotKeyIsSameWithOld));
    env(Origin::root(), swap_hotkey{hotkey, fresh, pool}, fails(DispatchError::Kind::BadOrigin));
    env(owner, swap_hotkey{hotkey, *get_subnet_account_id(env.state, pool), pool},
        fails(Error::CannotUseSystemAccount));
    env(owner, swap_hotkey{hotkey, *get_subnet_account_id(env.state, pool), {}},
        fails(Error::CannotUseSystemAccount));
}

TEST_F(HotkeySwap, the_new_hotkey_must_be_free) {
    storage.IsNetworkMember.set(env.state, other_hotkey, pool, true);
    env(owner, swap_hotkey{hotkey, other_hotkey, pool},
        fails(Error::HotKeyAlreadyRegisteredInSubNet));
    env(owner, swap_hotkey{hotkey, other_hotkey, {}},
        fails(Error::HotKeyAlreadyRegisteredInSubNet));
    storage.IsNetworkMember.erase(env.state, other_hotkey, pool);
    env(alice, add_stake{other_hotkey, root_netuid, 1_tao});
    env(owner, swap_hotkey{hotkey, other_hotkey, root_netuid},
        fails(Error::NewHotKeyNotCleanForRootSwap));
    env(owner, swap_hotkey{hotkey, other_hotkey, {}}, fails(Error::NewHotKeyNotCleanForRootSwap));
}

TEST_F(HotkeySwap, on_one_subnet_the_place_and_the_stake_go_along) {
    give_place(pool, 3);
    storage.Axons.set(env.state, pool, hotkey, {.version = 7});
    storage.ChildkeyTake.set(env.state, hotkey, pool, PerU16{9});
    storage.VotingPower.set(env.state, pool, hotkey, 11);
    storage.SubnetOwnerHotkey.set(env.state, pool, hotkey);
    const auto index = get_mechanism_storage_index(pool, MechId{});
    storage.WeightCommits.set(env.state, index, hotkey, {});
    env(alice, set_coldkey_auto_stake_hotkey{pool, hotkey});
    const auto before = staked(hotkey, pool);
    const u64 free = env.free_rao(owner);

    env(owner, swap_hotkey{hotkey, fresh, pool}, ok, emits(SubnetOwnerHotkeySet{pool, fresh}),
        emits(HotkeySwappedOnSubnet{owner, hotkey, fresh, pool}));
    EXPECT_EQ(env.free_rao(owner), free - constants.KeySwapOnSubnetCost.rao);
    EXPECT_EQ(storage.Keys.get(env.state, pool, 3), fresh);
    EXPECT_EQ(storage.Uids.get(env.state, pool, fresh), 3);
    EXPECT_EQ(storage.Axons.get(env.state, pool, fresh)->version, 7u);
    EXPECT_EQ(storage.ChildkeyTake.get(env.state, fresh, pool), PerU16{9});
    EXPECT_EQ(storage.VotingPower.get(env.state, pool, fresh), 11u);
    EXPECT_TRUE(storage.WeightCommits.has(env.state, index, fresh));
    EXPECT_FALSE(storage.WeightCommits.has(env.state, index, hotkey));
    EXPECT_EQ(storage.AutoStakeDestination.get(env.state, alice, pool), fresh);
    EXPECT_EQ(storage.SubnetOwnerHotkey.get(env.state, pool), fresh);
    EXPECT_EQ(staked(fresh, pool), before);
    EXPECT_EQ(staked(hotkey, pool), AlphaBalance{});
    EXPECT_EQ(staked(fresh, root_netuid), AlphaBalance{}) << "root is another subnet";
    EXPECT_TRUE(coldkey_owns_hotkey(env.state, owner, hotkey)) << "the old one stays the owner's";
    EXPECT_TRUE(coldkey_owns_hotkey(env.state, owner, fresh));
}

TEST_F(HotkeySwap, the_stake_stays_where_the_second_form_says_so) {
    give_place(pool, 0);
    const auto before = staked(hotkey, pool);
    env(owner, swap_hotkey_v2{hotkey, fresh, pool, true});
    EXPECT_EQ(storage.Keys.get(env.state, pool, 0), fresh);
    EXPECT_EQ(staked(hotkey, pool), before);
    EXPECT_EQ(staked(fresh, pool), AlphaBalance{});
}

TEST_F(HotkeySwap, on_all_subnets_the_old_hotkey_ends) {
    give_place(pool, 0);
    storage.Delegates.set(env.state, hotkey, PerU16{77});
    storage.RootClaimable.set(env.state, hotkey, {{pool, I96F32{5u}}});
    storage.RootClaimed.set(env.state, pool, hotkey, alice, 12);
    storage.AutoParentDelegationEnabled.set(env.state, hotkey, false);
    const auto alpha = staked(hotkey, pool), on_root = staked(hotkey, root_netuid);
    const u64 free = env.free_rao(owner);

    env(owner, swap_hotkey{hotkey, fresh, {}}, ok, emits(HotkeySwapped{owner, hotkey, fresh}));
    EXPECT_EQ(env.free_rao(owner), free - constants.KeySwapCost.rao);
    EXPECT_FALSE(hotkey_account_exists(env.state, hotkey));
    EXPECT_EQ(storage.OwnedHotkeys.get(env.state, owner),
              (std::vector<AccountId>{other_hotkey, fresh}));
    EXPECT_EQ(storage.StakingHotkeys.get(env.state, alice), (std::vector<AccountId>{fresh}));
    EXPECT_EQ(storage.Delegates.get(env.state, fresh), PerU16{77});
    EXPECT_EQ(storage.RootClaimable.get(env.state, fresh).count(pool), 1u);
    EXPECT_EQ(storage.RootClaimed.get(env.state, pool, fresh, alice), u128{12});
    EXPECT_FALSE(storage.AutoParentDelegationEnabled.get(env.state, fresh));
    EXPECT_EQ(staked(fresh, pool), alpha);
    EXPECT_EQ(staked(fresh, root_netuid), on_root);
    // Moving stake costs what was announced (runtime 475).
    EXPECT_FALSE(env.cx.post.actual_weight);
}

TEST_F(HotkeySwap, children_parents_and_wishes_follow_the_new_hotkey) {
    const u64 half = ~u64{0} / 2;
    storage.ChildKeys.set(env.state, hotkey, pool, {{half, bob}});
    storage.ParentKeys.set(env.state, bob, pool, {{half, hotkey}});
    storage.ChildKeys.set(env.state, other_hotkey, pool, {{half, hotkey}});
    storage.ParentKeys.set(env.state, hotkey, pool, {{half, other_hotkey}});
    storage.PendingChildKeys.set(env.state, pool, hotkey, {{{half, alice}}, 99});
    storage.PendingChildKeys.set(env.state, pool, other_hotkey, {{{half, hotkey}, {1, alice}}, 99});
    env(owner, swap_hotkey{hotkey, bob, pool}, fails(Error::InvalidChild));

    using List = std::vector<std::pair<u64, AccountId>>;
    env(owner, swap_hotkey{hotkey, fresh, pool});
    EXPECT_EQ(storage.ChildKeys.get(env.state, fresh, pool), (List{{half, bob}}));
    EXPECT_EQ(storage.ParentKeys.get(env.state, bob, pool), (List{{half, fresh}}));
    EXPECT_EQ(storage.ChildKeys.get(env.state, other_hotkey, pool), (List{{half, fresh}}));
    EXPECT_EQ(storage.ParentKeys.get(env.state, fresh, pool), (List{{half, other_hotkey}}));
    EXPECT_FALSE(storage.ParentKeys.has(env.state, hotkey, pool));
    EXPECT_EQ(storage.PendingChildKeys.get(env.state, pool, fresh).first, (List{{half, alice}}));
    EXPECT_EQ(storage.PendingChildKeys.get(env.state, pool, other_hotkey).first,
              (List{{1, alice}, {half, fresh}}));
}

TEST_F(HotkeySwap, locks_hold_to_the_new_hotkey) {
    env(alice, lock_stake{hotkey, pool, 1_alpha});
    storage.LockingColdkeys.set(env.state, pool, hotkey, bob, {});  // bob's lock is gone
    env.cx.block += 100'000;
    const auto conviction = hotkey_conviction(env.state, hotkey, pool, env.cx.block);
    env(owner, swap_hotkey{hotkey, fresh, pool});
    EXPECT_EQ(hotkey_conviction(env.state, fresh, pool, env.cx.block), conviction);
    EXPECT_EQ(hotkey_conviction(env.state, hotkey, pool, env.cx.block), U64F64{});
    EXPECT_TRUE(storage.Lock.has(env.state, alice, pool, fresh));
    EXPECT_TRUE(storage.LockingColdkeys.keys_under(env.state, pool, hotkey).empty());
}

TEST_F(HotkeySwap, a_coldkey_swaps_seldom) {
    give_place(pool, 0);
    const AccountId third = env.account("third hotkey");
    env(owner, swap_hotkey{hotkey, fresh, pool});
    env.cx.block += 1'001;
    env(owner, swap_hotkey{fresh, third, pool}, fails(Error::HotKeySwapOnSubnetIntervalNotPassed));
    env(owner, swap_hotkey{fresh, third, {}}, fails(Error::HotKeySwapOnSubnetIntervalNotPassed));
    env.cx.block += 7'200;
    env(owner, swap_hotkey{fresh, third, {}});
}

TEST_F(HotkeySwap, who_cannot_pay_cannot_swap) {
    const AccountId poor = env.account("poor", 1000), poors = env.account("poor's hotkey");
    (void)create_account_if_non_existent(env.state, poor, poors);
    env(poor, swap_hotkey{poors, fresh, pool}, fails(Error::NotEnoughBalanceToPaySwapHotKey));
    env(poor, swap_hotkey{poors, fresh, {}}, fails(Error::NotEnoughBalanceToPaySwapHotKey));
}

// Rules of runtime 475 (subtensor swap/swap_hotkey.rs, hotkey_lineage.rs).

TEST_F(HotkeySwap, a_first_swap_does_not_wait_on_a_young_chain) {
    env.cx.block = 5;
    env(owner, swap_hotkey{hotkey, fresh, pool});
    EXPECT_EQ(storage.LastHotkeySwapOnNetuid.get(env.state, pool, owner), 5u);
    env(owner, swap_hotkey{fresh, hotkey, NetUid{77}}, fails(Error::SubnetNotExists));
}

TEST_F(HotkeySwap, the_line_of_swapped_keys_leads_back_to_the_first) {
    const AccountId third = env.account("third hotkey");
    env(owner, swap_hotkey{hotkey, fresh, pool});
    EXPECT_EQ(storage.HotkeySuccessor.find(env.state, pool, hotkey), fresh);
    EXPECT_EQ(storage.HotkeyRoot.find(env.state, pool, fresh), hotkey);
    env.cx.block += 7'201;
    env(owner, swap_hotkey{fresh, third, pool});
    EXPECT_EQ(storage.HotkeyRoot.find(env.state, pool, third), hotkey);
    env.cx.block += 7'201;
    storage.IsNetworkMember.erase(env.state, hotkey, pool);
    env(owner, swap_hotkey{third, hotkey, pool});
    EXPECT_FALSE(storage.HotkeySuccessor.has(env.state, pool, hotkey));  // it leads again
    EXPECT_EQ(storage.HotkeySuccessor.find(env.state, pool, third), hotkey);
    EXPECT_EQ(storage.HotkeyRoot.find(env.state, pool, hotkey), hotkey);
}

TEST_F(HotkeySwap, stake_that_came_by_a_swap_is_not_passed_on_at_once) {
    const AccountId third = env.account("third hotkey");
    env(owner, swap_hotkey{hotkey, fresh, pool});
    EXPECT_EQ(storage.StakeMoveCooldownUntil.get(env.state, pool, fresh), 17'200u);
    // Not even after a new owner took over, whose own interval has not begun.
    storage.LastHotkeySwapOnNetuid.erase(env.state, pool, owner);
    env(owner, swap_hotkey{fresh, third, pool}, fails(Error::HotKeySwapOnSubnetIntervalNotPassed));
    env(owner, swap_hotkey{fresh, third, {}}, fails(Error::HotKeySwapOnSubnetIntervalNotPassed));
    env(owner, swap_hotkey_v2{fresh, third, pool, true});  // no stake goes along
}

TEST_F(HotkeySwap, a_hotkey_whose_stake_stays_keeps_its_owner) {
    give_place(pool, 0);
    env(owner, swap_hotkey_v2{hotkey, fresh, {}, true}, emits(HotkeySwapped{owner, hotkey, fresh}));
    EXPECT_EQ(storage.Owner.get(env.state, hotkey), owner);
    EXPECT_EQ(storage.OwnedHotkeys.get(env.state, owner),
              (std::vector<AccountId>{hotkey, other_hotkey, fresh}));
    EXPECT_TRUE(env.cx.post.actual_weight);
}

}  // namespace
}  // namespace subtensor
