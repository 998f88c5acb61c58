// Accounts that several signatories use together.
#include "crypto/hash.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/multisig/calls.hpp"
#include "pallets/multisig/errors.hpp"
#include "pallets/multisig/events.hpp"
#include "pallets/multisig/storage.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace multisig {
namespace {

static_assert(scale::lists_all_members<Multisig>());
static_assert(scale::lists_all_members<as_multi>());
static_assert(scale::lists_all_members<approve_as_multi>());
static_assert(scale::lists_all_members<cancel_as_multi>());
static_assert(scale::lists_all_members<MultisigExecuted>());
static_assert(scale::lists_all_members<DepositPoked>());

constexpr u64 rich = 1'000'000'000'000;
constexpr Weight enough{1'000'000'000, 100'000};

struct MultisigTest : testing::Test {
    Env env;
    AccountId alice = env.account("alice", rich), bob = env.account("bob", rich),
              carol = env.account("carol", rich);
    AccountId together = multi_account_id({alice, bob, carol}, 2);
    AnyCall call = AnyCall::of(balances::transfer_keep_alive{carol, {{1'000}}});
    CallHash hash = crypto::blake2_256(scale::encoded(call));
    const Timepoint first{1, 0};

    MultisigTest() { env(alice, balances::transfer_keep_alive{together, {{10'000}}}); }
    u64 reserved(const AccountId& who) { return balances::reserved_balance(env.state, who).rao; }
};

TEST_F(MultisigTest, a_call_is_made_when_enough_agree) {
    env(alice, as_multi{2, {bob, carol}, {}, call, {}}, emits(NewMultisig{alice, together, hash}));
    EXPECT_EQ(reserved(alice), 196'000'000u);
    env(alice, as_multi{2, {bob, carol}, first, call, enough}, fails(Error::AlreadyApproved));
    env(bob, as_multi{2, {alice, carol}, {}, call, enough}, fails(Error::NoTimepoint));
    env(bob, as_multi{2, {alice, carol}, Timepoint{1, 1}, call, enough},
        fails(Error::WrongTimepoint));
    env(bob, as_multi{2, {alice, carol}, first, call, {}}, fails(Error::MaxWeightTooLow));
    env(bob, as_multi{2, {alice, carol}, first, call, enough},
        emits(MultisigExecuted{bob, first, together, hash, {}}));
    EXPECT_EQ(env.free_rao(carol), rich + 1'000);
    EXPECT_EQ(reserved(alice), 0u);
    EXPECT_FALSE(storage.Multisigs.has(env.state, together, hash));
}

TEST_F(MultisigTest, an_approval_needs_only_the_hash) {
    env(alice, approve_as_multi{3, {bob, carol}, {}, hash, {}});
    auto three = multi_account_id({alice, bob, carol}, 3);
    env(bob, approve_as_multi{3, {alice, carol}, first, hash, {}},
        emits(MultisigApproval{bob, first, three, hash}));
    // Its sender cannot pay: told in the event, and the operation is over.
    env(carol, as_multi{3, {alice, bob}, first, call, enough},
        emits(MultisigExecuted{carol, first, three, hash, fail(TokenError::FundsUnavailable)}));
    env(carol, as_multi{3, {alice, bob}, first, call, enough}, fails(Error::UnexpectedTimepoint));
}

TEST_F(MultisigTest, only_its_opener_cancels_an_operation) {
    env(alice, approve_as_multi{2, {bob, carol}, {}, hash, {}});
    env(bob, cancel_as_multi{2, {alice, carol}, first, hash}, fails(Error::NotOwner));
    env(alice, cancel_as_multi{2, {bob, carol}, {2, 0}, hash}, fails(Error::WrongTimepoint));
    env(alice, cancel_as_multi{2, {bob, carol}, first, {}}, fails(Error::NotFound));
    env(alice, cancel_as_multi{2, {bob, carol}, first, hash},
        emits(MultisigCancelled{alice, first, together, hash}));
    EXPECT_EQ(reserved(alice), 0u);
}

TEST_F(MultisigTest, signatories_are_others_in_order_and_not_too_many) {
    env(alice, as_multi{1, {bob}, {}, call, {}}, fails(Error::MinimumThreshold));
    env(alice, as_multi{2, {}, {}, call, {}}, fails(Error::TooFewSignatories));
    env(alice, as_multi{2, {carol, bob}, {}, call, {}}, fails(Error::SignatoriesOutOfOrder));
    env(bob, as_multi{2, {bob, carol}, {}, call, {}}, fails(Error::SenderInSignatories));
    env(alice, as_multi{2, std::vector<AccountId>(100, bob), {}, call, {}},
        fails(Error::TooManySignatories));
    env(Origin::root(), as_multi{2, {bob}, {}, call, {}}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(MultisigTest, with_a_threshold_of_one_any_signatory_makes_the_call) {
    auto one = multi_account_id({alice, bob}, 1);
    env(alice, balances::transfer_keep_alive{one, {{10'000}}});
    env(bob, as_multi_threshold_1{{alice}, call},
        emits(MultisigExecuted{bob, first, one, hash, {}}));
    auto much = AnyCall::of(balances::transfer_keep_alive{carol, {{rich}}});
    env(bob, as_multi_threshold_1{{alice}, much}, fails(TokenError::FundsUnavailable));
}

TEST_F(MultisigTest, a_deposit_follows_the_prices) {
    env(alice, approve_as_multi{2, {bob, carol}, {}, hash, {}});
    env(alice, poke_deposit{2, {bob, carol}, hash});
    EXPECT_EQ(env.cx.post.pays_fee, Pays::Yes);
    env(bob, poke_deposit{2, {alice, carol}, hash}, fails(Error::NotOwner));
    storage.Multisigs.change(env.state, together, hash, [](auto& m) { m->deposit = {1}; });
    env(alice, poke_deposit{2, {bob, carol}, hash},
        emits(DepositPoked{alice, hash, {1}, {196'000'000}}));
    EXPECT_EQ(env.cx.post.pays_fee, Pays::No);
    storage.Multisigs.change(env.state, together, hash, [](auto& m) { m->deposit.rao += 5; });
    env(alice, poke_deposit{2, {bob, carol}, hash});
    env(alice, poke_deposit{3, {bob, carol}, hash}, fails(Error::NotFound));
}

}  // namespace
}  // namespace multisig
