// The hashes of the last 81 blocks: seed of a randomness that anybody can compute and that authors
// can influence. Kept for clients; no rule draws from it.
// Source: polkadot-sdk substrate/frame/insecure-randomness-collective-flip.
#pragma once
#include "frame/pallet.hpp"

namespace collective_flip {

inline constexpr u32 kept_hashes = 81;

struct Storage : StorageList {
    Storage();
    StorageValue<scale::BoundedVec<H256, kept_hashes>> RandomMaterial{
        *this, "RandomMaterial", "Hashes of the last 81 blocks, in a ring."};
};
extern const Storage storage;
extern const Pallet pallet;

}  // namespace collective_flip
