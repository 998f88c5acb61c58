// One account may act as root.
#pragma once
#include "frame/call.hpp"
#include "frame/storage.hpp"

namespace sudo {

inline constexpr u8 pallet_index = 12;

struct Storage : StorageList {
    Storage();
    OptionalValue<AccountId> Key{*this, "Key", "The account that may act as root."};
};
extern const Storage storage;

struct sudo {
    CALL(0)
    AnyCall call{};
    FIELDS(call)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct sudo_unchecked_weight {
    CALL(1)
    AnyCall call{};
    Weight weight{};
    FIELDS(call, weight)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct set_key {
    CALL(2)
    MultiAddress new_{};
    FIELDS(new_)
};
struct sudo_as {
    CALL(3)
    MultiAddress who{};
    AnyCall call{};
    FIELDS(who, call)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct remove_key {
    CALL(4)
    NO_FIELDS
};

struct Sudid {
    EVENT(0)
    Result<> sudo_result{};
    FIELDS(sudo_result)
};
struct KeyChanged {
    EVENT(1)
    std::optional<AccountId> old{};
    AccountId new_{};
    FIELDS(old, new_)
};
struct KeyRemoved {
    EVENT(2)
    NO_FIELDS
};
struct SudoAsDone {
    EVENT(3)
    Result<> sudo_result{};
    FIELDS(sudo_result)
};

}  // namespace sudo
