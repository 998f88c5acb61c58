// The number by which EVM tools tell this chain from others.
#pragma once
#include "frame/pallet.hpp"

namespace evm_chain_id {

struct Storage : StorageList {
    Storage();
    StorageValue<u64> ChainId{*this, "ChainId", "The number EVM tools know this chain by."};
};
extern const Storage storage;
extern const Pallet pallet;

}  // namespace evm_chain_id
