#include "pallets/evm_chain_id/pallet.hpp"

namespace evm_chain_id {

Storage::Storage() : StorageList("EVMChainId") {}
const Storage storage;

const Pallet pallet{
    .index = 23, .name = "EVMChainId", .path = "pallet_evm_chain_id::pallet", .storage = &storage};

}  // namespace evm_chain_id
