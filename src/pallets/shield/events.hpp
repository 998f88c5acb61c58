// What the pallet tells.
#pragma once
#include "pallets/shield/types.hpp"

namespace shield {

struct EncryptedSubmitted {
    EVENT(0)
    H256 id{};
    AccountId who{};
    FIELDS(id, who)
};
struct ExtrinsicStored {
    EVENT(1)
    u32 index_ = 0;
    AccountId who{};
    FIELDS(index_, who)
};
struct ExtrinsicDecodeFailed {
    EVENT(2)
    u32 index_ = 0;
    FIELDS(index_)
};
struct ExtrinsicDispatchFailed {
    EVENT(3)
    u32 index_ = 0;
    DispatchError error{};
    FIELDS(index_, error)
};
struct ExtrinsicDispatched {
    EVENT(4)
    u32 index_ = 0;
    FIELDS(index_)
};
struct ExtrinsicExpired {
    EVENT(5)
    u32 index_ = 0;
    FIELDS(index_)
};
struct ExtrinsicPostponed {
    EVENT(6)
    u32 index_ = 0;
    FIELDS(index_)
};
struct MaxPendingExtrinsicsNumberSet {
    EVENT(7)
    u32 value = 0;
    FIELDS(value)
};
struct OnInitializeWeightSet {
    EVENT(8)
    u64 value = 0;
    FIELDS(value)
};
struct ExtrinsicLifetimeSet {
    EVENT(9)
    u32 value = 0;
    FIELDS(value)
};
struct MaxExtrinsicWeightSet {
    EVENT(10)
    u64 value = 0;
    FIELDS(value)
};
struct ExtrinsicWeightExceeded {
    EVENT(11)
    u32 index_ = 0;
    FIELDS(index_)
};

}  // namespace shield
