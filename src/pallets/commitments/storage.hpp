// What the pallet keeps.
#pragma once
#include "frame/storage.hpp"
#include "pallets/commitments/types.hpp"

namespace commitments {

struct Storage : StorageList {
    Storage();
    StorageValue<std::set<std::pair<NetUid, AccountId>>> TimelockedIndex{
        *this, "TimelockedIndex", "Whose commitments hold something that opens later."};
    OptionalValue<std::pair<NetUid, AccountId>> TimelockRevealCursor{
        *this, "TimelockRevealCursor",
        "Whom of TimelockedIndex the last block came to, when it could not look at all."};
    OptionalDoubleMap<Identity<NetUid>, Twox64Concat<AccountId>, Registration> CommitmentOf{
        *this, "CommitmentOf", "What an account has committed on a subnet."};
    OptionalDoubleMap<Identity<NetUid>, Twox64Concat<AccountId>, u32> LastCommitment{
        *this, "LastCommitment", "The block of an account's last commitment on a subnet."};
    OptionalDoubleMap<Identity<NetUid>, Twox64Concat<AccountId>, u32> LastBondsReset{
        *this, "LastBondsReset", "The block in which an account last asked to reset its bonds."};
    OptionalDoubleMap<Identity<NetUid>, Twox64Concat<AccountId>, std::vector<std::pair<Bytes, u64>>>
        RevealedCommitments{*this, "RevealedCommitments",
                            "What opened, with the block in which it did: the last ten."};
    OptionalDoubleMap<Identity<NetUid>, Twox64Concat<AccountId>, UsageTracker> UsedSpaceOf{
        *this, "UsedSpaceOf", "Bytes that an account has committed since the last epoch."};
    StorageValue<u32> MaxSpace{*this, "MaxSpace",
                               "Bytes that an account may commit on a subnet between epochs.",
                               [] { return u32{3100}; }};
};
extern const Storage storage;

}  // namespace commitments
