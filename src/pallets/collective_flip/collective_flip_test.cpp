// A ring of hashes.
#include "pallets/collective_flip/collective_flip.hpp"

#include "pallets/system/storage.hpp"
#include "testing/env/env.hpp"

namespace collective_flip {
namespace {

H256 hash_of(u32 block) {
    H256 out;
    out.bytes.fill(u8(block));
    return out;
}

TEST(CollectiveFlip, keeps_the_last_81_parents_in_a_ring) {
    Env env;
    const auto begin = [&](u32 block) {
        frame_system::storage.ParentHash.set(env.state, hash_of(block - 1));
        env.cx.block = block;
        pallet.hooks.on_initialize(env.cx);
        return storage.RandomMaterial.get(env.state);
    };
    for (u32 block = 1; block <= kept_hashes; ++block) {
        const auto ring = begin(block);
        ASSERT_EQ(ring.size(), block);
        EXPECT_EQ(ring.back(), hash_of(block - 1));
    }
    const auto ring = begin(kept_hashes + 1);
    EXPECT_EQ(ring.size(), kept_hashes);
    EXPECT_EQ(ring[0], hash_of(kept_hashes)) << "the oldest gave way";
    EXPECT_EQ(ring[1], hash_of(1));
}

}  // namespace
}  // namespace collective_flip
