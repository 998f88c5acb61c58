// What the pallet keeps.
#pragma once
#include "frame/migration.hpp"
#include "pallets/limit_orders/types.hpp"

namespace limit_orders {

struct Storage : StorageList {
    Storage();
    OptionalMap<Blake2_128Concat<H256>, OrderStatus> Orders{
        *this, "Orders", "What became of the orders that were seen, by blake2b-256 of the order."};
    StorageValue<bool> LimitOrdersEnabled{*this, "LimitOrdersEnabled",
                                          "Whether orders are executed; root decides."};
    OptionalMap<Blake2_128Concat<H256>, LinkedOutput> LinkedOutputs{
        *this, "LinkedOutputs", "What an order brought and one linked to it may spend."};
    MigrationsRun HasMigrationRun{*this, "HasMigrationRun",
                                  "Changes of the state that newer rules asked for, by name."};
};
extern const Storage storage;

}  // namespace limit_orders
