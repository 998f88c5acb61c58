// What the pallet keeps itself; an account's amounts lie in System.Account.
#pragma once
#include "frame/storage.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/balances/types.hpp"
#include "pallets/system/types.hpp"

namespace balances {

inline constexpr u32 max_locks = 50, max_reserves = 50, max_freezes = 50;

struct Storage : StorageList {
    Storage();
    StorageValue<TaoBalance> TotalIssuance{*this, "TotalIssuance",
                                           "All TAO there is: free and reserved, in rao."};
    StorageValue<TaoBalance> InactiveIssuance{
        *this, "InactiveIssuance", "What part of the issuance cannot vote; none here, in rao."};
    StorageMap<Blake2_128Concat<AccountId>, frame_system::AccountData> Account{
        *this, "Account", "Unused here: balances are part of System.Account."};
    StorageMap<Blake2_128Concat<AccountId>, scale::WeakBoundedVec<BalanceLock>> Locks{
        *this, "Locks", "Locks on each account's balance; they overlap."};
    StorageMap<Blake2_128Concat<AccountId>, scale::BoundedVec<ReserveData, max_reserves>> Reserves{
        *this, "Reserves", "Named parts of each account's reserve, by name."};
    StorageMap<Blake2_128Concat<AccountId>,
               scale::BoundedVec<IdAmount<HoldReason>, held_for::reason_count>>
        Holds{*this, "Holds", "What pallets hold of each account's balance, and why."};
    StorageMap<Blake2_128Concat<AccountId>, scale::BoundedVec<IdAmount<FreezeReason>, max_freezes>>
        Freezes{*this, "Freezes", "What pallets freeze of each account's balance, and why."};
};
extern const Storage storage;

struct Constants {
    TaoBalance ExistentialDeposit{500};
    u32 MaxLocks{max_locks}, MaxReserves{max_reserves}, MaxFreezes{max_freezes};
    FIELDS(ExistentialDeposit, MaxLocks, MaxReserves, MaxFreezes)
};
extern Constants constants;

}  // namespace balances
