// What the pallet keeps: what is to be done in which block.
#pragma once
#include "frame/storage.hpp"
#include "pallets/scheduler/types.hpp"

namespace scheduler {

struct Storage : StorageList {
    Storage();
    OptionalValue<u32> IncompleteSince{*this, "IncompleteSince",
                                       "The first block whose agenda could not be finished."};
    StorageMap<Twox64Concat<u32>, ::scheduler::Agenda> Agenda{
        *this, "Agenda", "The tasks of each block; empty places are those of cancelled ones."};
    OptionalMap<Blake2_128Concat<TaskAddress>, RetryConfig> Retries{
        *this, "Retries", "How often tasks are tried again when they fail."};
    OptionalMap<Twox64Concat<TaskName>, TaskAddress> Lookup{*this, "Lookup",
                                                            "Where named tasks are."};
};
extern const Storage storage;

struct Constants {
    Weight MaximumWeight{3'200'000'000'000, 14'757'395'258'967'641'292u};  // four fifths of a block
    u32 MaxScheduledPerBlock{max_scheduled_per_block};
    FIELDS(MaximumWeight, MaxScheduledPerBlock)
};
extern Constants constants;

}  // namespace scheduler
