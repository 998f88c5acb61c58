// What the pallet tells.
#pragma once
#include "pallets/scheduler/types.hpp"

namespace scheduler {

struct TaskScheduled {
    EVENT(0)
    u32 when = 0, index_ = 0;
    FIELDS(when, index_)
};
struct Canceled {
    EVENT(1)
    u32 when = 0, index_ = 0;
    FIELDS(when, index_)
};
struct Dispatched {
    EVENT(2)
    TaskAddress task{};
    std::optional<TaskName> id{};
    Result<> result{};
    FIELDS(task, id, result)
};
struct RetrySet {
    EVENT(3)
    TaskAddress task{};
    std::optional<TaskName> id{};
    u32 period = 0;
    u8 retries = 0;
    FIELDS(task, id, period, retries)
};
struct RetryCancelled {
    EVENT(4)
    TaskAddress task{};
    std::optional<TaskName> id{};
    FIELDS(task, id)
};
struct CallUnavailable {
    EVENT(5)
    TaskAddress task{};
    std::optional<TaskName> id{};
    FIELDS(task, id)
};
struct PeriodicFailed {
    EVENT(6)
    TaskAddress task{};
    std::optional<TaskName> id{};
    FIELDS(task, id)
};
struct RetryFailed {
    EVENT(7)
    TaskAddress task{};
    std::optional<TaskName> id{};
    FIELDS(task, id)
};
struct PermanentlyOverweight {
    EVENT(8)
    TaskAddress task{};
    std::optional<TaskName> id{};
    FIELDS(task, id)
};
struct AgendaIncomplete {
    EVENT(9)
    u32 when = 0;
    FIELDS(when)
};

}  // namespace scheduler
