// What the pallet keeps: until when the safe mode lasts, and who paid for it.
#pragma once
#include "frame/storage.hpp"
#include "pallets/safe_mode/calls.hpp"

namespace safe_mode {

struct Storage : StorageList {
    Storage();
    OptionalValue<u32> EnteredUntil{*this, "EnteredUntil",
                                    "The last block of the safe mode; absent when it is off."};
    OptionalDoubleMap<Twox64Concat<AccountId>, Twox64Concat<u32>, TaoBalance> Deposits{
        *this, "Deposits", "Deposits by account and block, in rao."};
};
extern const Storage storage;

/// Without an amount or a delay only root may do it.
struct Constants {
    u32 EnterDuration = 0, ExtendDuration = 0;  // blocks
    std::optional<TaoBalance> EnterDepositAmount{}, ExtendDepositAmount{};
    std::optional<u32> ReleaseDelay{};
    FIELDS(EnterDuration, ExtendDuration, EnterDepositAmount, ExtendDepositAmount, ReleaseDelay)
};
extern Constants constants;

}  // namespace safe_mode
