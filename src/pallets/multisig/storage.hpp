// What the pallet keeps: operations that wait for approvals.
#pragma once
#include "frame/storage.hpp"
#include "pallets/multisig/types.hpp"

namespace multisig {

struct Storage : StorageList {
    Storage();
    OptionalDoubleMap<Twox64Concat<AccountId>, Blake2_128Concat<CallHash>, Multisig> Multisigs{
        *this, "Multisigs", "Open operations of each composite account, by the hash of the call."};
};
extern const Storage storage;

struct Constants {
    TaoBalance DepositBase{132'000'000}, DepositFactor{32'000'000};
    u32 MaxSignatories{max_signatories};
    FIELDS(DepositBase, DepositFactor, MaxSignatories)
};
extern Constants constants;

}  // namespace multisig
