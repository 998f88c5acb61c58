// Locks by call: what they hold, where they go, what conviction they earn.
#include "pallets/subtensor/staking/lock.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {

class Locks : public Staking {
protected:
    Locks() { env(alice, add_stake{hotkey, pool, 10_tao}); }
    LockState lock_of(const AccountId& coldkey) const {
        return get_coldkey_lock(env.state, coldkey, pool, env.cx.block).value_or(LockState{});
    }
};

TEST_F(Locks, stake_is_locked_to_one_hotkey) {
    env(alice, lock_stake{hotkey, pool, {}}, fails(Error::AmountTooLow));
    env(alice, lock_stake{alice, pool, 1_alpha}, fails(Error::HotKeyAccountNotExists));
    env(alice, lock_stake{hotkey, pool, 1000_alpha}, fails(Error::InsufficientStakeForLock));
    env(alice, lock_stake{hotkey, pool, 1_alpha}, ok,
        emits(StakeLocked{alice, hotkey, pool, 1_alpha}));
    env(alice, lock_stake{other_hotkey, pool, 1_alpha}, fails(Error::LockHotkeyMismatch));
    env(alice, lock_stake{hotkey, pool, 1_alpha}, ok);
    EXPECT_EQ(lock_of(alice).locked_mass, 2_alpha);
}

TEST_F(Locks, a_perpetual_lock_keeps_its_mass_and_earns_conviction) {
    env(alice, lock_stake{hotkey, pool, 1_alpha});
    env(alice, set_perpetual_lock{pool, true}, ok, emits(PerpetualLockUpdated{alice, pool, true}));
    EXPECT_TRUE(storage.HotkeyLock.has(env.state, pool, hotkey));
    EXPECT_FALSE(storage.DecayingHotkeyLock.has(env.state, pool, hotkey));
    env.cx.block += 100'000;
    EXPECT_EQ(lock_of(alice).locked_mass, 1_alpha);
    EXPECT_GT(lock_of(alice).conviction, U64F64{});
    EXPECT_EQ(hotkey_conviction(env.state, hotkey, pool, env.cx.block), lock_of(alice).conviction);
    env(alice, set_perpetual_lock{pool, false}, ok);
    env.cx.block += 100'000;
    EXPECT_LT(lock_of(alice).locked_mass, 1_alpha);
}

TEST_F(Locks, a_lock_moved_to_another_owners_hotkey_starts_anew) {
    const AccountId bobs = env.account("bob's hotkey");
    (void)create_account_if_non_existent(env.state, bob, bobs);
    env(alice, move_lock{bobs, pool}, fails(Error::NoExistingLock));
    env(alice, lock_stake{hotkey, pool, 1_alpha});
    env.cx.block += 100'000;
    env(alice, move_lock{other_hotkey, pool}, ok,
        emits(LockMoved{alice, hotkey, other_hotkey, pool}));
    EXPECT_GT(lock_of(alice).conviction, U64F64{});
    EXPECT_EQ(subnet_king(env.state, pool, env.cx.block), other_hotkey);
    env(alice, move_lock{bobs, pool}, ok);
    EXPECT_EQ(lock_of(alice).conviction, U64F64{});
    EXPECT_FALSE(storage.DecayingHotkeyLock.has(env.state, pool, other_hotkey));
}

TEST_F(Locks, an_account_says_whether_it_takes_locked_alpha) {
    env(bob, set_reject_locked_alpha{false}, ok, emits(RejectLockedAlphaUpdated{bob, false}));
    EXPECT_EQ(storage.AccountFlags.get(env.state, bob), 1u);
    env(bob, set_reject_locked_alpha{true}, ok);
    EXPECT_FALSE(storage.AccountFlags.has(env.state, bob));
}

TEST_F(Locks, conviction_takes_an_old_subnet_over) {
    storage.SubnetOwner.set(env.state, pool, bob);
    storage.SubnetOwnerHotkey.set(env.state, pool, bob);
    env(alice, lock_stake{hotkey, pool, stake(alice, pool)});
    env(alice, set_perpetual_lock{pool, true});
    storage.Uids.set(env.state, pool, hotkey, 0);
    env.cx.block += 1'000'000;
    change_subnet_owner_if_needed(env.cx, pool);
    EXPECT_EQ(storage.SubnetOwner.get(env.state, pool), bob);  // not a year old
    env.cx.block += 2'000'000;
    change_subnet_owner_if_needed(env.cx, pool);
    EXPECT_EQ(storage.SubnetOwner.get(env.state, pool), owner);
    EXPECT_EQ(storage.SubnetOwnerHotkey.get(env.state, pool), hotkey);
    EXPECT_TRUE(storage.OwnerLock.has(env.state, pool));
    destroy_lock_maps(env.state, pool);
    EXPECT_FALSE(storage.OwnerLock.has(env.state, pool));
    EXPECT_EQ(lock_of(alice).locked_mass, AlphaBalance{});
}

}  // namespace subtensor
