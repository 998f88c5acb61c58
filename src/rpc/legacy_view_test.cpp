#include "rpc/legacy_view.hpp"

#include <gtest/gtest.h>

#include "pallets/subtensor/storage.hpp"
#include "pallets/swap/storage.hpp"

namespace {

using swap::storage;

/// A state with pools of equal reserves on subnets 1 and 2; that of 3 has no weights.
std::unique_ptr<View> three_pools() {
    auto base = std::make_unique<MemoryView>();
    State state(*base);
    for (const u16 netuid : {1, 2, 3}) {
        subtensor::storage.SubnetMechanism.set(state, NetUid{netuid}, 1);
        subtensor::storage.SubnetTAO.set(state, NetUid{netuid}, TaoBalance{5'000'000'000});
        subtensor::storage.SubnetAlphaIn.set(state, NetUid{netuid}, AlphaBalance{5'000'000'000});
        if (netuid != 3) storage.PalSwapInitialized.set(state, NetUid{netuid}, true);
    }
    const auto changes = state.changes();
    base->apply(changes);
    return base;
}

TEST(LegacyView, the_root_of_the_price_is_read_where_a_pool_has_its_weights) {
    const rpc::LegacyView view(three_pools());
    const State state(view);
    EXPECT_EQ(storage.AlphaSqrtPrice.get(state, NetUid{1}).bits, u128{1} << 64);
    EXPECT_EQ(storage.AlphaSqrtPrice.get(state, NetUid{3}).bits, 0);
    EXPECT_FALSE(view.contains(storage.AlphaSqrtPrice.key(NetUid{9})));
    EXPECT_FALSE(view.contains(storage.AlphaSqrtPrice.prefix()));
}

TEST(LegacyView, a_walk_meets_each_of_its_keys_once_and_all_others) {
    auto base = three_pools();
    std::vector<Bytes> own, others, expected;
    for (auto key = base->next_key({}); key; key = base->next_key(*key)) expected.push_back(*key);
    const rpc::LegacyView view(std::move(base));
    for (auto key = view.next_key({}); key; key = view.next_key(*key)) {
        ASSERT_LT(own.size() + others.size(), 100u);
        (starts_with(*key, storage.AlphaSqrtPrice.prefix()) ? own : others).push_back(*key);
    }
    EXPECT_EQ(own.size(), 2u);
    EXPECT_EQ(others, expected);
}

}  // namespace
