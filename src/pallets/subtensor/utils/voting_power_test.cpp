// The moving average of validators' stake.
#include "pallets/subtensor/utils/voting_power.hpp"

#include "testing/env/staking_world.hpp"

namespace subtensor {

class VotingPowers : public Staking {
protected:
    u64 power() const { return storage.VotingPower.get(env.state, pool, hotkey); }
    void epoch(u64 stake_rao, bool permit = true) {
        update_voting_power_for_subnet(env.cx, pool,
                                       std::vector<EpochStake>{{hotkey, stake_rao, permit}});
    }
};

TEST_F(VotingPowers, nothing_is_tracked_until_the_owner_asks) {
    storage.IsNetworkMember.set(env.state, hotkey, pool, true);
    epoch(1000);
    EXPECT_EQ(power(), 0u);
    env(alice, enable_voting_power_tracking{pool}, fails(DispatchError::Kind::BadOrigin));
    env(alice, disable_voting_power_tracking{pool}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), disable_voting_power_tracking{pool},
        fails(Error::VotingPowerTrackingNotEnabled));
    env(Origin::root(), enable_voting_power_tracking{pool}, ok);
    env(Origin::root(), sudo_set_voting_power_ema_alpha{pool, 1'000'000'000'000'000'001},
        fails(Error::InvalidVotingPowerEmaAlpha));
    env(Origin::root(), sudo_set_voting_power_ema_alpha{pool, 500'000'000'000'000'000}, ok);
    epoch(1000);
    EXPECT_EQ(power(), 500u);
    epoch(1000);
    EXPECT_EQ(power(), 750u);
}

/// Runtime 475: lib.rs, TotalVotingPower.
TEST_F(VotingPowers, the_sum_of_a_subnet_is_kept_beside_each_ones_power) {
    storage.VotingPowerTrackingEnabled.set(env.state, pool, true);
    const auto sum = [&] { return storage.TotalVotingPower.get(env.state, pool); };
    for (const auto& key : {hotkey, other_hotkey})
        storage.IsNetworkMember.set(env.state, key, pool, true);
    const u64 stake = 1'000'000'000'000;
    update_voting_power_for_subnet(
        env.cx, pool, std::vector<EpochStake>{{hotkey, stake, true}, {other_hotkey, stake, true}});
    EXPECT_EQ(sum(), 2 * power());
    swap_voting_power_for_hotkey(env.state, other_hotkey, hotkey, pool);
    EXPECT_EQ(sum(), power());
    epoch(0, false);
    EXPECT_EQ(sum(), 0u);
}

TEST_F(VotingPowers, who_loses_permit_or_place_loses_the_power) {
    storage.VotingPowerTrackingEnabled.set(env.state, pool, true);
    storage.IsNetworkMember.set(env.state, hotkey, pool, true);
    epoch(1'000'000'000);
    EXPECT_GT(power(), 0u);
    epoch(1'000'000'000, false);
    EXPECT_EQ(power(), 0u);
    epoch(1'000'000'000);
    storage.IsNetworkMember.erase(env.state, hotkey, pool);
    epoch(1'000'000'000);
    EXPECT_EQ(power(), 0u);
}

TEST_F(VotingPowers, tracking_ends_two_weeks_after_it_was_switched_off) {
    storage.IsNetworkMember.set(env.state, hotkey, pool, true);
    env(Origin::root(), enable_voting_power_tracking{pool});
    epoch(1'000'000'000);
    env(Origin::root(), disable_voting_power_tracking{pool}, ok,
        emits(VotingPowerTrackingDisableScheduled{pool, 1 + 100'800}));
    epoch(1'000'000'000);
    EXPECT_GT(power(), 0u);
    env.cx.block += 100'800;
    epoch(1'000'000'000);
    EXPECT_EQ(power(), 0u);
    EXPECT_FALSE(storage.VotingPowerTrackingEnabled.get(env.state, pool));
}

}  // namespace subtensor
