// Remarks, raw storage and reference counts.
#include "crypto/hash.hpp"
#include "pallets/system/accounts.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/events.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace frame_system {
namespace {

static_assert(scale::lists_all_members<Header>());
static_assert(scale::lists_all_members<::Digest>());
static_assert(scale::lists_all_members<RuntimeVersion>());
static_assert(scale::lists_all_members<ExtraFlags>());
static_assert(scale::lists_all_members<AccountData>());
static_assert(scale::lists_all_members<AccountInfo>());
static_assert(scale::lists_all_members<EventRecord>());
static_assert(scale::lists_all_members<DispatchEventInfo>());
static_assert(scale::lists_all_members<PerDispatchClass<Weight>>());
static_assert(scale::lists_all_members<WeightsPerClass>());
static_assert(scale::lists_all_members<BlockWeights>());
static_assert(scale::lists_all_members<BlockLength>());
static_assert(scale::lists_all_members<RuntimeDbWeight>());
static_assert(scale::lists_all_members<set_storage>());
static_assert(scale::lists_all_members<kill_prefix>());
static_assert(scale::lists_all_members<remark>());
static_assert(scale::lists_all_members<ExtrinsicSuccess>());
static_assert(scale::lists_all_members<ExtrinsicFailed>());
static_assert(scale::lists_all_members<Remarked>());

struct System : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 10'000), ghost = env.account("ghost");
    const Bytes key{1, 2, 3}, other{1, 2, 4};
};

TEST_F(System, a_remark_is_its_hash_in_an_event) {
    const Bytes text{7, 8};
    env(alice, remark_with_event{text}, emits(Remarked{alice, {crypto::blake2_256(text)}}));
    env(alice, remark{text});
    env(Origin{}, remark_with_event{text}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(System, root_writes_and_erases_raw_storage) {
    env(Origin::root(), set_storage{{{key, {9}}, {other, {8}}}});
    EXPECT_EQ(env.state.get(key), Bytes{9});
    env(Origin::root(), kill_storage{{key}});
    EXPECT_FALSE(env.state.contains(key));
    EXPECT_TRUE(env.state.contains(other));
    env(Origin::root(), kill_prefix{{1, 2}, 10});
    EXPECT_FALSE(env.state.contains(other));
}

TEST_F(System, nobody_else_touches_raw_storage) {
    env(alice, set_storage{{{key, {9}}}}, fails(DispatchError::Kind::BadOrigin));
    env(alice, kill_storage{{key}}, fails(DispatchError::Kind::BadOrigin));
    env(alice, kill_prefix{key, 1}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(System, weights_grow_with_what_is_asked_for) {
    // As recorded from the reference (golden traces, s_misc).
    EXPECT_EQ(AnyCall::of(remark{{1, 2, 3}}).info().weight, (Weight{1'618'760, 0}));
    EXPECT_EQ(AnyCall::of(kill_prefix{{}, 5}).info().weight, (Weight{761'008'452, 420}));
    auto storage_call = AnyCall::of(set_storage{{{key, {}}, {other, {}}}});
    EXPECT_EQ(storage_call.info().weight, (Weight{203'032'296, 0}));
    EXPECT_EQ(storage_call.info().dispatch_class, DispatchClass::Operational);
}

TEST_F(System, an_account_lives_from_its_first_reference_to_its_last) {
    EXPECT_EQ(inc_providers(env.cx, ghost), IncRefStatus::Created);
    EXPECT_EQ(inc_sufficients(env.cx, ghost), IncRefStatus::Existed);
    EXPECT_EQ(*dec_providers(env.cx, ghost), DecRefStatus::Exists);
    EXPECT_EQ(dec_sufficients(env.cx, ghost), DecRefStatus::Reaped);
    EXPECT_FALSE(account_exists(env.state, ghost));
    EXPECT_EQ(dec_sufficients(env.cx, ghost), DecRefStatus::Reaped);
    EXPECT_EQ(*dec_providers(env.cx, ghost), DecRefStatus::Reaped);
}

TEST_F(System, a_consumer_needs_a_provider_and_holds_it) {
    EXPECT_EQ(inc_consumers(env.state, ghost).error(), fail(DispatchError::Kind::NoProviders));
    ASSERT_TRUE(inc_consumers(env.state, alice));
    EXPECT_EQ(dec_providers(env.cx, alice).error(), fail(DispatchError::Kind::ConsumerRemaining));
    EXPECT_FALSE(can_dec_provider(env.state, alice));
    dec_consumers(env.state, alice);
    EXPECT_TRUE(can_dec_provider(env.state, alice));
}

TEST_F(System, an_account_has_sixteen_consumers_at_most) {
    for (int i = 0; i < 16; ++i) ASSERT_TRUE(inc_consumers(env.state, alice));
    EXPECT_EQ(inc_consumers(env.state, alice).error(), fail(DispatchError::Kind::TooManyConsumers));
}

}  // namespace
}  // namespace frame_system
