// How a subnet's owner moves its epochs.
#include "pallets/admin_utils/calls.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

struct TempoControl : Network {
    void free_weights() {
        env(Origin::root(), admin_utils::sudo_set_commit_reveal_weights_enabled{subnet, false});
    }
};

TEST_F(TempoControl, the_owner_sets_the_tempo_and_a_new_cycle_begins) {
    env.run_to(50);
    env(owner, set_tempo{subnet, 400}, emits(TempoSet{subnet, 400}));
    EXPECT_EQ(storage.Tempo.get(env.state, subnet), 400);
    EXPECT_EQ(storage.LastEpochBlock.get(env.state, subnet), 50u);
    env(owner, set_tempo{subnet, 500}, fails(Error::TxRateLimitExceeded));
    env.run_to(50 + 360);
    env(owner, set_tempo{subnet, 500});
}

TEST_F(TempoControl, a_tempo_out_of_bounds_or_out_of_time_is_refused) {
    env(alice, set_tempo{subnet, 400}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), set_tempo{subnet, 400}, fails(DispatchError::Kind::BadOrigin));
    env(owner, set_tempo{subnet, 359}, fails(Error::TempoOutOfBounds));
    env(owner, set_tempo{subnet, 50'401}, fails(Error::TempoOutOfBounds));
    storage.PendingEpochAt.set(env.state, subnet, env.cx.block + 3);
    env(owner, set_tempo{subnet, 400}, fails(Error::AdminActionProhibitedDuringWeightsWindow));
}

TEST_F(TempoControl, the_activity_cutoff_is_a_part_of_the_tempo) {
    env(owner, set_activity_cutoff_factor{subnet, 2'000},
        emits(ActivityCutoffFactorMilliSet{subnet, 2'000}));
    EXPECT_EQ(get_activity_cutoff_blocks(env.state, subnet),
              2u * storage.Tempo.get(env.state, subnet));
    env(owner, set_activity_cutoff_factor{subnet, 3'000}, fails(Error::TxRateLimitExceeded));
    env(Origin::root(), set_activity_cutoff_factor{subnet, 3'000});
    env(Origin::root(), set_activity_cutoff_factor{subnet, 999},
        fails(Error::ActivityCutoffFactorMilliOutOfBounds));
    env(Origin::root(), set_activity_cutoff_factor{subnet, 50'001},
        fails(Error::ActivityCutoffFactorMilliOutOfBounds));
    env(alice, set_activity_cutoff_factor{subnet, 2'000}, fails(DispatchError::Kind::BadOrigin));
    storage.PendingEpochAt.set(env.state, subnet, env.cx.block + 3);
    env(owner, set_activity_cutoff_factor{subnet, 2'000},
        fails(Error::AdminActionProhibitedDuringWeightsWindow));
}

TEST_F(TempoControl, an_epoch_that_was_called_for_runs_after_the_freeze) {
    free_weights();
    const u64 at = env.cx.block + storage.AdminFreezeWindow.get(env.state);
    env(owner, trigger_epoch{subnet}, emits(EpochTriggered{subnet, owner, at}));
    env(owner, trigger_epoch{subnet}, fails(Error::EpochTriggerAlreadyPending));
    env.run_to(u32(at));
    EXPECT_EQ(storage.LastEpochBlock.get(env.state, subnet), at);
    EXPECT_EQ(storage.PendingEpochAt.get(env.state, subnet), 0u);
    env(owner, trigger_epoch{subnet}, fails(Error::TxRateLimitExceeded));
}

TEST_F(TempoControl, no_epoch_out_of_turn_where_it_would_do_harm) {
    env(owner, trigger_epoch{subnet}, fails(Error::DynamicTempoBlockedByCommitReveal));
    free_weights();
    env(alice, trigger_epoch{subnet}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), trigger_epoch{subnet}, fails(DispatchError::Kind::BadOrigin));
    const u64 next =
        storage.LastEpochBlock.get(env.state, subnet) + storage.Tempo.get(env.state, subnet);
    env.run_to(u32(next) - 3);
    env(owner, trigger_epoch{subnet}, fails(Error::AutoEpochAlreadyImminent));
}

}  // namespace
}  // namespace subtensor
