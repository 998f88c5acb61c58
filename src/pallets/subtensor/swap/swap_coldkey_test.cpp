// A coldkey swap: announced, waited for, disputed, made; and what it freezes meanwhile.
#include "crypto/hash.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/system/calls.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {
namespace {

class ColdkeySwap : public Staking {
protected:
    ColdkeySwap() {
        env(alice, add_stake{hotkey, pool, 10_tao});
        env(alice, add_stake{hotkey, root_netuid, 5_tao});
    }
    void announce() {
        env(alice, announce_coldkey_swap{hash}, ok, emits(ColdkeySwapAnnounced{alice, hash}));
    }
    const u32 delay = storage.ColdkeySwapAnnouncementDelay.get(env.state);
    const u32 again = storage.ColdkeySwapReannouncementDelay.get(env.state);
    const AccountId next = env.account("next coldkey");
    const H256 hash{crypto::blake2_256(next.bytes)};
};

TEST_F(ColdkeySwap, an_announced_swap_is_made_when_it_is_due) {
    const u64 free = env.free_rao(alice);
    env(alice, swap_coldkey_announced{next}, fails(Error::ColdkeySwapAnnouncementNotFound));
    announce();
    EXPECT_EQ(env.free_rao(alice), free - constants.KeySwapCost.rao);
    env(alice, swap_coldkey_announced{next}, fails(Error::ColdkeySwapTooEarly));
    env.cx.block += delay;
    env(alice, swap_coldkey_announced{bob}, fails(Error::AnnouncedColdkeyHashDoesNotMatch));
    env(alice, swap_coldkey_announced{next}, ok, emits(ColdkeySwapped{alice, next}));
    env(alice, frame_system::remark{});  // nothing is announced any more
}

TEST_F(ColdkeySwap, everything_goes_to_the_new_coldkey) {
    const auto alpha = stake(alice, pool), on_root = stake(alice, root_netuid);
    const u64 free = env.free_rao(alice);
    const AccountId own = env.account("own hotkey");
    (void)create_account_if_non_existent(env.state, alice, own);
    storage.IdentitiesV2.set(env.state, alice, {.name = {'a'}});
    storage.SubnetOwner.set(env.state, pool, alice);
    storage.RootClaimed.set(env.state, pool, hotkey, alice, 7);
    storage.Uids.set(env.state, pool, hotkey, 0);
    env(alice, set_coldkey_auto_stake_hotkey{pool, hotkey});
    env(alice, set_perpetual_lock{pool, true});
    env(alice, lock_stake{hotkey, pool, 1_alpha});
    env(alice, set_reject_locked_alpha{false});
    env.cx.block += 1000;
    const auto conviction = hotkey_conviction(env.state, hotkey, pool, env.cx.block);

    env(Origin::root(), swap_coldkey{alice, next, {}}, ok, emits(ColdkeySwapped{alice, next}));
    EXPECT_EQ(stake(next, pool), alpha);
    EXPECT_EQ(stake(next, root_netuid), on_root);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
    EXPECT_EQ(env.free_rao(next), free);
    EXPECT_EQ(env.free_rao(alice), 0u);
    EXPECT_TRUE(coldkey_owns_hotkey(env.state, next, own));
    EXPECT_EQ(storage.OwnedHotkeys.get(env.state, next), (std::vector<AccountId>{own}));
    EXPECT_FALSE(storage.StakingHotkeys.has(env.state, alice));
    EXPECT_TRUE(storage.IdentitiesV2.has(env.state, next));
    EXPECT_EQ(storage.SubnetOwner.get(env.state, pool), next);
    EXPECT_EQ(storage.RootClaimed.get(env.state, pool, hotkey, next), u128{7});
    EXPECT_EQ(storage.AutoStakeDestinationColdkeys.get(env.state, hotkey, pool),
              (std::vector<AccountId>{next}));
    EXPECT_EQ(get_coldkey_lock(env.state, next, pool, env.cx.block)->locked_mass, 1_alpha);
    EXPECT_EQ(hotkey_conviction(env.state, hotkey, pool, env.cx.block), conviction);
    EXPECT_EQ(storage.DecayingLock.get(env.state, next, pool), false);
    EXPECT_EQ(storage.AccountFlags.get(env.state, next), 1u);
    EXPECT_FALSE(storage.AccountFlags.has(env.state, alice));
    EXPECT_TRUE(storage.StakingColdkeys.has(env.state, next));
    EXPECT_FALSE(storage.StakingColdkeys.has(env.state, alice));
    // Runtime 475 (subtensor swap/coldkey_lineage.rs).
    EXPECT_EQ(storage.ColdkeySuccessor.find(env.state, alice), next);
    EXPECT_EQ(storage.ColdkeyRoot.find(env.state, next), alice);
}

TEST_F(ColdkeySwap, the_new_coldkey_must_be_fresh) {
    const auto swap = [&](const AccountId& to, Error e) {
        env(Origin::root(), swap_coldkey{alice, to, {}}, fails(e));
    };
    env(bob, add_stake{hotkey, pool, 1_tao});
    swap(bob, Error::ColdKeyAlreadyAssociated);
    swap(hotkey, Error::NewColdKeyIsHotkey);
    storage.Lock.set(env.state, next, pool, hotkey, {1_alpha, {}, env.cx.block});
    swap(next, Error::ActiveLockExists);
    env(alice, swap_coldkey{alice, next, {}}, fails(DispatchError::Kind::BadOrigin));
    env(alice, schedule_swap_coldkey{next}, fails(Error::Deprecated));
    const TaoBalance all{env.free_rao(alice)};
    env(Origin::root(), swap_coldkey{alice, env.account("another"), all},
        fails(Error::NotEnoughBalanceToPaySwapColdKey));
}

// Runtime 475 (subtensor swap/swap_coldkey.rs, do_swap_coldkey_tracked).
TEST_F(ColdkeySwap, a_coldkey_with_more_stakes_than_one_call_moves_is_refused) {
    const swap_coldkey swap{alice, next, {}};
    for (std::uint16_t netuid = 100; netuid < 1122; ++netuid)
        storage.AlphaV2.set(env.state, hotkey, alice, NetUid{netuid}, {1, 0});
    storage.AlphaV2.set(env.state, hotkey, alice, NetUid{1122}, {1, 0});
    env(Origin::root(), swap, fails(Error::ColdkeySwapTooHeavy));
    storage.AlphaV2.erase(env.state, hotkey, alice, NetUid{1122});
    storage.StakingHotkeys.set(env.state, alice, std::vector<AccountId>(257, bob));
    env(Origin::root(), swap, fails(Error::ColdkeySwapTooHeavy));
    storage.StakingHotkeys.set(env.state, alice, {hotkey});
    env(Origin::root(), swap, ok);
}

TEST_F(ColdkeySwap, while_it_is_announced_the_coldkey_does_nothing_else) {
    announce();
    env(alice, frame_system::remark{}, fails(Error::ColdkeySwapAnnounced));
    env(alice, remove_stake{hotkey, pool, 1_alpha}, fails(Error::ColdkeySwapAnnounced));
    env(alice, dispute_coldkey_swap{}, ok, emits(ColdkeySwapDisputed{alice}));
    env.cx.block += delay + again;
    env(alice, swap_coldkey_announced{next}, fails(Error::ColdkeySwapDisputed));
    env(alice, clear_coldkey_swap_announcement{}, fails(Error::ColdkeySwapDisputed));
    env(alice, frame_system::remark{}, fails(Error::ColdkeySwapDisputed));
    env(bob, frame_system::remark{});
    env(alice, reset_coldkey_swap{alice}, fails(Error::ColdkeySwapDisputed));
    env(bob, reset_coldkey_swap{alice}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), reset_coldkey_swap{alice}, ok, emits(ColdkeySwapReset{alice}));
    env(alice, frame_system::remark{});
}

TEST_F(ColdkeySwap, an_announcement_is_changed_or_taken_back_after_a_while) {
    env(alice, clear_coldkey_swap_announcement{}, fails(Error::ColdkeySwapAnnouncementNotFound));
    env(alice, dispute_coldkey_swap{}, fails(Error::ColdkeySwapAnnouncementNotFound));
    announce();
    env.cx.block += delay + again - 1;
    env(alice, announce_coldkey_swap{hash}, fails(Error::ColdkeySwapReannouncedTooEarly));
    env(alice, clear_coldkey_swap_announcement{}, fails(Error::ColdkeySwapClearTooEarly));
    env.cx.block += 1;
    const u64 free = env.free_rao(alice);
    announce();
    EXPECT_EQ(env.free_rao(alice), free) << "only the first announcement is paid";
    env.cx.block += delay + again;
    env(alice, clear_coldkey_swap_announcement{}, ok, emits(ColdkeySwapCleared{alice}));
    env(env.account("poor", 1000), announce_coldkey_swap{hash},
        fails(Error::NotEnoughBalanceToPaySwapColdKey));
}

TEST_F(ColdkeySwap, a_dispute_is_raised_once) {
    announce();
    env(alice, dispute_coldkey_swap{});
    // The guard refuses before the call can; past the guard the call refuses itself.
    env(alice, dispute_coldkey_swap{}, fails(Error::ColdkeySwapDisputed));
    const auto r = dispute_coldkey_swap{}.dispatch(env.cx, Origin::signed_by(alice));
    ASSERT_FALSE(r);
    EXPECT_EQ(r.error(), fail(Error::ColdkeySwapAlreadyDisputed));
}

}  // namespace
}  // namespace subtensor
