// What the pallet keeps.
#pragma once
#include "frame/migration.hpp"
#include "pallets/crowdloan/types.hpp"

namespace crowdloan {

struct Storage : StorageList {
    Storage();
    OptionalMap<Twox64Concat<u32>, CrowdloanInfo> Crowdloans{
        *this, "Crowdloans", "The crowdloans there are, by number."};
    StorageValue<u32> NextCrowdloanId{*this, "NextCrowdloanId", "The next crowdloan's number."};
    OptionalDoubleMap<Twox64Concat<u32>, Identity<AccountId>, TaoBalance> Contributions{
        *this, "Contributions", "What each account has paid into a crowdloan."};
    OptionalMap<Twox64Concat<u32>, TaoBalance> MaxContributions{
        *this, "MaxContributions", "The most that one account may pay into a crowdloan."};
    OptionalValue<u32> CurrentCrowdloanId{*this, "CurrentCrowdloanId",
                                          "The crowdloan whose call is running, while it runs."};
    MigrationsRun HasMigrationRun{*this, "HasMigrationRun",
                                  "Changes of the state that newer rules asked for, by name."};
};
extern const Storage storage;

}  // namespace crowdloan
