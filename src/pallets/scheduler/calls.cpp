// What the calls do (pallet-scheduler lib.rs, 42.0.0). Only root schedules, so root may touch any
// task.
#include "pallets/scheduler/calls.hpp"

#include <algorithm>

#include "pallets/preimage/preimage.hpp"
#include "pallets/scheduler/errors.hpp"
#include "pallets/scheduler/events.hpp"
#include "pallets/scheduler/scheduler.hpp"
#include "pallets/scheduler/storage.hpp"

namespace scheduler {

Result<TaskAddress> place_task(Context& cx, u32 when, const Scheduled& task) {
    auto agenda = storage.Agenda.get(cx.state, when);
    u32 place = u32(agenda.size());
    if (place < max_scheduled_per_block)
        agenda.push_back(task);
    else {
        auto hole = std::find_if(agenda.begin(), agenda.end(), [](auto& t) { return !t; });
        ENSURE(hole != agenda.end(), DispatchError::Kind::Exhausted);
        *hole = task;
        place = u32(hole - agenda.begin());
    }
    storage.Agenda.set(cx.state, when, agenda);
    const TaskAddress address{when, place};
    if (task.maybe_id) storage.Lookup.set(cx.state, *task.maybe_id, address);
    cx.emit(TaskScheduled{when, place});
    return address;
}

/// The block that many blocks after the next one, whose tasks are still to be done.
static u32 block_after(const Context& cx, u32 after) {
    u64 when = u64(cx.block) + after + 1;
    return u32(std::min<u64>(when, ~0u));
}

static Result<> schedule_call(Context& cx, const Origin& origin, std::optional<TaskName> name,
                              u32 when, std::optional<Period> periodic, u8 priority,
                              const AnyCall& call) {
    TRY(ensure_root(origin));
    ASSIGN(auto stored, preimage::bound(cx, call));
    ENSURE(!name || !storage.Lookup.has(cx.state, *name), Error::FailedToSchedule);
    ENSURE(when > cx.block, Error::TargetBlockNumberInPast);
    // One of the repetitions is the first time.
    if (periodic && (periodic->second <= 1 || periodic->first == 0)) periodic.reset();
    if (periodic) --periodic->second;
    TRY(place_task(cx, when,
                   {name, priority, stored, periodic, frame_system::OriginCaller::root()}));
    if (auto hash = stored.lookup_hash()) preimage::request(cx, *hash);
    return {};
}
Result<> schedule::dispatch(Context& cx, const Origin& origin) const {
    return schedule_call(cx, origin, {}, when, maybe_periodic, priority, call);
}
Result<> schedule_named::dispatch(Context& cx, const Origin& origin) const {
    return schedule_call(cx, origin, id, when, maybe_periodic, priority, call);
}
Result<> schedule_after::dispatch(Context& cx, const Origin& origin) const {
    return schedule_call(cx, origin, {}, block_after(cx, after), maybe_periodic, priority, call);
}
Result<> schedule_named_after::dispatch(Context& cx, const Origin& origin) const {
    return schedule_call(cx, origin, id, block_after(cx, after), maybe_periodic, priority, call);
}

/// Empty places at the end of an agenda go, and the agenda with its last task.
static void write_cleaned(Context& cx, u32 when, Agenda agenda) {
    while (!agenda.empty() && !agenda.back()) agenda.pop_back();
    if (agenda.empty())
        storage.Agenda.erase(cx.state, when);
    else
        storage.Agenda.set(cx.state, when, agenda);
}

Result<> cancel::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    auto agenda = storage.Agenda.get(cx.state, when);
    ENSURE(index_ < agenda.size() && agenda[index_], Error::NotFound);
    auto task = *agenda[index_];
    agenda[index_].reset();
    preimage::drop(cx, task.call);
    if (task.maybe_id) storage.Lookup.erase(cx.state, *task.maybe_id);
    storage.Retries.erase(cx.state, {when, index_});
    write_cleaned(cx, when, std::move(agenda));
    cx.emit(Canceled{when, index_});
    return {};
}
Result<> cancel_named::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    auto address = storage.Lookup.find(cx.state, id);
    ENSURE(address, Error::NotFound);
    auto [when, place] = *address;
    storage.Lookup.erase(cx.state, id);
    auto agenda = storage.Agenda.get(cx.state, when);
    if (place < agenda.size() && agenda[place]) {
        storage.Retries.erase(cx.state, *address);
        preimage::drop(cx, agenda[place]->call);
        agenda[place].reset();
    }
    write_cleaned(cx, when, std::move(agenda));
    cx.emit(Canceled{when, place});
    return {};
}

static Result<> check_task(const State& s, const TaskAddress& task) {
    auto agenda = storage.Agenda.get(s, task.first);
    ENSURE(task.second < agenda.size() && agenda[task.second], Error::NotFound);
    return {};
}
static Result<TaskAddress> named_task(const State& s, const TaskName& id) {
    auto address = storage.Lookup.find(s, id);
    ENSURE(address, Error::NotFound);
    TRY(check_task(s, *address));
    return *address;
}
Result<> set_retry::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    TRY(check_task(cx.state, task));
    storage.Retries.set(cx.state, task, {retries, retries, period});
    cx.emit(RetrySet{task, {}, period, retries});
    return {};
}
Result<> set_retry_named::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ASSIGN(auto task, named_task(cx.state, id));
    storage.Retries.set(cx.state, task, {retries, retries, period});
    cx.emit(RetrySet{task, id, period, retries});
    return {};
}
Result<> cancel_retry::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    TRY(check_task(cx.state, task));
    storage.Retries.erase(cx.state, task);
    cx.emit(RetryCancelled{task, {}});
    return {};
}
Result<> cancel_retry_named::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ASSIGN(auto task, named_task(cx.state, id));
    storage.Retries.erase(cx.state, task);
    cx.emit(RetryCancelled{task, id});
    return {};
}

}  // namespace scheduler
