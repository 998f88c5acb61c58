// Batches: how far they go and what they cost.
#include "pallets/balances/calls.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/utility/calls.hpp"
#include "pallets/utility/errors.hpp"
#include "pallets/utility/events.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace utility {
namespace {

static_assert(scale::lists_all_members<batch>());
static_assert(scale::lists_all_members<batch_all>());
static_assert(scale::lists_all_members<force_batch>());
static_assert(scale::lists_all_members<BatchInterrupted>());
static_assert(scale::lists_all_members<ItemFailed>());
static_assert(scale::lists_all_members<as_derivative>());
static_assert(scale::lists_all_members<dispatch_as>());
static_assert(scale::lists_all_members<if_else>());
static_assert(scale::lists_all_members<with_weight>());

struct Batch : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 10'000), bob = env.account("bob", 10'000);
    AnyCall send(u64 rao) { return AnyCall::of(balances::transfer_keep_alive{bob, {{rao}}}); }
};
const DispatchError too_poor = fail(TokenError::FundsUnavailable);
constexpr auto call_filtered = frame_system::Error::CallFiltered;

TEST_F(Batch, batch_keeps_what_was_done_before_the_first_failure) {
    env(alice, batch{{send(10), send(19'999), send(20)}}, emits(ItemCompleted{}),
        emits(BatchInterrupted{1, too_poor}));
    EXPECT_EQ(env.free_rao(bob), 10'010u);
}

TEST_F(Batch, batch_all_is_all_or_nothing) {
    env(alice, batch_all{{send(10), send(19'999), send(20)}}, fails(TokenError::FundsUnavailable));
    EXPECT_EQ(env.free_rao(bob), 10'000u);
    env(alice, batch_all{{send(10), send(20)}}, emits(BatchCompleted{}));
    EXPECT_EQ(env.free_rao(bob), 10'030u);
}

TEST_F(Batch, force_batch_goes_on_after_failures) {
    env(alice, force_batch{{send(10), send(19'999), send(20)}}, emits(ItemFailed{too_poor}),
        emits(BatchCompletedWithErrors{}));
    EXPECT_EQ(env.free_rao(bob), 10'030u);
    env(alice, force_batch{{}}, emits(BatchCompleted{}));
}

TEST_F(Batch, a_failed_item_leaves_no_trace) {
    auto before = env.state.changes();
    auto events = env.cx.events.size();
    env(alice, force_batch{{send(19'999)}});
    EXPECT_EQ(env.state.changes(), before);
    EXPECT_EQ(env.cx.events.size(), events + 2);  // what the batch says about it
}

TEST_F(Batch, batches_do_not_nest_except_for_root) {
    auto inner = AnyCall::of(batch{{}});
    env(alice, batch{{inner}}, fails(frame_system::Error::CallFiltered));
    env(alice, batch_all{{inner}}, fails(frame_system::Error::CallFiltered));
    env(alice, force_batch{{inner}}, fails(frame_system::Error::CallFiltered));
    env(Origin::root(), batch_all{{AnyCall::of(batch_all{{}})}}, emits(BatchCompleted{}));
}

TEST_F(Batch, nobody_in_particular_cannot_batch) {
    env(Origin{}, batch{{}}, fails(DispatchError::Kind::BadOrigin));
    env(Origin{}, batch_all{{}}, fails(DispatchError::Kind::BadOrigin));
    env(Origin{}, force_batch{{}}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Batch, batch_all_does_not_nest_at_any_depth) {
    auto deep = AnyCall::of(if_else{AnyCall::of(batch_all{}), send(7)});
    env(alice, batch_all{{deep}}, emits(IfElseFallbackCalled{fail(call_filtered)}));
}

TEST_F(Batch, another_self_has_an_account_of_its_own) {
    auto other_self = derivative_account_id(alice, 3);
    env(alice, as_derivative{3, send(10)}, fails(TokenError::FundsUnavailable));
    EXPECT_TRUE(env.cx.post.actual_weight);
    env(alice, balances::transfer_keep_alive{other_self, {{2'000}}});
    env(alice, as_derivative{3, send(10)});
    EXPECT_EQ(env.free_rao(other_self), 1'990u);
    env(Origin::root(), as_derivative{3, send(10)}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Batch, root_acts_as_anybody) {
    using frame_system::OriginCaller;
    auto as_alice = OriginCaller::signed_by(alice);
    env(alice, dispatch_as{as_alice, send(10)}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), dispatch_as{as_alice, send(10)}, emits(DispatchedAs{}));
    env(Origin::root(), dispatch_as{as_alice, send(19'999)}, emits(DispatchedAs{too_poor}));
    env(Origin::root(), dispatch_as_fallible{as_alice, send(10)}, emits(DispatchedAs{}));
    env(Origin::root(), dispatch_as_fallible{as_alice, send(19'999)},
        fails(TokenError::FundsUnavailable));
    env(alice, dispatch_as_fallible{as_alice, send(10)}, fails(DispatchError::Kind::BadOrigin));
    EXPECT_EQ(env.free_rao(bob), 10'020u);
}

TEST_F(Batch, origins_that_no_call_accepts_are_refused) {
    using namespace frame_system;
    for (auto& as : {OriginCaller{origin_caller::Ethereum{}},
                     OriginCaller{origin_caller::system{raw_origin::Authorized{}}},
                     OriginCaller{origin_caller::system{raw_origin::None{}}}})
        env(Origin::root(), dispatch_as_fallible{as, send(1)},
            fails(DispatchError::Kind::BadOrigin));
    auto set = AnyCall::of(set_storage{});
    env(Origin::root(), dispatch_as_fallible{OriginCaller::root(), set}, emits(DispatchedAs{}));
}

TEST_F(Batch, root_states_what_a_call_weighs) {
    auto set = AnyCall::of(balances::force_set_balance{bob, {{777}}});
    EXPECT_EQ(AnyCall::of(with_weight{set, {5, 6}}).info().weight, (Weight{5, 6}));
    env(alice, with_weight{set, {5, 6}}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), with_weight{set, {5, 6}});
    EXPECT_EQ(env.free_rao(bob), 777u);
    env(Origin::root(), with_weight{send(1), {}}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Batch, the_second_call_is_made_when_the_first_fails) {
    env(alice, if_else{send(10), send(20)}, emits(IfElseMainSuccess{}));
    EXPECT_EQ(env.free_rao(bob), 10'010u);
    env(alice, if_else{send(19'999), send(20)}, emits(IfElseFallbackCalled{too_poor}));
    EXPECT_EQ(env.free_rao(bob), 10'030u);
    env(alice, if_else{send(19'999), send(19'998)}, fails(TokenError::FundsUnavailable));
    env(Origin{}, if_else{send(1), send(1)}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Batch, a_batch_has_a_limit) {
    std::vector<AnyCall> many(10'923, AnyCall::of(frame_system::remark{}));
    env(alice, batch{many}, fails(Error::TooManyCalls));
    env(alice, batch_all{many}, fails(Error::TooManyCalls));
    env(alice, force_batch{many}, fails(Error::TooManyCalls));
}

TEST_F(Batch, a_batch_weighs_its_calls_and_itself) {
    // As recorded from the reference (golden traces, s_misc).
    EXPECT_EQ(AnyCall::of(batch{{send(1)}}).info().weight, (Weight{238'947'960, 7'576}));
    EXPECT_EQ(AnyCall::of(batch_all{{send(1)}}).info().weight, (Weight{233'142'480, 7'576}));
    EXPECT_EQ(AnyCall::of(force_batch{{send(1)}}).info().weight, (Weight{231'663'160, 7'576}));
}

TEST_F(Batch, an_interrupted_batch_weighs_less_than_announced) {
    auto whole = AnyCall::of(batch{{send(19'999), send(1), send(2)}});
    ASSERT_TRUE(whole.dispatch(env.cx, Origin::signed_by(alice)));
    ASSERT_TRUE(env.cx.post.actual_weight);
    EXPECT_EQ(*env.cx.post.actual_weight, AnyCall::of(batch{{send(1)}}).info().weight);
}

TEST_F(Batch, a_batch_of_free_calls_is_free) {
    EXPECT_EQ(AnyCall::of(batch{{}}).info().pays_fee, Pays::No);
    EXPECT_EQ(AnyCall::of(batch{{send(1)}}).info().pays_fee, Pays::Yes);
}

}  // namespace
}  // namespace utility
