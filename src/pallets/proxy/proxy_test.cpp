// Who may act for whom, and how far.
#include "pallets/proxy/proxy.hpp"

#include "crypto/hash.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/balances/errors.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/proxy/calls.hpp"
#include "pallets/proxy/errors.hpp"
#include "pallets/proxy/events.hpp"
#include "pallets/proxy/filter_api.hpp"
#include "pallets/proxy/storage.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/sudo/sudo.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/utility/calls.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace proxy {
namespace {

static_assert(scale::lists_all_members<ProxyDefinition>());
static_assert(scale::lists_all_members<Announcement>());
static_assert(scale::lists_all_members<proxy>());
static_assert(scale::lists_all_members<kill_pure>());
static_assert(scale::lists_all_members<proxy_announced>());
static_assert(scale::lists_all_members<PureCreated>());
static_assert(scale::lists_all_members<DepositPoked>());
static_assert(scale::lists_all_members<CallInfo>());
static_assert(scale::lists_all_members<ProxyFilterInfo>());

using enum ProxyType;
constexpr u64 rich = 1'000'000'000'000;
const Result<> filtered = fail(frame_system::Error::CallFiltered);

struct ProxyTest : testing::Test {
    Env env;
    AccountId alice = env.account("alice", rich), bob = env.account("bob", rich),
              carol = env.account("carol", rich);

    AnyCall send(u64 rao) { return AnyCall::of(balances::transfer_keep_alive{carol, {{rao}}}); }
    AnyCall remark() { return AnyCall::of(frame_system::remark_with_event{{1}}); }
    u64 reserved(const AccountId& who) { return balances::reserved_balance(env.state, who).rao; }
    H256 hash(const AnyCall& call) { return {crypto::blake2_256(scale::encoded(call))}; }
};

TEST_F(ProxyTest, a_proxy_acts_for_the_account_that_made_it_one) {
    env(alice, add_proxy{bob, Any, 0}, emits(ProxyAdded{alice, bob, Any, 0}));
    EXPECT_EQ(reserved(alice), 93'000'000u);
    env(bob, proxy{alice, {}, send(1'000)}, emits(ProxyExecuted{}));
    EXPECT_EQ(env.free_rao(carol), rich + 1'000);
    EXPECT_TRUE(storage.LastCallResult.has(env.state, alice));
    env.run_to(2);
    EXPECT_FALSE(storage.LastCallResult.has(env.state, alice));
    env(carol, proxy{alice, {}, send(1'000)}, fails(Error::NotProxy));
    env(bob, proxy{alice, Staking, send(1'000)}, fails(Error::NotProxy));
    env(Origin::root(), proxy{alice, {}, send(1)}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(ProxyTest, the_type_restricts_also_what_is_nested) {
    env(alice, add_proxy{bob, NonTransfer, 0});
    env(bob, proxy{alice, {}, send(1)}, emits(ProxyExecuted{filtered}));
    env(bob, proxy{alice, {}, remark()}, emits(ProxyExecuted{}));
    auto nested = AnyCall::of(utility::batch_all{{send(1)}});
    env(bob, proxy{alice, {}, nested}, emits(ProxyExecuted{filtered}));
    auto other_self = AnyCall::of(utility::as_derivative{1, send(1)});
    env(bob, proxy{alice, {}, other_self}, emits(ProxyExecuted{filtered}));
    EXPECT_EQ(env.free_rao(carol), rich);
}

TEST_F(ProxyTest, a_proxy_gives_nobody_more_than_it_has) {
    env(alice, add_proxy{bob, NonTransfer, 0});
    auto give = [&](ProxyType t) { return AnyCall::of(add_proxy{carol, t, 0}); };
    env(bob, proxy{alice, {}, give(Any)}, emits(ProxyExecuted{filtered}));
    env(bob, proxy{alice, {}, give(Transfer)}, emits(ProxyExecuted{filtered}));
    env(bob, proxy{alice, {}, give(Staking)}, emits(ProxyExecuted{}));
    env(bob, proxy{alice, {}, AnyCall::of(remove_proxy{carol, Any, 0})},
        emits(ProxyExecuted{filtered}));
    env(bob, proxy{alice, {}, AnyCall::of(remove_proxies{})}, emits(ProxyExecuted{filtered}));
}

TEST_F(ProxyTest, proxies_are_sorted_counted_and_paid_for) {
    env(alice, add_proxy{alice, Any, 0}, fails(Error::NoSelfProxy));
    env(alice, add_proxy{bob, Any, 0});
    env(alice, add_proxy{bob, Any, 0}, fails(Error::Duplicate));
    env(alice, remove_proxy{bob, Any, 1}, fails(Error::NotFound));
    env(carol, remove_proxy{bob, Any, 0}, fails(Error::NotFound));
    env(alice, add_proxy{bob, Any, 7});
    env(alice, remove_proxy{bob, Any, 7}, emits(ProxyRemoved{alice, bob, Any, 7}));
    for (u32 delay = 1; delay < max_proxies; ++delay) env(alice, add_proxy{bob, Owner, delay});
    env(alice, add_proxy{bob, Owner, max_proxies}, fails(Error::TooMany));
    EXPECT_EQ(reserved(alice), 60'000'000u + 20 * 33'000'000);
    env(alice, remove_proxies{});
    EXPECT_EQ(reserved(alice), 0u);
    EXPECT_FALSE(storage.Proxies.has(env.state, alice));
    auto poor = env.account("poor", 1'000);
    env(poor, add_proxy{bob, Any, 0}, fails(balances::Error::InsufficientBalance));
}

TEST_F(ProxyTest, a_delayed_proxy_announces_its_calls) {
    env(alice, add_proxy{bob, Any, 3});
    auto call = send(1'000);
    env(bob, proxy{alice, {}, call}, fails(Error::Unannounced));
    env(carol, announce{alice, hash(call)}, fails(Error::NotProxy));
    env(bob, announce{alice, hash(call)}, emits(Announced{alice, bob, hash(call)}));
    EXPECT_EQ(reserved(bob), 104'000'000u);
    env(carol, proxy_announced{bob, alice, {}, call}, fails(Error::Unannounced));
    env.run_to(4);
    env(carol, proxy_announced{bob, alice, {}, send(999)}, fails(Error::Unannounced));
    env(carol, proxy_announced{bob, alice, {}, call}, emits(ProxyExecuted{}));
    EXPECT_EQ(env.free_rao(carol), rich + 1'000);
    EXPECT_EQ(reserved(bob), 0u);
}

TEST_F(ProxyTest, announcements_can_be_taken_back_and_refused) {
    env(alice, add_proxy{bob, Any, 3});
    for (u8 i = 0; i < max_pending; ++i) env(bob, announce{alice, {{i}}});
    env(bob, announce{alice, {}}, fails(Error::TooMany));
    env(bob, remove_announcement{alice, {{1}}});
    env(bob, remove_announcement{alice, {{1}}}, fails(Error::NotFound));
    env(carol, reject_announcement{bob, {{2}}}, fails(Error::NotFound));
    env(alice, reject_announcement{bob, {{2}}});
    EXPECT_EQ(storage.Announcements.get(env.state, bob).first.size(), max_pending - 2u);
    env(carol, remove_announcement{alice, {}}, fails(Error::NotFound));
}

TEST_F(ProxyTest, a_pure_account_lives_and_dies_by_its_spawner) {
    auto pure = pure_account(alice, Any, 0, 1, 0);
    env(alice, create_pure{Any, 0, 0}, emits(PureCreated{pure, alice, Any, 0}));
    env(alice, create_pure{Any, 0, 0}, fails(Error::Duplicate));
    env(alice, balances::transfer_keep_alive{pure, {{5'000}}});
    env(alice, proxy{pure, {}, send(1'000)}, emits(ProxyExecuted{}));
    EXPECT_EQ(env.free_rao(pure), 4'000u);
    const kill_pure kill{alice, Any, 0, {1}, {0}};
    env(alice, kill, fails(Error::NoPermission));
    env(alice, proxy{pure, {}, AnyCall::of(kill)}, emits(PureKilled{pure, alice, Any, 0}));
    EXPECT_EQ(reserved(alice), 0u);
    env(alice, proxy{pure, {}, send(1'000)}, fails(Error::NotProxy));
}

TEST_F(ProxyTest, deposits_follow_the_prices) {
    env(alice, add_proxy{bob, Any, 0});
    env(alice, poke_deposit{});
    EXPECT_EQ(env.cx.post.pays_fee, Pays::Yes);
    storage.Proxies.change(env.state, alice, [](auto& p) { p.second.rao -= 3'000'000; });
    env(alice, poke_deposit{},
        emits(DepositPoked{alice, DepositKind::Proxies, {90'000'000}, {93'000'000}}));
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
}

TEST_F(ProxyTest, an_account_may_pay_for_what_its_proxy_does) {
    env(alice, set_real_pays_fee{bob, true}, fails(Error::NotProxy));
    env(alice, add_proxy{bob, Any, 0});
    env(alice, set_real_pays_fee{bob, true}, emits(RealPaysFeeSet{alice, bob, true}));
    EXPECT_TRUE(is_real_pays_fee(env.state, alice, bob));
    env(alice, set_real_pays_fee{bob, false});
    EXPECT_FALSE(is_real_pays_fee(env.state, alice, bob));
    env(alice, set_real_pays_fee{bob, true});
    env(alice, remove_proxy{bob, Any, 0});
    EXPECT_FALSE(is_real_pays_fee(env.state, alice, bob));
}

bool allows(ProxyType type, const AnyCall& call) { return filter(type, call, 475); }

TEST_F(ProxyTest, each_type_has_its_calls) {
    auto stake = AnyCall::of(subtensor::add_stake{});
    auto transfer_stake = [](u64 alpha) {
        subtensor::transfer_stake c;
        c.alpha_amount = {alpha};
        return AnyCall::of(c);
    };
    auto root_call = AnyCall::of(sudo::sudo{remark()});
    EXPECT_TRUE(allows(Any, root_call));
    EXPECT_TRUE(allows(Staking, stake));
    EXPECT_FALSE(allows(Staking, send(1)));
    EXPECT_FALSE(allows(NonFungible, stake));
    EXPECT_TRUE(allows(NonCritical, stake));
    EXPECT_FALSE(allows(NonCritical, root_call));
    EXPECT_TRUE(allows(Transfer, send(rich)));
    EXPECT_TRUE(allows(SmallTransfer, send(499'999'999)));
    EXPECT_FALSE(allows(SmallTransfer, send(500'000'000)));
    EXPECT_TRUE(allows(SmallTransfer, transfer_stake(499'999'999)));
    EXPECT_FALSE(allows(SmallTransfer, transfer_stake(500'000'000)));
    EXPECT_FALSE(
        allows(SudoUncheckedSetCode, AnyCall::of(sudo::sudo_unchecked_weight{remark(), {}})));
    for (auto type : {NonFungible, NonCritical}) {
        EXPECT_FALSE(allows(type, AnyCall::of(subtensor::register_limit{})));
        EXPECT_TRUE(filter(type, AnyCall::of(subtensor::register_limit{}), 425));
    }
    EXPECT_TRUE(allows(Registration, AnyCall::of(subtensor::register_limit{})));
    for (auto retired : {Senate, Triumvirate, Governance, RootWeights})
        EXPECT_FALSE(allows(retired, remark()));
}

TEST_F(ProxyTest, clients_learn_of_types_and_what_they_allow) {
    auto types = get_proxy_types(env.state);
    ASSERT_EQ(types.size(), proxy_type_count);
    EXPECT_TRUE(types[u8(Senate)].deprecated);
    auto filters = get_proxy_filters(env.state, Bytes{0, u8(SmallTransfer), 77});
    ASSERT_EQ(filters.size(), 2u);
    EXPECT_TRUE(std::holds_alternative<filter_mode::AllowAll>(filters[0].filter_mode));
    auto& calls = std::get<filter_mode::Allow>(filters[1].filter_mode).calls;
    ASSERT_GE(calls.size(), 3u);
    auto limit = std::get<call_constraint::ParamLessThan>(*calls[0].constraint);
    EXPECT_EQ(limit.limit, 500'000'000u);
    EXPECT_EQ(get_proxy_filters(env.state, {}).size(), proxy_type_count);
}

/// What the API says and what the filter does must be the same for calls without conditions.
TEST_F(ProxyTest, the_shown_calls_are_those_that_the_filter_lets_through) {
    for (auto type : {Owner, NonCritical, NonTransfer, NonFungible, Staking, RootClaim}) {
        auto shown = allowed_calls(type);
        std::size_t let_through = 0;
        for (auto pallet : runtime())
            for (auto& row : pallet->calls)
                let_through += allows(type, AnyCall{pallet->index, &row, {}});
        EXPECT_EQ(shown.size(), let_through) << int(type);
    }
}

}  // namespace
}  // namespace proxy
