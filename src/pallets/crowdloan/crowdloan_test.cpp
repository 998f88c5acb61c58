// Crowdloans from the first deposit to the last refund.
#include "pallets/crowdloan/crowdloan.hpp"

#include "pallets/balances/calls.hpp"
#include "pallets/crowdloan/calls.hpp"
#include "pallets/crowdloan/errors.hpp"
#include "pallets/crowdloan/events.hpp"
#include "pallets/preimage/storage.hpp"
#include "pallets/proxy/calls.hpp"
#include "pallets/proxy/events.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/system/storage.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace crowdloan {
namespace {

static_assert(scale::lists_all_members<CrowdloanInfo>());
static_assert(scale::lists_all_members<create>());
static_assert(scale::lists_all_members<Contributed>());

constexpr u64 tao = 1'000'000'000;

struct Crowdloan : testing::Test {
    Env env;
    const AccountId creator = env.account("creator", 1'000 * tao);
    const AccountId bob = env.account("bob", 1'000 * tao);
    const AccountId carol = env.account("carol", 1'000 * tao);
    const AccountId target = env.account("target");

    /// 100 TAO for the target, 10 of them the creator's.
    create wanted() const {
        return {.deposit = {10_tao},
                .min_contribution = {1_tao},
                .cap = {100_tao},
                .end = {60'000},
                .target_address = target};
    }
    void open() { env(creator, wanted()); }
    /// With a call in place of the target address.
    template <class C>
    void open_for(const C& call) {
        auto with_call = wanted();
        with_call.call = AnyCall::of(call);
        with_call.target_address = {};
        env(creator, with_call);
    }
    void pay_in(const AccountId& who, TaoBalance amount, u32 id = 0) {
        env(who, contribute{{id}, {amount}}, emits(Contributed{id, who, amount}));
    }
    CrowdloanInfo info(u32 id = 0) const { return *storage.Crowdloans.get(env.state, id); }
    AccountId funds() const { return sub_account(constants.PalletId, u32{0}); }
    u64 raised() const { return env.free_rao(funds()); }
};

TEST_F(Crowdloan, the_deposit_opens_it) {
    env(creator, wanted(), emits(Created{0, creator, 60'000, 100_tao}));
    EXPECT_EQ(raised(), 10 * tao);
    EXPECT_EQ(env.free_rao(creator), 990 * tao);
    EXPECT_EQ(info().raised, 10_tao);
    EXPECT_EQ(info().contributors_count, 1u);
    env(creator, wanted(), emits(Created{1, creator, 60'000, 100_tao}));
}

TEST_F(Crowdloan, terms_outside_the_limits_are_refused) {
    auto with = [&](auto change) {
        auto c = wanted();
        change(c);
        return c;
    };
    auto refused = [&](Error e, auto change) { env(creator, with(change), fails(e)); };
    refused(Error::DepositTooLow, [](auto& c) { c.deposit = {{10 * tao - 1}}; });
    refused(Error::CapTooLow, [](auto& c) { c.cap = c.deposit; });
    refused(Error::MinimumContributionTooLow, [](auto& c) { c.min_contribution = {{99'999'999}}; });
    refused(Error::InvalidFinalizationConfig, [](auto& c) { c.target_address = {}; });
    refused(Error::InvalidFinalizationConfig,
            [](auto& c) { c.call = AnyCall::of(frame_system::remark{}); });
    refused(Error::CannotEndInPast, [](auto& c) { c.end = {1}; });
    refused(Error::BlockDurationTooShort, [](auto& c) { c.end = {50'400}; });
    refused(Error::BlockDurationTooLong, [](auto& c) { c.end = {432'002}; });
    refused(Error::InsufficientBalance, [](auto& c) {
        c.deposit = {1'001_tao};
        c.cap = {2'000_tao};
    });
    env(Origin::root(), wanted(), fails(DispatchError::Kind::BadOrigin));
    storage.NextCrowdloanId.set(env.state, ~0u);
    refused(Error::Overflow, [](auto&) {});
}

TEST_F(Crowdloan, a_call_adds_its_weight_to_the_opening) {
    auto c = wanted();
    const auto without = AnyCall::of(c).info().weight;
    EXPECT_EQ(without, (Weight{634'829'000, 6'148}));
    const auto remark = AnyCall::of(frame_system::remark{{1, 2, 3}});
    c.call = remark;
    EXPECT_EQ(AnyCall::of(c).info().weight, without.saturating_add(remark.info().weight));
}

TEST_F(Crowdloan, contributions_stop_at_the_cap) {
    open();
    pay_in(bob, 60_tao);
    env(carol, contribute{{0}, {50_tao}}, emits(Contributed{0, carol, 30_tao}));
    EXPECT_EQ(raised(), 100 * tao);
    EXPECT_EQ(info().contributors_count, 3u);
    env(carol, contribute{{0}, {1_tao}}, fails(Error::CapRaised));
}

TEST_F(Crowdloan, contributions_that_cannot_be_taken_are_refused) {
    env(bob, contribute{{0}, {1_tao}}, fails(Error::InvalidCrowdloanId));
    open();
    env(bob, contribute{{0}, {{tao - 1}}}, fails(Error::ContributionTooLow));
    env(target, contribute{{0}, {1_tao}}, fails(Error::InsufficientBalance));
    auto full = info();
    full.contributors_count = 500;
    storage.Crowdloans.set(env.state, 0, full);
    env(bob, contribute{{0}, {1_tao}}, fails(Error::MaxContributorsReached));
    env.cx.block = 60'000;
    env(bob, contribute{{0}, {1_tao}}, fails(Error::ContributionPeriodEnded));
}

TEST_F(Crowdloan, a_limit_holds_for_all_that_one_account_pays_in) {
    open();
    env(creator, set_max_contribution{{0}, 15_tao}, emits(MaxContributionUpdated{0, 15_tao}));
    pay_in(bob, 10_tao);
    env(bob, contribute{{0}, {10_tao}}, emits(Contributed{0, bob, 5_tao}));
    env(bob, contribute{{0}, {1_tao}}, fails(Error::MaxContributionReached));
    EXPECT_EQ(info().contributors_count, 2u);
    env(creator, set_max_contribution{{0}, {}}, emits(MaxContributionUpdated{0, {}}));
    pay_in(bob, 1_tao);
}

TEST_F(Crowdloan, contributions_can_be_taken_back_and_the_deposit_cannot) {
    open();
    pay_in(bob, 20_tao);
    pay_in(creator, 5_tao);
    env(bob, withdraw{{0}}, emits(Withdrew{0, bob, 20_tao}));
    env(bob, withdraw{{0}}, fails(Error::NoContribution));
    env(creator, withdraw{{0}}, emits(Withdrew{0, creator, 5_tao}));
    env(creator, withdraw{{0}}, fails(Error::DepositCannotBeWithdrawn));
    EXPECT_EQ(raised(), 10 * tao);
    EXPECT_EQ(info().raised, 10_tao);
    EXPECT_EQ(info().contributors_count, 1u);
    env(bob, withdraw{{7}}, fails(Error::InvalidCrowdloanId));
}

TEST_F(Crowdloan, the_target_gets_all_that_was_raised) {
    open();
    env(creator, finalize{{0}}, fails(Error::CapNotRaised));
    pay_in(bob, 90_tao);
    env(bob, finalize{{0}}, fails(Error::InvalidOrigin));
    env(creator, finalize{{0}}, emits(Finalized{0}));
    EXPECT_EQ(env.free_rao(target), 100 * tao);
    EXPECT_EQ(raised(), 0u);
    env(creator, finalize{{0}}, fails(Error::AlreadyFinalized));
    env(bob, withdraw{{0}}, fails(Error::AlreadyFinalized));
    env(creator, refund{{0}}, fails(Error::AlreadyFinalized));
    env(creator, dissolve{{0}}, fails(Error::AlreadyFinalized));
    env(creator, update_cap{{0}, {200_tao}}, fails(Error::AlreadyFinalized));
}

TEST_F(Crowdloan, a_call_that_leaves_the_funds_behind_does_not_finalize) {
    open_for(frame_system::remark{{1}});
    pay_in(bob, 90_tao);
    env(creator, finalize{{0}}, fails(Error::FundsNotSettled));
    EXPECT_FALSE(info().finalized);
    env(bob, withdraw{{0}}, emits(Withdrew{0, bob, 90_tao}));
}

TEST_F(Crowdloan, a_call_that_fails_does_not_finalize) {
    open_for(balances::transfer_keep_alive{bob, {{1'500 * tao}}});
    pay_in(bob, 90_tao);
    env(creator, finalize{{0}}, fails(TokenError::FundsUnavailable));
    EXPECT_FALSE(storage.CurrentCrowdloanId.has(env.state));
}

TEST_F(Crowdloan, a_call_cannot_touch_the_crowdloan_it_belongs_to) {
    open_for(withdraw{{0}});
    pay_in(creator, 90_tao);
    env(creator, finalize{{0}}, fails(Error::AlreadyFinalized));
}

TEST_F(Crowdloan, a_call_cannot_finalize_another_crowdloan) {
    open_for(finalize{{1}});
    open();
    pay_in(bob, 90_tao, 0);
    pay_in(bob, 90_tao, 1);
    env(creator, finalize{{0}}, fails(Error::AlreadyFinalizing));
    EXPECT_EQ(env.free_rao(target), 0u);
}

TEST_F(Crowdloan, a_call_that_is_not_there_does_not_finalize) {
    open_for(frame_system::remark{});
    pay_in(bob, 90_tao);
    auto lost = info();
    lost.call = preimage::BoundedCall{preimage::bounded::Lookup{{}, 200}};
    storage.Crowdloans.set(env.state, 0, lost);
    env(creator, finalize{{0}}, fails(Error::CallUnavailable));
}

TEST_F(Crowdloan, a_long_call_is_kept_as_a_preimage_until_the_end) {
    open_for(frame_system::remark{Bytes(200, 7)});
    ASSERT_TRUE(info().call->lookup_hash());
    EXPECT_EQ(preimage::storage.PreimageFor.keys_under(env.state).size(), 1u);
    pay_in(bob, 90_tao);
    env(creator, finalize{{0}}, fails(Error::FundsNotSettled));  // it was found and run
    env(creator, refund{{0}});
    env(creator, dissolve{{0}});
    EXPECT_TRUE(preimage::storage.PreimageFor.keys_under(env.state).empty());
}

/// Otherwise a proxy that may finalize could make calls through it that it may not make itself.
TEST_F(Crowdloan, a_call_may_do_no_more_than_the_proxy_that_finalizes) {
    open_for(balances::transfer_keep_alive{bob, {{1}}});
    pay_in(bob, 90_tao);
    env(creator, proxy::add_proxy{carol, proxy::ProxyType::NonTransfer, 0});
    env(carol, proxy::proxy{creator, {}, AnyCall::of(finalize{{0}})},
        emits(proxy::ProxyExecuted{fail(frame_system::Error::CallFiltered)}));
}

TEST_F(Crowdloan, contributors_are_paid_back_fifty_at_a_time) {
    open();
    for (int i = 0; i < 60; ++i)
        pay_in(env.account("contributor " + std::to_string(i), 10 * tao), 1_tao);
    env(bob, refund{{0}}, fails(Error::InvalidOrigin));
    env(creator, refund{{0}}, emits(PartiallyRefunded{0}));
    EXPECT_FALSE(env.cx.post.actual_weight);
    EXPECT_EQ(raised(), 20 * tao);
    env(creator, dissolve{{0}}, fails(Error::NotReadyToDissolve));
    env(creator, refund{{0}}, emits(AllRefunded{0}));
    EXPECT_EQ(env.cx.post.actual_weight, refund_weight(10));
    EXPECT_EQ(raised(), 10 * tao);
    EXPECT_EQ(info().contributors_count, 1u);
}

TEST_F(Crowdloan, newer_rules_count_the_contributors_of_older_ones_once) {
    open();
    pay_in(bob, 1_tao);
    const auto forget = [&] {
        storage.Crowdloans.change(env.state, 0, [](auto& loan) { loan->contributors_count = 0; });
        find_pallet(pallet_index)->hooks.on_runtime_upgrade(env.state);
    };
    forget();
    EXPECT_EQ(info().contributors_count, 2u);
    forget();
    EXPECT_EQ(info().contributors_count, 0u);
}

TEST_F(Crowdloan, nothing_of_a_dissolved_one_is_left) {
    open();
    env(creator, set_max_contribution{{0}, 15_tao});
    env(bob, dissolve{{0}}, fails(Error::InvalidOrigin));
    env(creator, dissolve{{0}}, emits(Dissolved{0}));
    EXPECT_EQ(env.free_rao(creator), 1'000 * tao);
    EXPECT_FALSE(storage.Crowdloans.has(env.state, 0));
    EXPECT_FALSE(storage.MaxContributions.has(env.state, 0));
    EXPECT_TRUE(storage.Contributions.under(env.state, 0u).empty());
    EXPECT_FALSE(frame_system::storage.Account.has(env.state, funds()));
}

TEST_F(Crowdloan, the_creator_may_change_the_terms_while_it_is_open) {
    open();
    pay_in(bob, 20_tao);
    env(bob, update_end{{0}, {70'000}}, fails(Error::InvalidOrigin));
    env(creator, update_end{{0}, {70'000}}, emits(EndUpdated{0, 70'000}));
    env(creator, update_end{{0}, {1'000}}, fails(Error::BlockDurationTooShort));
    env(creator, update_cap{{0}, {{30 * tao - 1}}}, fails(Error::CapTooLow));
    env(creator, update_cap{{0}, {30_tao}}, emits(CapUpdated{0, 30_tao}));
    env(creator, update_min_contribution{{0}, {2_tao}}, emits(MinContributionUpdated{0, 2_tao}));
    env(creator, update_min_contribution{{0}, {{1}}}, fails(Error::MinimumContributionTooLow));
    env(creator, set_max_contribution{{0}, 9_tao}, fails(Error::MaximumContributionTooLow));
    env(creator, set_max_contribution{{0}, 10_tao});
    env(creator, update_min_contribution{{0}, {11_tao}}, fails(Error::MinimumContributionTooHigh));
    env(creator, update_min_contribution{{9}, {2_tao}}, fails(Error::InvalidCrowdloanId));
    EXPECT_EQ(info().end, 70'000u);
    EXPECT_EQ(info().cap, 30_tao);
    EXPECT_EQ(info().min_contribution, 2_tao);
}

}  // namespace
}  // namespace crowdloan
