// What root can ask of the pallet: tasks set, named, repeated, retried and cancelled.
#pragma once
#include "pallets/scheduler/types.hpp"

namespace scheduler {

struct schedule {
    CALL(0)
    u32 when = 0;
    std::optional<Period> maybe_periodic{};
    u8 priority = 0;
    AnyCall call{};
    FIELDS(when, maybe_periodic, priority, call)
};
struct cancel {
    CALL(1)
    u32 when = 0, index_ = 0;
    FIELDS(when, index_)
};
struct schedule_named {
    CALL(2)
    TaskName id{};
    u32 when = 0;
    std::optional<Period> maybe_periodic{};
    u8 priority = 0;
    AnyCall call{};
    FIELDS(id, when, maybe_periodic, priority, call)
};
struct cancel_named {
    CALL(3)
    TaskName id{};
    FIELDS(id)
};
struct schedule_after {
    CALL(4)
    u32 after = 0;
    std::optional<Period> maybe_periodic{};
    u8 priority = 0;
    AnyCall call{};
    FIELDS(after, maybe_periodic, priority, call)
};
struct schedule_named_after {
    CALL(5)
    TaskName id{};
    u32 after = 0;
    std::optional<Period> maybe_periodic{};
    u8 priority = 0;
    AnyCall call{};
    FIELDS(id, after, maybe_periodic, priority, call)
};
struct set_retry {
    CALL(6)
    TaskAddress task{};
    u8 retries = 0;
    u32 period = 0;
    FIELDS(task, retries, period)
};
struct set_retry_named {
    CALL(7)
    TaskName id{};
    u8 retries = 0;
    u32 period = 0;
    FIELDS(id, retries, period)
};
struct cancel_retry {
    CALL(8)
    TaskAddress task{};
    FIELDS(task)
};
struct cancel_retry_named {
    CALL(9)
    TaskName id{};
    FIELDS(id)
};

}  // namespace scheduler
