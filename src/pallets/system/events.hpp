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
struct CodeUpdated {
    EVENT(2)
    NO_FIELDS
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
struct UpgradeAuthorized {
    EVENT(6)
    H256 code_hash{};
    bool check_version = false;
    FIELDS(code_hash, check_version)
};
struct RejectedInvalidAuthorizedUpgrade {
    EVENT(7)
    H256 code_hash{};
    DispatchError error{};
    FIELDS(code_hash, error)
};

}  // namespace frame_system
