// Tasks: when they are done, what happens when they cannot be.
#include "pallets/scheduler/scheduler.hpp"

#include "pallets/balances/calls.hpp"
#include "pallets/preimage/preimage.hpp"
#include "pallets/preimage/storage.hpp"
#include "pallets/scheduler/calls.hpp"
#include "pallets/scheduler/errors.hpp"
#include "pallets/scheduler/events.hpp"
#include "pallets/scheduler/storage.hpp"
#include "pallets/system/calls.hpp"
#include "pallets/utility/calls.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace scheduler {
namespace {

static_assert(scale::lists_all_members<Scheduled>());
static_assert(scale::lists_all_members<RetryConfig>());
static_assert(scale::lists_all_members<schedule_named>());
static_assert(scale::lists_all_members<schedule_named_after>());
static_assert(scale::lists_all_members<Dispatched>());
static_assert(scale::lists_all_members<RetrySet>());

struct Tasks : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 1'000'000), bob = env.account("bob", 1'000'000);
    const Origin root = Origin::root();
    const TaskName name{7};

    AnyCall move(u64 rao) { return AnyCall::of(balances::force_transfer{alice, bob, {{rao}}}); }
    AnyCall failing() { return move(~u64{0}); }
    /// How often a call was made since.
    std::size_t dispatched() {
        std::size_t n = 0;
        for (auto& e : env.cx.events) n += e.pallet == pallet_index && e.index == Dispatched::index;
        return n;
    }
    template <class E>
    bool emitted(const E& wanted) {
        auto raw = scale::encoded(wanted);
        for (auto& e : env.cx.events)
            if (e.pallet == E::pallet && e.index == E::index && e.payload == raw) return true;
        return false;
    }
};

TEST_F(Tasks, a_call_is_made_in_its_block) {
    env(root, schedule{5, {}, 0, move(10)}, emits(TaskScheduled{5, 0}));
    env.run_to(4);
    EXPECT_EQ(env.free_rao(bob), 1'000'000u);
    env.run_to(5);
    EXPECT_EQ(env.free_rao(bob), 1'000'010u);
    EXPECT_TRUE(emitted(Dispatched{{5, 0}, {}, {}}));
    EXPECT_FALSE(storage.Agenda.has(env.state, 5));
}

TEST_F(Tasks, only_root_plans_and_only_ahead) {
    env(alice, schedule{5, {}, 0, move(1)}, fails(DispatchError::Kind::BadOrigin));
    env(root, schedule{1, {}, 0, move(1)}, fails(Error::TargetBlockNumberInPast));
    env(root, schedule_after{0, {}, 0, move(1)}, emits(TaskScheduled{2, 0}));
    env(root, schedule_after{~0u, {}, 0, move(1)}, emits(TaskScheduled{~0u, 0}));
}

TEST_F(Tasks, a_task_repeats_as_often_as_it_is_told) {
    env(root, schedule{3, Period{2, 3}, 0, move(10)});
    env.run_to(20);
    EXPECT_EQ(env.free_rao(bob), 1'000'030u);
    env(root, schedule{30, Period{2, 1}, 0, move(10)});
    EXPECT_FALSE(storage.Agenda.get(env.state, 30)[0]->maybe_periodic);
}

TEST_F(Tasks, lower_priority_numbers_go_first) {
    auto remark = [](u8 i) { return AnyCall::of(balances::force_set_balance{{}, {{i * 1'000u}}}); };
    env(root, schedule{3, {}, 200, remark(1)});
    env(root, schedule{3, {}, 100, remark(2)});
    env.run_to(3);
    EXPECT_EQ(env.free_rao({}), 1'000u);
}

TEST_F(Tasks, a_named_task_is_found_by_its_name) {
    env(root, schedule_named{name, 5, {}, 0, move(10)});
    env(root, schedule_named{name, 6, {}, 0, move(10)}, fails(Error::FailedToSchedule));
    env(alice, cancel_named{name}, fails(DispatchError::Kind::BadOrigin));
    env(root, cancel_named{name}, emits(Canceled{5, 0}));
    env(root, cancel_named{name}, fails(Error::NotFound));
    EXPECT_FALSE(storage.Agenda.has(env.state, 5));
    env(root, schedule_named_after{name, 0, {}, 0, move(10)});
    env.run_to(2);
    EXPECT_TRUE(emitted(Dispatched{{2, 0}, name, {}}));
    EXPECT_FALSE(storage.Lookup.has(env.state, name));
}

TEST_F(Tasks, a_cancelled_task_leaves_no_trace) {
    env(root, schedule{5, {}, 0, move(1)});
    env(root, schedule_named{name, 5, {}, 0, move(2)});
    env(root, cancel{5, 2}, fails(Error::NotFound));
    env(root, cancel{5, 0}, emits(Canceled{5, 0}));
    env(root, cancel{5, 0}, fails(Error::NotFound));
    EXPECT_EQ(storage.Agenda.get(env.state, 5).size(), 2u);
    env(root, cancel{5, 1});
    EXPECT_FALSE(storage.Agenda.has(env.state, 5));
    EXPECT_FALSE(storage.Lookup.has(env.state, name));
}

TEST_F(Tasks, a_failed_task_is_tried_again) {
    env(root, schedule{3, {}, 0, failing()});
    env(root, set_retry{{3, 1}, 2, 4}, fails(Error::NotFound));
    env(root, set_retry{{3, 0}, 2, 4}, emits(RetrySet{{3, 0}, {}, 4, 2}));
    env.run_to(20);
    EXPECT_EQ(dispatched(), 3u);
    EXPECT_TRUE(emitted(TaskScheduled{7, 0}) && emitted(TaskScheduled{11, 0}));
    EXPECT_TRUE(storage.Retries.under(env.state).empty());
}

TEST_F(Tasks, retries_can_be_taken_back) {
    env(root, schedule_named{name, 3, {}, 0, failing()});
    env(root, set_retry_named{name, 2, 4}, emits(RetrySet{{3, 0}, name, 4, 2}));
    env(root, cancel_retry_named{name}, emits(RetryCancelled{{3, 0}, name}));
    env(root, set_retry{{3, 0}, 2, 4});
    env(root, cancel_retry{{3, 0}}, emits(RetryCancelled{{3, 0}, {}}));
    env(root, cancel_retry{{3, 7}}, fails(Error::NotFound));
    env(root, cancel_retry_named{{}}, fails(Error::NotFound));
    env(root, set_retry_named{{}, 1, 1}, fails(Error::NotFound));
    env.run_to(20);
    EXPECT_EQ(dispatched(), 1u);
}

TEST_F(Tasks, a_full_agenda_takes_no_more) {
    for (u32 i = 0; i < max_scheduled_per_block; ++i) env(root, schedule{9, {}, 0, move(1)});
    env(root, schedule{9, {}, 0, move(1)}, fails(DispatchError::Kind::Exhausted));
    env(root, cancel{9, 4});
    env(root, schedule{9, {}, 0, move(1)}, emits(TaskScheduled{9, 4}));
    env(root, schedule{3, Period{6, 2}, 0, move(1)});
    env(root, schedule{4, {}, 0, failing()});
    env(root, set_retry{{4, 0}, 1, 5});
    env.run_to(4);
    EXPECT_TRUE(emitted(PeriodicFailed{{3, 0}, {}}));
    EXPECT_TRUE(emitted(RetryFailed{{4, 0}, {}}));
}

TEST_F(Tasks, a_long_call_lives_as_a_preimage_until_it_is_made) {
    auto call = AnyCall::of(utility::batch{{13, move(1)}});
    env(root, schedule{5, {}, 0, call});
    auto count = [&] { return preimage::storage.PreimageFor.keys_under(env.state).size(); };
    EXPECT_EQ(count(), 1u);
    env.run_to(5);
    EXPECT_EQ(env.free_rao(bob), 1'000'013u);
    EXPECT_TRUE(emitted(Dispatched{{5, 0}, {}, {}}));
    // Noted once and requested once by the schedule; the task takes one of them back.
    EXPECT_EQ(count(), 1u);
}

TEST_F(Tasks, a_task_without_its_call_stays_unavailable) {
    Scheduled task;
    task.call = preimage::bounded::Lookup{{}, 5};
    ASSERT_TRUE(place_task(env.cx, 3, task));
    env.run_to(3);
    EXPECT_TRUE(emitted(CallUnavailable{{3, 0}, {}}));
    EXPECT_TRUE(storage.Agenda.has(env.state, 3));
    env.run_to(6);
    EXPECT_FALSE(storage.IncompleteSince.has(env.state));
}

TEST_F(Tasks, what_a_block_cannot_hold_waits_for_the_next) {
    auto heavy = [&](u64 ref_time) {
        return AnyCall::of(utility::with_weight{move(1), {ref_time, 0}});
    };
    const u64 most = constants.MaximumWeight.ref_time;
    env(root, schedule{3, {}, 0, heavy(most / 2)});
    env(root, schedule{3, {}, 1, heavy(most / 2)});
    env.run_to(3);
    EXPECT_TRUE(emitted(AgendaIncomplete{3}));
    EXPECT_EQ(storage.IncompleteSince.get(env.state), 3u);
    EXPECT_EQ(env.free_rao(bob), 1'000'001u);
    env.run_to(4);
    EXPECT_EQ(env.free_rao(bob), 1'000'002u);
    EXPECT_FALSE(storage.IncompleteSince.has(env.state));
    env(root, schedule{6, {}, 0, heavy(most)});
    env.run_to(6);
    EXPECT_TRUE(emitted(PermanentlyOverweight{{6, 0}, {}}));
}

}  // namespace
}  // namespace scheduler
