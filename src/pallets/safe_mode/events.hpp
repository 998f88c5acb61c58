// What the pallet tells.
#pragma once
#include "pallets/safe_mode/calls.hpp"

namespace safe_mode {

enum class ExitReason : u8 { Timeout, Force };
ENUMERATORS(ExitReason, Timeout, Force)
ENUM_PATH(ExitReason, "pallet_safe_mode::pallet::ExitReason")

struct Entered {
    EVENT(0)
    u32 until = 0;
    FIELDS(until)
};
struct Extended {
    EVENT(1)
    u32 until = 0;
    FIELDS(until)
};
struct Exited {
    EVENT(2)
    ExitReason reason{};
    FIELDS(reason)
};
struct DepositPlaced {
    EVENT(3)
    AccountId account{};
    TaoBalance amount{};
    FIELDS(account, amount)
};
struct DepositReleased {
    EVENT(4)
    AccountId account{};
    TaoBalance amount{};
    FIELDS(account, amount)
};
struct DepositSlashed {
    EVENT(5)
    AccountId account{};
    TaoBalance amount{};
    FIELDS(account, amount)
};
struct CannotDeposit {
    EVENT(6)
    NO_FIELDS
};
struct CannotRelease {
    EVENT(7)
    NO_FIELDS
};

}  // namespace safe_mode
