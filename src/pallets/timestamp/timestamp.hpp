// The block's time: set once a block by an inherent, in milliseconds since 1970.
#pragma once
#include "frame/call.hpp"
#include "frame/storage.hpp"

namespace timestamp {

inline constexpr u8 pallet_index = 2;

struct Storage : StorageList {
    Storage();
    StorageValue<u64> Now{*this, "Now", "The block's time in milliseconds."};
    StorageValue<bool> DidUpdate{*this, "DidUpdate",
                                 "Whether the time was set in the block being built."};
};
extern const Storage storage;

struct Constants {
    u64 MinimumPeriod = 6000;
    FIELDS(MinimumPeriod)
};
/// Least milliseconds between two blocks; half a slot (aura::set_slot_duration).
extern Constants constants;

struct set {
    CALL(0)
    scale::Compact<u64> now{};
    FIELDS(now)
};

/// The time a block may carry when the clock shows `clock_ms`: not too close to the block before.
u64 next_time(const State&, u64 clock_ms);

}  // namespace timestamp
