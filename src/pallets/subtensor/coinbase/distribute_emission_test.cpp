// Who gets the alpha of an epoch where nobody stakes on the hotkey that earned it. Rule of 475:
// subtensor coinbase/run_coinbase.rs, distribute_dividends_and_incentives.
#include "pallets/subtensor/coinbase/distribute_emission.hpp"

#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/system/spec_version.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

/// Alice's hotkey validates with the stake of its parent alone, and its owner takes nothing.
class Childkey : public Network {
protected:
    Childkey() {
        open_weights();
        storage.StakeThreshold.set(env.state, 0);
        join(alice, alices_hotkey);
        join(bob, bobs_hotkey);
        env(owner, add_stake{owner_hotkey, subnet, 100_tao});
        storage.ChildKeys.set(env.state, owner_hotkey, subnet, {{~u64{0}, alices_hotkey}});
        storage.ParentKeys.set(env.state, alices_hotkey, subnet, {{~u64{0}, owner_hotkey}});
        storage.ChildkeyTake.set(env.state, alices_hotkey, subnet, PerU16{11'796});
        storage.Delegates.set(env.state, alices_hotkey, PerU16{0});
        storage.ValidatorPermit.set(env.state, subnet, {false, true, false});
        env.run_to(env.cx.block + 2);
        env(alices_hotkey, set_weights{subnet, {2}, {1}, 0});
    }
    u64 pool() const { return storage.TotalHotkeyAlpha.get(env.state, alices_hotkey, subnet).rao; }
    void pay() {
        distribute_emission(env.cx, subnet, {{1'000'000}, {1'000'000}, {0}, {0}});
        distribute_emission(env.cx, subnet, {{1'000'000}, {1'000'000}, {0}, {0}});
    }
};

TEST_F(Childkey, that_nobody_stakes_on_earns_for_its_owner) {
    ASSERT_FALSE(hotkey_share_pool_has_members(env.state, alices_hotkey, subnet));
    pay();
    EXPECT_GT(pool(), 0u);
    EXPECT_EQ(stake(alices_hotkey, alice).rao, pool());
    EXPECT_TRUE(hotkey_share_pool_has_members(env.state, alices_hotkey, subnet));
}

TEST_F(Childkey, earned_for_nobody_under_older_rules) {
    frame_system::set_spec_version(env.state, 425);
    pay();
    EXPECT_GT(pool(), 0u);
    EXPECT_EQ(stake(alices_hotkey, alice), AlphaBalance{});
}

}  // namespace
}  // namespace subtensor
