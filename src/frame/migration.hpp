// Changes of the state that newer rules ask for, each made once and noted by its name.
#pragma once
#include "frame/storage.hpp"

using MigrationKey = scale::BoundedVec<u8, 128>;  // a name in ASCII
/// What pallets declare as HasMigrationRun.
using MigrationsRun = StorageMap<Identity<MigrationKey>, bool>;

/// Runs `change` unless it has run on this state.
template <class F>
void migrate_once(State& s, const MigrationsRun& run, std::string_view name, F&& change) {
    const MigrationKey key(name.begin(), name.end());
    if (run.get(s, key)) return;
    change();
    run.set(s, key, true);
}
