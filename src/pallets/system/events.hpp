// What the pallet tells.
#pragma once
#include "pallets/system/types.hpp"

namespace frame_system {

struct ExtrinsicSuccess {
    EVENT(0)
    DispatchEventInfo dispatch_info{};
    FIELDS(dispatch_info)
};
struct ExtrinsicFailed {
    EVENT(1)
    DispatchError dispatch_error{};
    DispatchEventInfo dispatch_info{};
    FIELDS(dispatch_error, dispatch_info)
};
struct NewAccount {
    EVENT(3)
    AccountId account{};
    FIELDS(account)
};
struct KilledAccount {
    EVENT(4)
    AccountId account{};
    FIELDS(account)
};
struct Remarked {
    EVENT(5)
    AccountId sender{};
    H256 hash{};
    FIELDS(sender, hash)
};

}  // namespace frame_system
