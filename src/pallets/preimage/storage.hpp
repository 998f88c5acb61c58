// What the pallet keeps: bytes by their hash, and who pays for them or needs them.
#pragma once
#include "frame/storage.hpp"
#include "pallets/preimage/types.hpp"

namespace preimage {

struct Storage : StorageList {
    Storage();
    OptionalMap<Identity<H256>, OldRequestStatus> StatusFor{
        *this, "StatusFor", "Preimages whose deposit is a plain reserve, as of old."};
    OptionalMap<Identity<H256>, RequestStatus> RequestStatusFor{
        *this, "RequestStatusFor", "Who has noted each preimage and how often it is requested."};
    OptionalMap<Identity<std::pair<H256, u32>>, Bytes4M> PreimageFor{
        *this, "PreimageFor", "Bytes, by their hash and length."};
};
extern const Storage storage;

}  // namespace preimage
