// What the pallet keeps.
#pragma once
#include "frame/migration.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/shield/types.hpp"

namespace shield {

struct Storage : StorageList {
    Storage();
    OptionalValue<ShieldEncKey> CurrentKey{*this, "CurrentKey", "The key of this block's author."};
    OptionalValue<ShieldEncKey> PendingKey{
        *this, "PendingKey", "The key that the next block's author opens transactions with."};
    OptionalValue<ShieldEncKey> NextKey{
        *this, "NextKey", "The key to encrypt with now: of the author after the next."};
    OptionalMap<Twox64Concat<aura::Public>, ShieldEncKey> AuthorKeys{
        *this, "AuthorKeys", "The key that each author announced last."};
    OptionalValue<u32> PendingKeyExpiresAt{*this, "PendingKeyExpiresAt",
                                           "The block from which PendingKey no longer holds."};
    OptionalValue<u32> NextKeyExpiresAt{*this, "NextKeyExpiresAt",
                                        "The block from which NextKey no longer holds."};
    MigrationsRun HasMigrationRun{*this, "HasMigrationRun",
                                  "Migrations that have run, by name: those of earlier runtimes."};
    StorageValue<u32> MaxPendingExtrinsicsLimit{*this, "MaxPendingExtrinsicsLimit",
                                                "The most calls that wait in the queue.",
                                                [] { return u32{100}; }};
    StorageValue<u32> ExtrinsicLifetime{*this, "ExtrinsicLifetime",
                                        "Blocks after which a waiting call is dropped.",
                                        [] { return u32{10}; }};
    StorageValue<u64> OnInitializeWeight{*this, "OnInitializeWeight",
                                         "The most reference time a block spends on the queue.",
                                         [] { return u64{500'000'000'000}; }};
    StorageValue<u64> MaxExtrinsicWeight{*this, "MaxExtrinsicWeight",
                                         "The most reference time a call of the queue may take.",
                                         [] { return u64{50'000'000'000}; }};
    OptionalMap<Identity<u32>, PendingExtrinsic> PendingExtrinsics{
        *this, "PendingExtrinsics", "Encrypted calls that wait, numbered."};
    StorageValue<u32> CounterForPendingExtrinsics{*this, "CounterForPendingExtrinsics",
                                                  "How many calls wait."};
    StorageValue<u32> NextPendingExtrinsicIndex{*this, "NextPendingExtrinsicIndex",
                                                "The number of the next call."};
};
extern const Storage storage;

}  // namespace shield
