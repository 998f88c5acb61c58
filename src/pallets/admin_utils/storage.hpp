// What the pallet keeps itself; hyperparameters are kept by the pallets they belong to.
#pragma once
#include "frame/storage.hpp"
#include "pallets/admin_utils/calls.hpp"

namespace admin_utils {

struct Storage : StorageList {
    Storage();
    StorageMap<Blake2_128Concat<PrecompileEnum>, bool> PrecompileEnable{
        *this, "PrecompileEnable", "Whether contracts may call a precompile of the EVM.",
        [] { return true; }};
};
/// `storage` is SubtensorModule's in this folder.
extern const Storage own_storage;

}  // namespace admin_utils
