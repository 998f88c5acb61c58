// TAO that moves, comes and goes.
#include "pallets/balances/balances.hpp"

#include "pallets/balances/account.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/balances/errors.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/balances/pallet.hpp"
#include "pallets/system/accounts.hpp"
#include "pallets/system/events.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace balances {
namespace {

static_assert(scale::lists_all_members<transfer_allow_death>());
static_assert(scale::lists_all_members<force_transfer>());
static_assert(scale::lists_all_members<transfer_all>());
static_assert(scale::lists_all_members<force_set_balance>());
static_assert(scale::lists_all_members<burn>());
static_assert(scale::lists_all_members<Endowed>());
static_assert(scale::lists_all_members<DustLost>());
static_assert(scale::lists_all_members<Transfer>());
static_assert(scale::lists_all_members<BalanceSet>());
static_assert(scale::lists_all_members<Deposit>());
static_assert(scale::lists_all_members<Withdraw>());
static_assert(scale::lists_all_members<Minted>());
static_assert(scale::lists_all_members<Burned>());
static_assert(scale::lists_all_members<Issued>());
static_assert(scale::lists_all_members<Rescinded>());

constexpr scale::Compact<TaoBalance> rao(u64 n) { return {{n}}; }

struct Balances : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 10'000), bob = env.account("bob", 10'000),
              nobody = env.account("nobody");
    u64 issuance() { return total_issuance(env.state).rao; }
    std::vector<std::string> names(std::size_t from = 0) {
        std::vector<std::string> out;
        for (auto i = from; i < env.cx.events.size(); ++i) {
            auto json = event_json(env.cx.events[i]);
            out.push_back(json.substr(2, json.find('"', 2) - 2));
        }
        return out;
    }
};

TEST_F(Balances, a_transfer_moves_exactly_the_amount) {
    env(alice, transfer_allow_death{bob, rao(700)}, ok, emits(Transfer{alice, bob, {700}}));
    EXPECT_EQ(env.free_rao(alice), 9'300u);
    EXPECT_EQ(env.free_rao(bob), 10'700u);
}

TEST_F(Balances, an_account_comes_into_being_with_the_existential_deposit) {
    env(alice, transfer_keep_alive{nobody, rao(499)}, fails(TokenError::BelowMinimum));
    auto from = env.cx.events.size();
    env(alice, transfer_keep_alive{nobody, rao(500)});
    EXPECT_EQ(names(from), (std::vector<std::string>{"System.NewAccount", "Balances.Endowed",
                                                     "Balances.Transfer"}));
    EXPECT_EQ(frame_system::providers(env.state, nobody), 1u);
}

TEST_F(Balances, keep_alive_refuses_to_end_the_sender) {
    env(alice, transfer_keep_alive{bob, rao(9'501)}, fails(TokenError::NotExpendable));
    env(alice, transfer_keep_alive{bob, rao(9'500)});
    EXPECT_EQ(env.free_rao(alice), 500u);
}

TEST_F(Balances, an_account_below_the_deposit_ends_and_its_dust_is_gone) {
    auto before = issuance();
    auto from = env.cx.events.size();
    env(alice, transfer_allow_death{bob, rao(9'501)});
    EXPECT_EQ(names(from), (std::vector<std::string>{"System.KilledAccount", "Balances.DustLost",
                                                     "Balances.Transfer"}));
    EXPECT_EQ(issuance(), before - 499);
    EXPECT_FALSE(frame_system::account_exists(env.state, alice));
}

TEST_F(Balances, an_account_that_others_rely_on_cannot_end) {
    ASSERT_TRUE(frame_system::inc_consumers(env.state, alice));
    env(alice, transfer_allow_death{bob, rao(9'501)}, fails(TokenError::Frozen));
    env(alice, transfer_allow_death{bob, rao(9'500)});
    env(alice, transfer_all{bob, false});
    EXPECT_EQ(env.free_rao(alice), 500u);
}

TEST_F(Balances, transfer_all_leaves_nothing_or_just_the_deposit) {
    env(alice, transfer_all{bob, true});
    EXPECT_EQ(env.free_rao(alice), 500u);
    env(alice, transfer_all{bob, false});
    EXPECT_EQ(env.free_rao(alice), 0u);
    EXPECT_EQ(env.free_rao(bob), 20'000u);
}

TEST_F(Balances, sending_to_oneself_changes_nothing) {
    auto from = env.cx.events.size();
    env(alice, transfer_allow_death{alice, rao(700)});
    EXPECT_TRUE(names(from).empty());
    EXPECT_EQ(env.free_rao(alice), 10'000u);
}

TEST_F(Balances, what_is_not_there_cannot_be_sent) {
    env(alice, transfer_allow_death{bob, rao(10'001)}, fails(TokenError::FundsUnavailable));
    env(alice, transfer_allow_death{bob, rao(~u64{0})}, fails(ArithmeticError::Underflow));
    env(Origin{}, transfer_allow_death{bob, rao(1)}, fails(DispatchError::Kind::BadOrigin));
    MultiAddress index;
    index.at = address::Raw{{1, 2}};
    env(alice, transfer_allow_death{index, rao(1)}, fails(DispatchError::Kind::CannotLookup));
}

TEST_F(Balances, only_root_moves_and_sets_what_is_not_its_own) {
    env(alice, force_transfer{bob, alice, rao(1)}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), force_transfer{bob, alice, rao(1)}, emits(Transfer{bob, alice, {1}}));
    env(alice, force_set_balance{alice, rao(1)}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Balances, setting_a_balance_corrects_the_issuance) {
    auto before = issuance();
    env(Origin::root(), force_set_balance{alice, rao(15'000)}, emits(Issued{{5'000}}),
        emits(BalanceSet{alice, {15'000}}));
    EXPECT_EQ(issuance(), before + 5'000);
    env(Origin::root(), force_set_balance{alice, rao(499)}, emits(Rescinded{{15'000}}),
        emits(BalanceSet{alice, {0}}));
    EXPECT_EQ(issuance(), before - 10'000);
    EXPECT_FALSE(frame_system::account_exists(env.state, alice));
}

TEST_F(Balances, burnt_tao_leaves_the_issuance) {
    auto before = issuance();
    env(alice, burn{rao(1'000), true}, emits(Burned{alice, {1'000}}));
    EXPECT_EQ(issuance(), before - 1'000);
    env(alice, burn{rao(8'501), true}, fails(TokenError::FundsUnavailable));
    env(alice, burn{rao(9'000), false});
    EXPECT_FALSE(frame_system::account_exists(env.state, alice));
}

TEST_F(Balances, what_is_frozen_or_reserved_cannot_be_spent) {
    auto change = [&](auto&& f) {
        ASSERT_TRUE(mutate_account(env.cx, alice, [&](frame_system::AccountData& a) -> Result<> {
            f(a);
            return {};
        }));
    };
    change([](auto& a) { a.frozen = {4'000}; });
    EXPECT_EQ(frame_system::consumers(env.state, alice), 1u);
    EXPECT_EQ(reducible_balance(env.state, alice, Preservation::Expendable).rao, 6'000u);
    EXPECT_EQ(reducible_balance(env.state, alice, Preservation::Expendable, Fortitude::Force).rao,
              9'500u);
    env(alice, transfer_allow_death{bob, rao(6'001)}, fails(TokenError::Frozen));
    change([](auto& a) {
        a.frozen = {};
        a.reserved = {1'000};
        a.free = {9'000};
    });
    EXPECT_EQ(frame_system::consumers(env.state, alice), 1u);
    EXPECT_EQ(total_balance(env.state, alice).rao, 10'000u);
    change([](auto& a) {
        a.reserved = {};
        a.free = {10'000};
    });
    EXPECT_EQ(frame_system::consumers(env.state, alice), 0u);
}

TEST_F(Balances, a_credit_ends_in_an_account_or_leaves_the_issuance) {
    auto before = issuance();
    auto credit = issue(env.cx, {3'000});
    EXPECT_EQ(issuance(), before + 3'000);
    EXPECT_FALSE(resolve(env.cx, nobody, Credit{{499}}));
    ASSERT_TRUE(resolve(env.cx, nobody, credit));
    EXPECT_EQ(env.free_rao(nobody), 3'000u);
    auto taken = withdraw(env.cx, nobody, {1'000}, Precision::Exact, Preservation::Preserve);
    ASSERT_TRUE(taken);
    EXPECT_EQ(issuance(), before + 3'000);
    drop(env.state, *taken);
    EXPECT_EQ(issuance(), before + 2'000);
    auto minted = mint_into(env.cx, nobody, {500});
    ASSERT_TRUE(minted);
    EXPECT_EQ(issuance(), before + 2'500);
}

/// Random operations of three accounts: the issuance stays the sum of all balances.
TEST_F(Balances, issuance_is_the_sum_of_balances_whatever_is_done) {
    u64 seed = 1;
    auto next = [&](u64 below) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        return (seed >> 33) % below;
    };
    const AccountId who[] = {alice, bob, nobody};
    auto sum = [&] {
        u64 s = 0;
        for (auto& [account, info] : frame_system::storage.Account.under(env.state))
            s += info.data.free.rao + info.data.reserved.rao;
        return s;
    };
    auto outside = issuance() - sum();  // credits of hooks
    for (int i = 0; i < 3'000; ++i) {
        auto &from = who[next(3)], &to = who[next(3)];
        auto amount = rao(next(4'000));
        const AnyCall calls[] = {AnyCall::of(transfer_allow_death{to, amount}),
                                 AnyCall::of(transfer_keep_alive{to, amount}),
                                 AnyCall::of(transfer_all{to, next(2) == 0}),
                                 AnyCall::of(burn{rao(next(50)), next(2) == 0})};
        (void)calls[next(4)].dispatch(env.cx, Origin::signed_by(from));
        if (next(3) == 0)
            (void)AnyCall::of(force_set_balance{to, amount}).dispatch(env.cx, Origin::root());
        ASSERT_EQ(issuance(), sum() + outside) << i;
    }
}

}  // namespace
}  // namespace balances
