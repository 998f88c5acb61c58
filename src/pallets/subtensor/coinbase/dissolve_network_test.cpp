// The end of a subnet in one call, as runtimes before 475 had it, and which subnet ends.
#include "pallets/subtensor/coinbase/dissolve_network.hpp"

#include "pallets/system/spec_version.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {

class DissolvedAtOnce : public Staking {
protected:
    DissolvedAtOnce() { frame_system::set_spec_version(env.state, 425); }
};

TEST_F(DissolvedAtOnce, a_subnet_pays_its_pool_out_to_stakers) {
    env(alice, add_stake{hotkey, pool, 30_tao});
    env(bob, add_stake{other_hotkey, pool, 10_tao});
    const u64 pot = storage.SubnetTAO.get(env.state, pool).rao;
    const u64 before = env.free_rao(alice) + env.free_rao(bob);
    env(alice, root_dissolve_network{pool}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), root_dissolve_network{{9}}, fails(Error::SubnetNotExists));
    env(Origin::root(), root_dissolve_network{root_netuid}, fails(Error::SubnetNotExists));
    env(Origin::root(), root_dissolve_network{pool}, ok, emits(NetworkRemoved{pool}));
    EXPECT_EQ(env.free_rao(alice) + env.free_rao(bob) - before, pot);
    EXPECT_FALSE(if_subnet_exist(env.state, pool));
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
    EXPECT_EQ(storage.TotalStake.get(env.state), TaoBalance{});
    EXPECT_FALSE(storage.TotalHotkeyAlpha.has(env.state, hotkey, pool));
    EXPECT_FALSE(storage.SubnetTAO.has(env.state, pool));
    EXPECT_FALSE(storage.DissolveCleanupQueue.has(env.state));
}

TEST_F(DissolvedAtOnce, the_reserve_of_a_young_subnet_shares_in_the_pot_and_is_recycled) {
    storage.NetworkRegisteredAt.set(env.state, pool, 5);
    env(alice, add_stake{hotkey, pool, 10_tao});
    const u64 before = env.free_rao(alice);
    env(Origin::root(), dissolve_network{alice, pool}, ok);
    EXPECT_GT(env.free_rao(alice), before);
    EXPECT_LT(env.free_rao(alice), before + 11'000'000'000);
}

TEST_F(Staking, the_cheapest_subnet_past_its_immunity_makes_place) {
    add_subnet({2}, 1, 10_tao, 4000_alpha);
    storage.SubnetMovingPrice.set(env.state, pool, I96F32::saturating_from_num(1));
    const u64 immunity = storage.NetworkImmunityPeriod.get(env.state);
    storage.NetworkRegisteredAt.set(env.state, {2}, 1);
    EXPECT_EQ(get_network_to_prune(env.state, immunity - 1), std::nullopt);
    EXPECT_EQ(get_network_to_prune(env.state, immunity), pool);
    EXPECT_EQ(get_network_to_prune(env.state, immunity + 1), NetUid{2});
}

}  // namespace subtensor
