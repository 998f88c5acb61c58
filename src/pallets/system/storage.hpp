// What the pallet keeps: accounts and the block being built or just built.
#pragma once
#include "frame/storage.hpp"
#include "pallets/system/types.hpp"

namespace frame_system {

struct Storage : StorageList {
    Storage();
    StorageMap<Blake2_128Concat<AccountId>, AccountInfo> Account{
        *this, "Account", "Each account's nonce, references and balances."};
    OptionalValue<u32> ExtrinsicCount{
        *this, "ExtrinsicCount",
        "How many extrinsics the block has; gone when the block is complete."};
    StorageValue<PerDispatchClass<Weight>> BlockWeight{
        *this, "BlockWeight", "The weight that the block has used, by class."};
    StorageMap<Twox64Concat<u32>, H256> BlockHash{
        *this, "BlockHash", "Hashes of the last 2400 blocks and of genesis, by number."};
    StorageValue<u32> Number{*this, "Number", "The block's number."};
    StorageValue<H256> ParentHash{*this, "ParentHash", "The hash of the block before."};
    StorageValue<::Digest> Digest{*this, "Digest",
                                  "What the block's header carries besides roots."};
    StorageValue<std::vector<EventRecord>> Events{
        *this, "Events", "What happened in the block, in order. For clients, not for pallets."};
    StorageValue<u32> EventCount{*this, "EventCount", "How many events the block has."};
};
extern const Storage storage;

}  // namespace frame_system
