// The account that may act as root.
#include "pallets/sudo/sudo.hpp"

#include "pallets/balances/calls.hpp"
#include "pallets/sudo/errors.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace sudo {
namespace {

static_assert(scale::lists_all_members<sudo>());
static_assert(scale::lists_all_members<sudo_unchecked_weight>());
static_assert(scale::lists_all_members<set_key>());
static_assert(scale::lists_all_members<sudo_as>());
static_assert(scale::lists_all_members<Sudid>());
static_assert(scale::lists_all_members<KeyChanged>());
static_assert(scale::lists_all_members<SudoAsDone>());

struct Sudo : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 10'000), bob = env.account("bob", 10'000);
    Sudo() { storage.Key.set(env.state, alice); }
    AnyCall set_bob(u64 rao) { return AnyCall::of(balances::force_set_balance{bob, {{rao}}}); }
};

TEST_F(Sudo, its_key_runs_calls_as_root) {
    env(alice, sudo{set_bob(777)}, emits(Sudid{}));
    EXPECT_EQ(env.free_rao(bob), 777u);
    env(alice, sudo_unchecked_weight{set_bob(888), {1, 1}}, emits(Sudid{}));
    EXPECT_EQ(env.free_rao(bob), 888u);
}

TEST_F(Sudo, nobody_else_may) {
    env(bob, sudo{set_bob(777)}, fails(Error::RequireSudo));
    env(bob, sudo_unchecked_weight{set_bob(777), {}}, fails(Error::RequireSudo));
    env(bob, sudo_as{alice, set_bob(777)}, fails(Error::RequireSudo));
    env(bob, set_key{bob}, fails(Error::RequireSudo));
    env(bob, remove_key{}, fails(Error::RequireSudo));
    env(Origin{}, sudo{set_bob(777)}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Sudo, a_failed_inner_call_is_told_but_not_charged) {
    auto send = AnyCall::of(balances::transfer_keep_alive{bob, {{1}}});
    env(alice, sudo{send}, emits(Sudid{fail(DispatchError::Kind::BadOrigin)}));
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
}

TEST_F(Sudo, it_acts_as_any_account) {
    auto send = AnyCall::of(balances::transfer_keep_alive{alice, {{1'000}}});
    env(alice, sudo_as{bob, send}, emits(SudoAsDone{}));
    EXPECT_EQ(env.free_rao(alice), 11'000u);
}

TEST_F(Sudo, the_key_moves_on_and_can_be_given_up) {
    env(alice, set_key{bob}, emits(KeyChanged{alice, bob}));
    env(alice, sudo{set_bob(777)}, fails(Error::RequireSudo));
    env(bob, remove_key{}, emits(KeyRemoved{}));
    env(bob, sudo{set_bob(777)}, fails(Error::RequireSudo));
}

TEST_F(Sudo, it_weighs_the_inner_call_and_itself) {
    auto inner = set_bob(1).info().weight;
    EXPECT_EQ(AnyCall::of(sudo{set_bob(1)}).info().weight,
              inner.saturating_add({32'939'000, 1'517}));
    EXPECT_EQ(AnyCall::of(sudo_unchecked_weight{set_bob(1), {5, 6}}).info().weight, (Weight{5, 6}));
}

}  // namespace
}  // namespace sudo
