// Bytes kept under their hash, and calls stored by it.
#include "pallets/preimage/preimage.hpp"

#include "crypto/hash.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/preimage/calls.hpp"
#include "pallets/preimage/errors.hpp"
#include "pallets/preimage/events.hpp"
#include "pallets/preimage/storage.hpp"
#include "pallets/system/calls.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace preimage {
namespace {

static_assert(scale::lists_all_members<status::Requested>());
static_assert(scale::lists_all_members<old_status::Requested>());
static_assert(scale::lists_all_members<bounded::Lookup>());

constexpr u64 rich = 1'000'000'000'000;

struct PreimageTest : testing::Test {
    Env env;
    AccountId alice = env.account("alice", rich), bob = env.account("bob", rich);
    const Bytes bytes{1, 2, 3};
    const H256 hash{crypto::blake2_256(bytes)};
    const Origin root = Origin::root();

    u64 held(const AccountId& who) {
        return balances::balance_on_hold(env.state, balances::held_for::Preimage{}, who).rao;
    }
    bool stored() { return storage.PreimageFor.has(env.state, {hash, 3}); }
    AnyCall remark(std::size_t length) {
        return AnyCall::of(frame_system::remark{Bytes(length, 7)});
    }
};

TEST_F(PreimageTest, a_note_costs_a_deposit_until_it_is_taken_back) {
    env(alice, note_preimage{bytes}, emits(Noted{hash}));
    EXPECT_EQ(held(alice), 107'000'000u);
    EXPECT_EQ(env.cx.post.pays_fee, Pays::Yes);
    env(bob, note_preimage{bytes}, fails(Error::AlreadyNoted));
    env(bob, unnote_preimage{hash}, fails(Error::NotAuthorized));
    env(alice, unnote_preimage{hash}, emits(Cleared{hash}));
    EXPECT_EQ(held(alice), 0u);
    EXPECT_FALSE(stored());
    env(alice, unnote_preimage{hash}, fails(Error::NotNoted));
    env(env.account("poor", 1'000), note_preimage{bytes}, fails(TokenError::FundsUnavailable));
}

TEST_F(PreimageTest, what_is_requested_is_noted_for_nothing_and_stays) {
    env(alice, request_preimage{hash}, fails(DispatchError::Kind::BadOrigin));
    env(root, request_preimage{hash}, emits(Requested{hash}));
    env(alice, note_preimage{bytes});
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
    EXPECT_EQ(held(alice), 0u);
    env(alice, unnote_preimage{hash}, fails(Error::NotAuthorized));
    env(root, request_preimage{hash});
    env(root, unrequest_preimage{hash});
    EXPECT_TRUE(stored());
    env(root, unrequest_preimage{hash}, emits(Cleared{hash}));
    env(root, unrequest_preimage{hash}, fails(Error::NotRequested));
}

TEST_F(PreimageTest, a_request_outlives_its_note_and_the_other_way_round) {
    env(alice, note_preimage{bytes});
    env(root, request_preimage{hash});
    env(alice, unnote_preimage{hash});
    EXPECT_EQ(held(alice), 0u);
    EXPECT_TRUE(stored());
    env(root, unnote_preimage{hash}, emits(Cleared{hash}));
    env(alice, note_preimage{bytes});
    env(root, request_preimage{hash});
    env(root, unrequest_preimage{hash});
    EXPECT_TRUE(stored());
    EXPECT_EQ(held(alice), 107'000'000u);
    env(root, unrequest_preimage{hash}, fails(Error::NotRequested));
    env(root, request_preimage{{}});
    env(root, unrequest_preimage{{}});
    EXPECT_FALSE(storage.RequestStatusFor.has(env.state, {}));
}

TEST_F(PreimageTest, root_notes_without_deposit) {
    env(root, note_preimage{bytes}, emits(Noted{hash}));
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
    env(root, unnote_preimage{hash}, emits(Cleared{hash}));
    env(root, note_preimage{Bytes(max_size_bytes + 1)}, fails(Error::TooBig));
}

TEST_F(PreimageTest, deposits_of_old_become_holds) {
    ASSERT_TRUE(balances::reserve(env.cx, alice, {500}));
    storage.StatusFor.set(env.state, hash, old_status::Unrequested{{alice, {500}}, 3});
    ASSERT_TRUE(balances::reserve(env.cx, bob, {700}));
    storage.StatusFor.set(env.state, {}, old_status::Requested{{{bob, {700}}}, 2, {}});
    env(alice, ensure_updated{}, fails(Error::TooFew));
    env(alice, ensure_updated{std::vector<H256>(max_upgraded_hashes + 1)}, fails(Error::TooMany));
    env(alice, ensure_updated{{hash, {}}});
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
    EXPECT_EQ(held(alice), 107'000'000u);
    EXPECT_EQ(balances::reserved_balance(env.state, bob).rao, 0u);
    env(alice, ensure_updated{{hash}});
    EXPECT_EQ(env.cx.post.pays_fee, Pays::Yes);
}

TEST_F(PreimageTest, short_calls_are_stored_in_place_and_long_ones_by_hash) {
    auto small = bound(env.cx, remark(100)), large = bound(env.cx, remark(1'000));
    ASSERT_TRUE(small && large);
    EXPECT_FALSE(small->lookup_len());
    EXPECT_EQ(large->lookup_len(), 1'004u);
    EXPECT_TRUE(have(env.cx, *small) && have(env.cx, *large));
    auto peeked = peek(env.cx, *large);
    ASSERT_TRUE(peeked);
    EXPECT_EQ(scale::encoded(peeked->call), scale::encoded(remark(1'000)));
    EXPECT_EQ(peeked->lookup_len, 1'004u);
    ASSERT_TRUE(realize(env.cx, *large));
    EXPECT_FALSE(have(env.cx, *large));
    auto gone = peek(env.cx, *large);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error(), fail(DispatchError::Kind::Unavailable));
    auto nonsense = peek(env.cx, bounded::Inline{{0xFF, 0xFF}});
    ASSERT_FALSE(nonsense);
    EXPECT_EQ(nonsense.error(), fail(DispatchError::Kind::Corruption));
    auto huge = bound(env.cx, remark(max_size_bytes));
    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.error(), fail(DispatchError::Kind::Exhausted));
}

}  // namespace
}  // namespace preimage
