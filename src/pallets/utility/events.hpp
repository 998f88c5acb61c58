// What the pallet tells.
#pragma once
#include "frame/call.hpp"
#include "pallets/utility/calls.hpp"

namespace utility {

struct BatchInterrupted {
    EVENT(0)
    u32 index_ = 0;
    DispatchError error{};
    FIELDS(index_, error)
};
struct BatchCompleted {
    EVENT(1)
    NO_FIELDS
};
struct BatchCompletedWithErrors {
    EVENT(2)
    NO_FIELDS
};
struct ItemCompleted {
    EVENT(3)
    NO_FIELDS
};
struct ItemFailed {
    EVENT(4)
    DispatchError error{};
    FIELDS(error)
};
struct DispatchedAs {
    EVENT(5)
    Result<> result{};
    FIELDS(result)
};
struct IfElseMainSuccess {
    EVENT(6)
    NO_FIELDS
};
struct IfElseFallbackCalled {
    EVENT(7)
    DispatchError main_error{};
    FIELDS(main_error)
};

}  // namespace utility
