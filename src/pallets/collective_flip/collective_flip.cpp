// The ring of hashes, written at the start of each block.
#include "pallets/collective_flip/collective_flip.hpp"

#include "pallets/system/storage.hpp"

namespace collective_flip {

Storage::Storage() : StorageList("RandomnessCollectiveFlip") {}
const Storage storage;

static Weight on_initialize(Context& cx) {
    const auto parent = frame_system::storage.ParentHash.get(cx.state);
    storage.RandomMaterial.change(cx.state, [&](auto& ring) {
        if (ring.size() < kept_hashes)
            ring.push_back(parent);
        else
            ring[(cx.block - 1) % kept_hashes] = parent;
    });
    return db_weight(1, 1);
}

const Pallet pallet{.index = 1,
                    .name = "RandomnessCollectiveFlip",
                    .path = "pallet_insecure_randomness_collective_flip::pallet",
                    .storage = &storage,
                    .hooks = {.on_initialize = &on_initialize}};

}  // namespace collective_flip
