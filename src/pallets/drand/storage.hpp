// What the pallet keeps.
#pragma once
#include "frame/migration.hpp"
#include "pallets/drand/types.hpp"

namespace drand {

struct Storage : StorageList {
    Storage();
    StorageValue<BeaconConfiguration> BeaconConfig{*this, "BeaconConfig",
                                                   "The beacon whose pulses are taken.", &quicknet};
    MigrationsRun HasMigrationRun{*this, "HasMigrationRun",
                                  "Migrations that have run, by name: those of earlier runtimes."};
    OptionalMap<Blake2_128Concat<u64>, Pulse> Pulses{*this, "Pulses", "The pulses by round."};
    StorageValue<u64> LastStoredRound{*this, "LastStoredRound", "The newest round there is."};
    StorageValue<u64> OldestStoredRound{*this, "OldestStoredRound", "The oldest round kept."};
    StorageValue<u32> NextUnsignedAt{*this, "NextUnsignedAt",
                                     "The block from which another pulse is taken."};
};
extern const Storage storage;

}  // namespace drand
