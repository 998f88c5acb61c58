// Collateral at registration, in earnings, on the way out and in swaps of keys. Rules: subtensor
// subnets/collateral.rs, registration.rs and pallets/admin-utils/src/lib.rs of runtime 475.
#include "pallets/subtensor/subnets/collateral.hpp"

#include "pallets/admin_utils/calls.hpp"
#include "pallets/admin_utils/errors.hpp"
#include "pallets/admin_utils/events.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/swap/errors.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

using admin_utils::sudo_set_collateral_drain_ratio;
using admin_utils::sudo_set_collateral_lock_share;

struct Collateral : Network {
    Collateral() {
        storage.CollateralLockShare.set(env.state, subnet, 0x8000);
        storage.SubnetMovingPrice.set(env.state, subnet, I96F32::saturating_from_num(1u));
    }
    MinerCollateralState of(const AccountId& hotkey, const AccountId& coldkey) const {
        return storage.MinerCollateral.find(env.state, subnet, hotkey, coldkey)
            .value_or(MinerCollateralState{});
    }
    AlphaBalance sum(const AccountId& coldkey) const {
        return storage.ColdkeyMinerCollateral.get(env.state, subnet, coldkey);
    }
    std::vector<AccountId> listed(const AccountId& coldkey) const {
        return storage.ColdkeyCollateralHotkeys.get(env.state, subnet, coldkey);
    }
    AlphaBalance earns(u64 rao, u64 capturable_rao) {
        return settle_miner_collateral(env.state, subnet, alices_hotkey, alice, {rao},
                                       {capturable_rao});
    }
    void put(const AccountId& hotkey, const AccountId& coldkey, AlphaBalance locked) {
        (void)credit_miner_collateral(env.state, subnet, hotkey, coldkey, locked, Drain::keep);
    }
};

TEST_F(Collateral, half_of_the_price_is_staked_and_locked) {
    const auto price = storage.Burn.get(env.state, subnet);
    const auto free = env.free_rao(alice);
    const auto outside = storage.SubnetAlphaOut.get(env.state, subnet);
    join(alice, alices_hotkey);
    const auto state = of(alices_hotkey, alice);
    EXPECT_GT(state.locked.rao, 0u);
    EXPECT_EQ(state.locked, stake(alices_hotkey, alice));
    EXPECT_EQ(state.drain_ratio, U64F64::one());
    EXPECT_EQ(sum(alice), state.locked);
    EXPECT_EQ(listed(alice), (std::vector<AccountId>{alices_hotkey}));
    EXPECT_EQ(env.free_rao(alice), free - price.rao);
    // The burned half left the outstanding alpha again.
    EXPECT_EQ(storage.SubnetAlphaOut.get(env.state, subnet), saturating_add(outside, state.locked));
    EXPECT_EQ(storage.RAORecycledForRegistration.get(env.state, subnet).rao,
              price.rao - u64(u128{price.rao} * 0x8000 / 0xffff));
}

TEST_F(Collateral, without_a_share_the_price_is_burned_and_nothing_locked) {
    storage.CollateralLockShare.erase(env.state, subnet);
    const auto outside = storage.SubnetAlphaOut.get(env.state, subnet);
    join(alice, alices_hotkey);
    EXPECT_FALSE(storage.MinerCollateral.has(env.state, subnet, alices_hotkey, alice));
    EXPECT_EQ(stake(alices_hotkey, alice), AlphaBalance{});
    EXPECT_EQ(storage.SubnetAlphaOut.get(env.state, subnet), outside);
}

TEST_F(Collateral, who_comes_back_pays_only_what_lacks) {
    const auto price = storage.Burn.get(env.state, subnet);
    put(alices_hotkey, alice, {price.rao * 2});  // worth more than the half, at the moving price
    storage.CollateralDrainRatio.set(env.state, subnet, U64F64::saturating_from_num(3u));
    const auto charge = registration_charge(env.state, subnet, alices_hotkey, alice, price);
    EXPECT_EQ(charge.collateral, TaoBalance{});
    const auto free = env.free_rao(alice);
    join(alice, alices_hotkey);
    EXPECT_EQ(env.free_rao(alice), free - charge.burned.rao);
    EXPECT_EQ(of(alices_hotkey, alice).locked, (AlphaBalance{price.rao * 2}));
    EXPECT_EQ(of(alices_hotkey, alice).drain_ratio, U64F64::saturating_from_num(3u));
}

TEST_F(Collateral, a_place_is_not_sold_above_five_percent_over_the_price) {
    storage.Burn.set(env.state, subnet, 500_tao);  // moves the pool by far more
    env(alice, burned_register{subnet, alices_hotkey}, fails(Error::SlippageTooHigh));
}

TEST_F(Collateral, who_can_pay_only_by_going_under_the_existential_deposit_cannot) {
    const auto poor = env.account("poor", storage.Burn.get(env.state, subnet).rao);
    env(poor, burned_register{subnet, alices_hotkey}, fails(Error::NotEnoughBalanceToStake));
}

TEST_F(Collateral, it_falls_with_what_the_hotkey_earns) {
    put(alices_hotkey, alice, {1'000});
    storage.CollateralDrainRatio.set(env.state, subnet, U64F64::saturating_from_num(9u));
    EXPECT_EQ(earns(300, 300), AlphaBalance{});  // at the ratio of its registration
    EXPECT_EQ(of(alices_hotkey, alice).locked, AlphaBalance{700});
    EXPECT_EQ(of(alices_hotkey, alice).earned, AlphaBalance{300});
    EXPECT_EQ(sum(alice), AlphaBalance{700});
    EXPECT_EQ(earns(0, 0), AlphaBalance{});
    earns(5'000, 0);
    EXPECT_FALSE(storage.MinerCollateral.has(env.state, subnet, alices_hotkey, alice));
    EXPECT_FALSE(storage.ColdkeyMinerCollateral.has(env.state, subnet, alice));
    EXPECT_FALSE(storage.ColdkeyCollateralHotkeys.has(env.state, subnet, alice));
}

TEST_F(Collateral, below_its_floor_it_takes_from_what_belongs_to_the_owner) {
    join(alice, alices_hotkey);
    const auto locked = of(alices_hotkey, alice).locked;
    const AlphaBalance floor{locked.rao + 1'000};
    env(alice, set_min_collateral{subnet, alices_hotkey, floor},
        emits(MinCollateralSet{subnet, alices_hotkey, floor}));
    EXPECT_EQ(earns(5'000, 400), AlphaBalance{400});
    EXPECT_EQ(earns(5'000, 5'000), AlphaBalance{600});
    EXPECT_EQ(of(alices_hotkey, alice).locked, floor);
    EXPECT_EQ(stake(alices_hotkey, alice), floor);
    EXPECT_EQ(earns(5'000, 5'000), AlphaBalance{});  // and never falls below it
    EXPECT_EQ(of(alices_hotkey, alice).locked, floor);
}

TEST_F(Collateral, a_floor_alone_is_an_entry_until_it_is_cleared) {
    env(alice, try_associate_hotkey{alices_hotkey});
    env(alice, set_min_collateral{subnet, alices_hotkey, 5_alpha});
    EXPECT_EQ(of(alices_hotkey, alice).min_locked, 5_alpha);
    EXPECT_EQ(listed(alice), (std::vector<AccountId>{alices_hotkey}));
    env(alice, set_min_collateral{subnet, alices_hotkey, {}});
    EXPECT_FALSE(storage.MinerCollateral.has(env.state, subnet, alices_hotkey, alice));
    EXPECT_TRUE(listed(alice).empty());
    env(bob, set_min_collateral{subnet, alices_hotkey, {}}, fails(Error::NonAssociatedColdKey));
    env(bob, set_min_collateral{subnet, bobs_hotkey, {}}, fails(Error::HotKeyAccountNotExists));
    env(bob, set_min_collateral{root_netuid, bobs_hotkey, {}},
        fails(Error::RegistrationNotPermittedOnRootSubnet));
    env(bob, set_min_collateral{nowhere, bobs_hotkey, {}}, fails(Error::SubnetNotExists));
}

TEST_F(Collateral, one_coldkey_has_at_most_thirty_two) {
    for (int i = 0; i < 32; ++i) put(env.account("key " + std::to_string(i)), alice, {1});
    env(alice, try_associate_hotkey{alices_hotkey});
    env(alice, set_min_collateral{subnet, alices_hotkey, 1_alpha},
        fails(Error::ColdkeyCollateralPositionsFull));
    env(alice, burned_register{subnet, alices_hotkey},
        fails(Error::ColdkeyCollateralPositionsFull));
}

TEST_F(Collateral, more_is_locked_out_of_stake_first_and_then_bought) {
    storage.CollateralLockShare.erase(env.state, subnet);
    join(alice, alices_hotkey);
    env(alice, add_stake{alices_hotkey, subnet, 1_tao});
    const auto staked = stake(alices_hotkey, alice);
    const AlphaBalance half{staked.rao / 2};
    const auto free = env.free_rao(alice);
    env(alice, add_collateral{subnet, alices_hotkey, half, {}},
        emits(CollateralLocked{subnet, alices_hotkey, half, half}));
    EXPECT_EQ(env.free_rao(alice), free);
    const TaoBalance any{~u64{0}};
    env(alice, add_collateral{subnet, alices_hotkey, {staked.rao + 1'000'000'000}, any});
    EXPECT_LT(env.free_rao(alice), free);
    EXPECT_EQ(of(alices_hotkey, alice).locked, stake(alices_hotkey, alice));
    env(alice, add_collateral{subnet, alices_hotkey, {1'000'000'000}, {1}},
        fails(swap::Error::PriceLimitExceeded));
    env(alice, add_collateral{subnet, alices_hotkey, {}, any}, fails(Error::AmountTooLow));
    env(bob, add_collateral{subnet, alices_hotkey, 1_alpha, any},
        fails(Error::NonAssociatedColdKey));
    env(alice, add_collateral{root_netuid, alices_hotkey, 1_alpha, any},
        fails(Error::RegistrationNotPermittedOnRootSubnet));
}

TEST_F(Collateral, it_cannot_leave_the_stake_it_lies_on) {
    join(alice, alices_hotkey);
    const auto locked = of(alices_hotkey, alice).locked;
    env(alice, try_associate_hotkey{bobs_hotkey});
    env(alice, remove_stake{alices_hotkey, subnet, locked}, fails(Error::StakeUnavailable));
    env(alice, move_stake{alices_hotkey, bobs_hotkey, subnet, subnet, locked},
        fails(Error::StakeUnavailable));
    env(alice, transfer_stake{bob, alices_hotkey, subnet, subnet, locked},
        fails(Error::StakeUnavailable));
    env(alice, transfer_stake_and_hotkey{bob, alices_hotkey, bobs_hotkey, subnet, subnet, locked},
        fails(Error::StakeUnavailable));
    env(alice, recycle_alpha{alices_hotkey, locked, subnet}, fails(Error::StakeUnavailable));
    EXPECT_EQ(available_to_unstake_from_hotkey(env.state, alice, alices_hotkey, subnet, 1),
              AlphaBalance{});
    // Stake on another hotkey does not stand for it, and is free itself.
    env(alice, add_stake{bobs_hotkey, subnet, 1_tao});
    const auto other = stake(bobs_hotkey, alice);
    EXPECT_EQ(stake_availability(env.state, alice, subnet, 1).available, other);
    env(alice, remove_stake{alices_hotkey, subnet, locked}, fails(Error::StakeUnavailable));
    env(alice, remove_stake{bobs_hotkey, subnet, other});
    // Others who stake on the hotkey are not bound.
    env(bob, add_stake{alices_hotkey, subnet, 1_tao});
    env(bob, remove_stake{alices_hotkey, subnet, stake(alices_hotkey, bob)});
}

TEST_F(Collateral, it_follows_a_swapped_hotkey_and_joins_what_is_there) {
    const AccountId fresh = env.account("fresh hotkey");
    join(alice, alices_hotkey);
    const auto locked = of(alices_hotkey, alice).locked;
    put(fresh, alice, {50});
    env(alice, swap_hotkey_v2{alices_hotkey, fresh, subnet, true},
        fails(Error::KeepStakeBlockedByCollateral));
    env(alice, swap_hotkey{alices_hotkey, fresh, subnet});
    EXPECT_EQ(of(fresh, alice).locked, (AlphaBalance{locked.rao + 50}));
    EXPECT_EQ(listed(alice), (std::vector<AccountId>{fresh}));
    EXPECT_EQ(sum(alice), (AlphaBalance{locked.rao + 50}));
    EXPECT_FALSE(storage.MinerCollateral.has(env.state, subnet, alices_hotkey, alice));
}

TEST_F(Collateral, it_follows_a_swapped_coldkey) {
    const AccountId next = env.account("next");
    join(alice, alices_hotkey);
    const auto locked = of(alices_hotkey, alice).locked;
    env(Origin::root(), swap_coldkey{alice, next, {}});
    EXPECT_EQ(of(alices_hotkey, next).locked, locked);
    EXPECT_EQ(sum(next), locked);
    EXPECT_EQ(sum(alice), AlphaBalance{});
    EXPECT_TRUE(listed(alice).empty());
    // A sum that no listed hotkey explains stops the swap.
    storage.ColdkeyMinerCollateral.set(env.state, subnet, bob, {5});
    env(Origin::root(), swap_coldkey{bob, env.account("other"), {}},
        fails(Error::ColdkeyCollateralIncomplete));
}

TEST_F(Collateral, nothing_of_it_is_left_of_a_dissolved_subnet) {
    join(alice, alices_hotkey);
    env(Origin::root(), dissolve_network{owner, subnet});
    env.run_to(env.cx.block + 1);
    EXPECT_TRUE(storage.MinerCollateral.keys_under(env.state).empty());
    EXPECT_TRUE(storage.ColdkeyMinerCollateral.keys_under(env.state).empty());
    EXPECT_TRUE(storage.ColdkeyCollateralHotkeys.keys_under(env.state).empty());
    EXPECT_FALSE(storage.CollateralLockShare.has(env.state, subnet));
}

TEST_F(Collateral, owners_set_both_terms_within_bounds) {
    using AdminError = admin_utils::Error;
    env.run_to(env.cx.block + 800);
    env(Origin::root(), admin_utils::sudo_set_admin_freeze_window{0});
    env(owner, sudo_set_collateral_lock_share{subnet, 62'259},
        fails(AdminError::CollateralLockShareTooHigh));
    env(owner, sudo_set_collateral_lock_share{subnet, 62'258},
        emits(admin_utils::CollateralLockShareSet{subnet, 62'258}));
    env(owner, sudo_set_collateral_lock_share{subnet, 1}, fails(Error::TxRateLimitExceeded));
    env(alice, sudo_set_collateral_lock_share{subnet, 1}, fails(DispatchError::Kind::BadOrigin));
    const auto ten = U64F64::saturating_from_num(10u);
    env(owner, sudo_set_collateral_drain_ratio{subnet, {}},
        fails(AdminError::CollateralDrainRatioOutOfBounds));
    env(owner, sudo_set_collateral_drain_ratio{subnet, ten.saturating_add({1})},
        fails(AdminError::CollateralDrainRatioOutOfBounds));
    env(owner, sudo_set_collateral_drain_ratio{subnet, ten},
        emits(admin_utils::CollateralDrainRatioSet{subnet, ten}));
    env(Origin::root(), sudo_set_collateral_lock_share{root_netuid, 1},
        fails(AdminError::NotPermittedOnRootSubnet));
    env(Origin::root(), sudo_set_collateral_drain_ratio{nowhere, ten},
        fails(AdminError::SubnetDoesNotExist));
}

}  // namespace
}  // namespace subtensor
