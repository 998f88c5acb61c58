// Why the pallet says no.
#pragma once
#include "pallets/scheduler/types.hpp"

namespace scheduler {

#define SCHEDULER_ERRORS(X)                                                          \
    X(FailedToSchedule, 0, "A task of that name is there already: cancel it.")       \
    X(NotFound, 1, "There is no such task: check its block and place, or its name.") \
    X(TargetBlockNumberInPast, 2, "That block is over: name one to come.")           \
    X(RescheduleNoChange, 3, "No rule of this runtime says it.")                     \
    X(Named, 4, "No rule of this runtime says it.")

enum class Error : u8 {
#define X(name, index, doc) name = index,
    SCHEDULER_ERRORS(X)
#undef X
};
inline DispatchError fail(Error e) { return {DispatchError::Kind::Module, pallet_index, u8(e)}; }

}  // namespace scheduler
