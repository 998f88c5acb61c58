// What the pallet keeps itself; an account's amounts lie in System.Account.
#pragma once
#include "frame/storage.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/system/types.hpp"

namespace balances {

struct Storage : StorageList {
    Storage();
    StorageValue<TaoBalance> TotalIssuance{*this, "TotalIssuance",
                                           "All TAO there is: free and reserved, in rao."};
    StorageMap<Blake2_128Concat<AccountId>, frame_system::AccountData> Account{
        *this, "Account", "Unused here: balances are part of System.Account."};
};
extern const Storage storage;

struct Constants {
    TaoBalance ExistentialDeposit{500};
    FIELDS(ExistentialDeposit)
};
extern Constants constants;

}  // namespace balances
