// Making the calls that are due, as far as the weight for it goes (pallet-scheduler
// lib.rs, 42.0.0).
#include <algorithm>

#include "pallets/preimage/preimage.hpp"
#include "pallets/scheduler/events.hpp"
#include "pallets/scheduler/scheduler.hpp"
#include "pallets/scheduler/storage.hpp"

namespace scheduler {
namespace {

/// Weight that may be used up to a limit.
class Meter {
public:
    explicit Meter(Weight limit) : limit_(limit) {}
    Weight used() const { return used_; }
    bool can_consume(Weight w) const { return !used_.saturating_add(w).any_gt(limit_); }
    bool try_consume(Weight w) {
        if (!can_consume(w)) return false;
        used_ = used_.saturating_add(w);
        return true;
    }

private:
    Weight limit_, used_{};
};

constexpr Weight agendas_base = priced(1'335'000, 1489, 1, 1);
constexpr Weight task_base{2'991'000, 0};
constexpr Weight task_named = priced(4'292'000, 0, 0, 1);
constexpr Weight task_periodic{2'974'000, 0};
constexpr Weight retry_weight =
    priced(10'762'174 + 16'285 * max_scheduled_per_block, agenda_proof_size, 1, 2);

Weight agenda_base(u64 tasks) {
    return priced(2'409'000 + 486'046 * tasks, agenda_proof_size, 1, 1);
}
Weight task_weight(std::optional<u32> lookup_len, const Scheduled& task) {
    auto total = task_base;
    if (lookup_len)
        total = priced(16'792'000 + u64{23'402} * *lookup_len, 3556 + *lookup_len, 3, 2);
    if (task.maybe_id) total = total.saturating_add(task_named.saturating_sub(task_base));
    if (task.maybe_periodic) total = total.saturating_add(task_periodic.saturating_sub(task_base));
    return total;
}

/// One run through the agendas that are due.
class Service {
public:
    Service(Context& cx, Meter& meter) : cx_(cx), meter_(meter) {}

    /// False when tasks had to be put off.
    bool agenda(u32 when);

private:
    enum class Outcome : u8 { done, unavailable, overweight };
    Outcome task(u32 when, u32 place, Scheduled&);
    std::optional<Result<>> execute(const Scheduled&, const AnyCall&);
    void retry(const TaskAddress&, const Scheduled&, RetryConfig);
    void repeat(const TaskAddress&, const Scheduled&, const std::optional<RetryConfig>&);

    Context& cx_;
    Meter& meter_;
    u32 executed_ = 0;
};

bool Service::agenda(u32 when) {
    auto tasks = storage.Agenda.get(cx_.state, when);
    std::vector<u32> order;
    for (u32 i = 0; i < tasks.size(); ++i)
        if (tasks[i]) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](u32 a, u32 b) { return tasks[a]->priority < tasks[b]->priority; });
    meter_.try_consume(agenda_base(order.size()));
    u32 postponed = 0, dropped = 0;
    for (auto place : order) {
        auto& slot = tasks[place];
        if (!meter_.can_consume(task_weight(slot->call.lookup_len(), *slot))) {
            ++postponed;
            break;
        }
        switch (task(when, place, *slot)) {
            case Outcome::done:
                ++executed_;
                slot.reset();
                break;
            case Outcome::unavailable: ++dropped; break;
            case Outcome::overweight: ++postponed; break;
        }
    }
    if (postponed > 0 || dropped > 0)
        storage.Agenda.set(cx_.state, when, tasks);
    else
        storage.Agenda.erase(cx_.state, when);
    return postponed == 0;
}

Service::Outcome Service::task(u32 when, u32 place, Scheduled& task) {
    const TaskAddress address{when, place};
    if (task.maybe_id) storage.Lookup.erase(cx_.state, *task.maybe_id);
    auto peeked = preimage::peek(cx_, task.call);
    if (!peeked) {
        cx_.emit(CallUnavailable{address, task.maybe_id});
        preimage::drop(cx_, task.call);
        meter_.try_consume(task_weight(task.call.lookup_len(), task));
        return Outcome::unavailable;
    }
    meter_.try_consume(task_weight(peeked->lookup_len, task));
    auto result = execute(task, peeked->call);
    if (!result) {
        if (executed_ > 0) return Outcome::overweight;
        preimage::drop(cx_, task.call);
        cx_.emit(PermanentlyOverweight{address, task.maybe_id});
        return Outcome::unavailable;
    }
    auto retries = storage.Retries.find(cx_.state, address);
    storage.Retries.erase(cx_.state, address);
    cx_.emit(Dispatched{address, task.maybe_id, *result});
    if (retries && !*result) retry(address, task, *retries);
    if (task.maybe_periodic)
        repeat(address, task, retries);
    else
        preimage::drop(cx_, task.call);
    return Outcome::done;
}

/// None when the call cannot be made with the weight that is left.
std::optional<Result<>> Service::execute(const Scheduled& task, const AnyCall& call) {
    auto origin = task.origin.origin();
    auto base =
        origin.kind == Origin::Kind::signed_ ? priced(4'155'000, 3997, 2, 0) : Weight{1'858'000, 0};
    auto weight = call.info().weight;
    if (!meter_.can_consume(base.saturating_add(weight))) return {};
    auto result = call.dispatch(cx_, origin);
    meter_.try_consume(base);
    meter_.try_consume(cx_.post.actual_weight.value_or(weight));
    return result;
}

/// A task that failed comes back without its name and repetitions.
void Service::retry(const TaskAddress& address, const Scheduled& task, RetryConfig config) {
    if (!meter_.try_consume(retry_weight)) {
        cx_.emit(RetryFailed{address, task.maybe_id});
        return;
    }
    if (config.remaining == 0) return;
    --config.remaining;
    auto again = task;
    again.maybe_id.reset();
    again.maybe_periodic.reset();
    auto wake = u32(std::min<u64>(u64(cx_.block) + config.period, ~0u));
    if (auto placed = place_task(cx_, wake, again)) {
        storage.Retries.set(cx_.state, *placed, config);
        return;
    }
    preimage::drop(cx_, task.call);
    cx_.emit(RetryFailed{address, again.maybe_id});
}

void Service::repeat(const TaskAddress& address, const Scheduled& task,
                     const std::optional<RetryConfig>& retries) {
    auto next = task;
    auto [period, count] = *task.maybe_periodic;
    if (count > 1)
        next.maybe_periodic = Period{period, count - 1};
    else
        next.maybe_periodic.reset();
    auto wake = u32(std::min<u64>(u64(cx_.block) + period, ~0u));
    if (auto placed = place_task(cx_, wake, next)) {
        if (retries) storage.Retries.set(cx_.state, *placed, *retries);
        return;
    }
    preimage::drop(cx_, task.call);
    cx_.emit(PeriodicFailed{address, task.maybe_id});
}

}  // namespace

Weight on_initialize(Context& cx) {
    Meter meter(constants.MaximumWeight);
    if (!meter.try_consume(agendas_base)) return meter.used();
    const u32 now = cx.block;
    u32 incomplete_since = now + 1;
    u32 when = storage.IncompleteSince.find(cx.state).value_or(now);
    storage.IncompleteSince.erase(cx.state);
    Service service(cx, meter);
    for (; when <= now && meter.can_consume(agenda_base(max_scheduled_per_block)); ++when)
        if (!service.agenda(when)) incomplete_since = std::min(incomplete_since, when);
    incomplete_since = std::min(incomplete_since, when);
    if (incomplete_since <= now) {
        cx.emit(AgendaIncomplete{incomplete_since});
        storage.IncompleteSince.set(cx.state, incomplete_since);
    }
    return meter.used();
}

}  // namespace scheduler
