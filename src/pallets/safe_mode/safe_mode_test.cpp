// A time in which the chain takes only what keeps it going.
#include "pallets/balances/calls.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/safe_mode/calls.hpp"
#include "pallets/safe_mode/errors.hpp"
#include "pallets/safe_mode/events.hpp"
#include "pallets/safe_mode/storage.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/utility/calls.hpp"
#include "pallets/utility/events.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace safe_mode {
namespace {

static_assert(scale::lists_all_members<force_slash_deposit>());
static_assert(scale::lists_all_members<release_deposit>());
static_assert(scale::lists_all_members<DepositPlaced>());

struct SafeMode : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 1'000'000), bob = env.account("bob", 1'000'000);
    const Origin root = Origin::root();
    const balances::transfer_keep_alive send{bob, {{10}}};

    ~SafeMode() override { constants = {}; }
    static void let_everybody() { constants = {10, 5, TaoBalance{1'000}, TaoBalance{500}, 3}; }
};

TEST_F(SafeMode, only_what_keeps_the_chain_going_is_let_through) {
    env(alice, force_enter{}, fails(DispatchError::Kind::BadOrigin));
    env(root, force_enter{}, emits(Entered{7201}));
    env(root, force_enter{}, fails(Error::Entered));
    env(alice, send, fails(frame_system::Error::CallFiltered));
    env(alice, frame_system::remark{});
    env(alice, utility::batch{}, fails(frame_system::Error::CallFiltered));
    env(root, utility::batch{{AnyCall::of(frame_system::set_storage{})}});
    env(root, force_exit{}, emits(Exited{ExitReason::Force}));
    env(root, force_exit{}, fails(Error::Exited));
    env(alice, send);
}

TEST_F(SafeMode, it_ends_by_itself) {
    env(root, force_extend{}, fails(Error::Exited));
    env(root, force_enter{});
    env(root, force_extend{}, emits(Extended{10'801}));
    storage.EnteredUntil.set(env.state, 3);
    env.run_to(3);
    env(alice, send, fails(frame_system::Error::CallFiltered));
    env.run_to(4);
    env(alice, send);
}

TEST_F(SafeMode, only_root_turns_it_on_unless_a_deposit_is_configured) {
    env(alice, enter{}, fails(Error::NotConfigured));
    env(root, force_enter{});
    env(alice, extend{}, fails(Error::NotConfigured));
    env(alice, enter{}, fails(Error::Entered));
    env(root, enter{}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(SafeMode, a_deposit_pays_for_it_and_comes_back_after_a_delay) {
    let_everybody();
    env(alice, extend{}, fails(Error::Exited));
    env(alice, enter{}, emits(DepositPlaced{alice, {1'000}}), emits(Entered{11}));
    env(alice, extend{}, fails(Error::AlreadyDeposited));
    env(env.account("poor", 100), extend{}, fails(Error::CurrencyError));
    env(bob, extend{}, emits(Extended{16}));
    env(alice, release_deposit{alice, 1}, fails(Error::Entered));
    env(root, force_exit{});
    env(alice, release_deposit{alice, 1}, fails(Error::CannotReleaseYet));
    env(alice, release_deposit{alice, 2}, fails(Error::NoDeposit));
    env.run_to(5);
    env(bob, release_deposit{alice, 1}, emits(DepositReleased{alice, {1'000}}));
    constants.ReleaseDelay.reset();
    env(bob, release_deposit{bob, 1}, fails(Error::NotConfigured));
    env(root, force_release_deposit{bob, 1}, emits(DepositReleased{bob, {500}}));
}

TEST_F(SafeMode, root_can_destroy_a_deposit) {
    env.invariants_hold = false;  // SubtensorModule's count of the issuance does not follow
    let_everybody();
    env(alice, enter{});
    auto issuance = balances::total_issuance(env.state);
    env(alice, force_slash_deposit{alice, 1}, fails(DispatchError::Kind::BadOrigin));
    env(root, force_slash_deposit{alice, 1}, emits(DepositSlashed{alice, {1'000}}));
    EXPECT_EQ(balances::total_issuance(env.state).rao, issuance.rao - 1'000);
    env(root, force_slash_deposit{alice, 1}, fails(Error::NoDeposit));
}

}  // namespace
}  // namespace safe_mode
