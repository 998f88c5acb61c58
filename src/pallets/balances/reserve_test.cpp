// TAO that stays with its account but cannot be spent.
#include "pallets/balances/reserve.hpp"

#include "pallets/balances/account.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/balances/errors.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/balances/storage.hpp"
#include "pallets/system/accounts.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace balances {
namespace {

static_assert(scale::lists_all_members<BalanceLock>());
static_assert(scale::lists_all_members<ReserveData>());
static_assert(scale::lists_all_members<IdAmount<HoldReason>>());
static_assert(scale::lists_all_members<ReserveRepatriated>());
static_assert(scale::lists_all_members<TotalIssuanceForced>());
static_assert(scale::lists_all_members<force_unreserve>());
static_assert(scale::lists_all_members<force_adjust_total_issuance>());

constexpr Identifier names{'n', 'a', 'm', 'e', 's'}, other{'o'};
constexpr scale::Compact<TaoBalance> rao(u64 n) { return {{n}}; }

struct Reserve : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 10'000), bob = env.account("bob", 10'000),
              nobody = env.account("nobody");
    const HoldReason reason = held_for::Preimage{};

    DispatchError error(const Result<>& r) { return r ? DispatchError{} : r.error(); }
    u64 free(const AccountId& who) { return env.free_rao(who); }
    u64 reserved(const AccountId& who) { return reserved_balance(env.state, who).rao; }
    u64 frozen(const AccountId& who) { return account(env.state, who).frozen.rao; }
};

TEST_F(Reserve, what_is_reserved_cannot_be_spent_until_it_is_free_again) {
    ASSERT_TRUE(reserve(env.cx, alice, {4'000}));
    EXPECT_EQ(free(alice), 6'000u);
    EXPECT_EQ(frame_system::consumers(env.state, alice), 1u);
    env(alice, transfer_allow_death{bob, rao(6'001)}, fails(TokenError::FundsUnavailable));
    EXPECT_EQ(unreserve(env.cx, alice, {5'000}).rao, 1'000u);
    EXPECT_EQ(free(alice), 10'000u);
    EXPECT_EQ(frame_system::consumers(env.state, alice), 0u);
}

TEST_F(Reserve, the_existential_deposit_cannot_be_reserved) {
    EXPECT_TRUE(can_reserve(env.state, alice, {9'500}));
    EXPECT_FALSE(can_reserve(env.state, alice, {9'501}));
    EXPECT_EQ(error(reserve(env.cx, alice, {10'001})), fail(Error::InsufficientBalance));
    Transaction undone(env.state);
    EXPECT_EQ(error(reserve(env.cx, alice, {9'501})), fail(DispatchError::Kind::ConsumerRemaining));
}

TEST_F(Reserve, root_can_set_reserved_tao_free) {
    ASSERT_TRUE(reserve(env.cx, alice, {4'000}));
    env(alice, force_unreserve{alice, {1}}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), force_unreserve{alice, {1'500}}, emits(Unreserved{alice, {1'500}}));
    EXPECT_EQ(reserved(alice), 2'500u);
    env(Origin::root(), force_unreserve{nobody, {1'500}});
}

TEST_F(Reserve, a_slash_takes_what_is_reserved_and_says_what_was_missing) {
    ASSERT_TRUE(reserve(env.cx, alice, {4'000}));
    auto issuance = total_issuance(env.state);
    auto slash = slash_reserved(env.cx, alice, {5'000});
    EXPECT_EQ(slash.taken.amount.rao, 4'000u);
    EXPECT_EQ(slash.missing.rao, 1'000u);
    drop(env.state, slash.taken);
    EXPECT_EQ(total_issuance(env.state).rao, issuance.rao - 4'000);
    EXPECT_EQ(slash_reserved(env.cx, nobody, {5}).missing.rao, 5u);
}

TEST_F(Reserve, reserved_tao_can_go_to_another_account) {
    ASSERT_TRUE(reserve(env.cx, alice, {4'000}));
    auto left = repatriate_reserved(env.cx, alice, bob, {1'000}, BalanceStatus::Free);
    ASSERT_TRUE(left);
    EXPECT_EQ(free(bob), 11'000u);
    left = repatriate_reserved(env.cx, alice, bob, {5'000}, BalanceStatus::Reserved);
    ASSERT_TRUE(left);
    EXPECT_EQ(left->rao, 2'000u);
    EXPECT_EQ(reserved(bob), 3'000u);
    EXPECT_EQ(frame_system::consumers(env.state, alice), 0u);
    left = repatriate_reserved(env.cx, bob, nobody, {1}, BalanceStatus::Free);
    ASSERT_FALSE(left);
    EXPECT_EQ(left.error(), fail(Error::DeadAccount));
    left = repatriate_reserved(env.cx, bob, bob, {4'000}, BalanceStatus::Free);
    ASSERT_TRUE(left);
    EXPECT_EQ(left->rao, 1'000u);
    EXPECT_EQ(reserved(bob), 0u);
}

TEST_F(Reserve, named_reserves_are_counted_by_name) {
    ASSERT_TRUE(reserve_named(env.cx, names, alice, {1'000}));
    ASSERT_TRUE(reserve_named(env.cx, other, alice, {2'000}));
    ASSERT_TRUE(reserve_named(env.cx, names, alice, {500}));
    EXPECT_EQ(reserved_balance_named(env.state, names, alice).rao, 1'500u);
    EXPECT_EQ(reserved(alice), 3'500u);
    EXPECT_EQ(unreserve_named(env.cx, names, alice, {2'000}).rao, 500u);
    EXPECT_EQ(storage.Reserves.get(env.state, alice).size(), 1u);
    EXPECT_EQ(unreserve_named(env.cx, names, alice, {1}).rao, 1u);
    EXPECT_EQ(unreserve_named(env.cx, other, alice, {2'000}).rao, 0u);
    EXPECT_FALSE(storage.Reserves.has(env.state, alice));
    EXPECT_EQ(free(alice), 10'000u);
    for (u8 i = 0; i < max_reserves; ++i) ASSERT_TRUE(reserve_named(env.cx, {i}, alice, {1}));
    EXPECT_EQ(error(reserve_named(env.cx, names, alice, {1})), fail(Error::TooManyReserves));
}

TEST_F(Reserve, a_hold_has_a_reason_and_leaves_the_deposit) {
    EXPECT_EQ(error(hold(env.cx, reason, alice, {9'501})), fail(TokenError::FundsUnavailable));
    ASSERT_TRUE(hold(env.cx, reason, alice, {9'000}));
    ASSERT_TRUE(hold(env.cx, reason, alice, {500}));
    EXPECT_EQ(balance_on_hold(env.state, reason, alice).rao, 9'500u);
    EXPECT_EQ(balance_on_hold(env.state, held_for::SafeMode{}, alice).rao, 0u);
    EXPECT_EQ(free(alice), 500u);
    auto more = release(env.cx, reason, alice, {9'501}, Precision::Exact);
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error(), fail(TokenError::FundsUnavailable));
    auto released = release(env.cx, reason, alice, {10'000}, Precision::BestEffort);
    ASSERT_TRUE(released);
    EXPECT_EQ(released->rao, 9'500u);
    EXPECT_EQ(free(alice), 10'000u);
    EXPECT_EQ(error(hold(env.cx, reason, nobody, {})), fail(TokenError::CannotCreateHold));
}

TEST_F(Reserve, what_is_held_can_be_destroyed) {
    ASSERT_TRUE(hold(env.cx, reason, alice, {4'000}));
    auto issuance = total_issuance(env.state);
    auto burnt = burn_held(env.cx, reason, alice, {1'000}, Precision::Exact, Fortitude::Polite);
    ASSERT_TRUE(burnt);
    EXPECT_EQ(total_issuance(env.state).rao, issuance.rao - 1'000);
    EXPECT_EQ(reserved(alice), 3'000u);
    set_lock(env.cx, names, alice, {8'000}, Reasons::All);
    burnt = burn_held(env.cx, reason, alice, {1'001}, Precision::Exact, Fortitude::Polite);
    ASSERT_FALSE(burnt);
    EXPECT_EQ(burnt.error(), fail(TokenError::Frozen));
    burnt = burn_held(env.cx, reason, alice, {9'000}, Precision::BestEffort, Fortitude::Force);
    ASSERT_TRUE(burnt);
    EXPECT_EQ(burnt->rao, 3'000u);
}

TEST_F(Reserve, locks_and_freezes_overlap) {
    set_lock(env.cx, names, alice, {3'000}, Reasons::Misc);
    set_lock(env.cx, other, alice, {2'000}, Reasons::Fee);
    EXPECT_EQ(frozen(alice), 3'000u);
    EXPECT_EQ(error(reserve(env.cx, alice, {7'001})), fail(Error::LiquidityRestrictions));
    extend_lock(env.cx, other, alice, {1'000}, Reasons::Misc);
    EXPECT_EQ(storage.Locks.get(env.state, alice)[1].amount.rao, 2'000u);
    EXPECT_EQ(storage.Locks.get(env.state, alice)[1].reasons, Reasons::All);
    extend_lock(env.cx, other, alice, {4'000}, Reasons::All);
    EXPECT_EQ(frozen(alice), 4'000u);
    ASSERT_TRUE(set_freeze(env.cx, FreezeReason{}, alice, {5'000}));
    EXPECT_EQ(frozen(alice), 5'000u);
    remove_lock(env.cx, other, alice);
    set_lock(env.cx, names, alice, {}, Reasons::All);
    EXPECT_FALSE(storage.Locks.has(env.state, alice));
    ASSERT_TRUE(set_freeze(env.cx, FreezeReason{}, alice, {}));
    EXPECT_EQ(frozen(alice), 0u);
    EXPECT_FALSE(storage.Freezes.has(env.state, alice));
}

TEST_F(Reserve, accounts_of_the_old_logic_are_upgraded_when_touched) {
    auto as_of_old = [&](const AccountId& who, u64 reserved_rao) {
        frame_system::storage.Account.change(env.state, who, [&](auto& a) {
            a.data.flags.bits = 0;
            a.data.reserved = {reserved_rao};
        });
    };
    as_of_old(alice, 1'000);
    env(alice, upgrade_accounts{{alice, bob}}, emits(Upgraded{alice}));
    EXPECT_EQ(env.cx.post.pays_fee, Pays::Yes);
    EXPECT_EQ(frame_system::consumers(env.state, alice), 1u);
    as_of_old(bob, 0);
    env(alice, transfer_allow_death{bob, rao(1)}, emits(Upgraded{bob}));
    as_of_old(bob, 0);
    env(alice, upgrade_accounts{{bob}});
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
    env(alice, upgrade_accounts{});
    env(Origin::root(), upgrade_accounts{}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Reserve, root_can_correct_the_issuance) {
    env.invariants_hold = false;
    auto old = total_issuance(env.state);
    using enum AdjustmentDirection;
    env(alice, force_adjust_total_issuance{Increase, rao(1)},
        fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), force_adjust_total_issuance{Increase, rao(0)}, fails(Error::DeltaZero));
    env(Origin::root(), force_adjust_total_issuance{Decrease, rao(70)},
        emits(TotalIssuanceForced{old, {old.rao - 70}}));
    storage.InactiveIssuance.set(env.state, {old.rao - 70});
    env(Origin::root(), force_adjust_total_issuance{Decrease, rao(1)},
        fails(Error::IssuanceDeactivated));
}

}  // namespace
}  // namespace balances
