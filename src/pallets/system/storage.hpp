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
    StorageValue<bool> InherentsApplied{
        *this, "InherentsApplied",
        "Whether the block's inherents are behind; gone when the block is complete."};
    StorageValue<PerDispatchClass<Weight>> BlockWeight{
        *this, "BlockWeight", "The weight that the block has used, by class."};
    OptionalValue<u32> AllExtrinsicsLen{
        *this, "AllExtrinsicsLen",
        "Bytes of the block's extrinsics; gone when the block is complete."};
    StorageMap<Twox64Concat<u32>, H256> BlockHash{
        *this, "BlockHash", "Hashes of the last 2400 blocks and of genesis, by number."};
    StorageMap<Twox64Concat<u32>, Bytes> ExtrinsicData{
        *this, "ExtrinsicData",
        "The block's extrinsics, by index; gone when the block is complete."};
    StorageValue<u32> Number{*this, "Number", "The block's number."};
    StorageValue<H256> ParentHash{*this, "ParentHash", "The hash of the block before."};
    StorageValue<::Digest> Digest{*this, "Digest",
                                  "What the block's header carries besides roots."};
    StorageValue<std::vector<EventRecord>> Events{
        *this, "Events", "What happened in the block, in order. For clients, not for pallets."};
    StorageValue<u32> EventCount{*this, "EventCount", "How many events the block has."};
    StorageMap<Blake2_128Concat<H256>, std::vector<std::pair<u32, u32>>> EventTopics{
        *this, "EventTopics",
        "Block and place of the block's events about a topic. No event has one so far."};
    OptionalValue<LastRuntimeUpgradeInfo> LastRuntimeUpgrade{
        *this, "LastRuntimeUpgrade", "Name and version of the runtime whose rules are in force."};
    StorageValue<bool> UpgradedToU32RefCount{
        *this, "UpgradedToU32RefCount", "References to accounts are counted in 32 bits: always."};
    StorageValue<bool> UpgradedToTripleRefCount{
        *this, "UpgradedToTripleRefCount",
        "References to accounts are counted by three kinds: always."};
    OptionalValue<Phase> ExecutionPhase{*this, "ExecutionPhase",
                                        "What the block is at; gone when the block is complete."};
    OptionalValue<CodeUpgradeAuthorization> AuthorizedUpgrade{
        *this, "AuthorizedUpgrade", "The hash of the code that anybody may set, once."};
    StorageValue<Weight> ExtrinsicWeightReclaimed{
        *this, "ExtrinsicWeightReclaimed",
        "Weight that the extrinsic at work has given back to the block."};
};
extern const Storage storage;

}  // namespace frame_system
