// Null consensus through calls and blocks. Rules: subtensor subnets/mechanism.rs, subnets/uids.rs,
// epoch/run_epoch.rs and pallets/admin-utils/src/lib.rs of runtime 475, and its
// tests/null_consensus.rs.
#include "pallets/subtensor/epoch/epoch_consensus.hpp"

#include "pallets/admin_utils/calls.hpp"
#include "pallets/admin_utils/errors.hpp"
#include "pallets/subtensor/coinbase/distribute_emission.hpp"
#include "pallets/subtensor/guards/guards.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/subnets/weights.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

using admin_utils::sudo_set_epoch_consensus;
using admin_utils::sudo_set_max_allowed_uids;
using admin_utils::sudo_set_max_allowed_validators;
using admin_utils::sudo_trim_null_uids_batch;
using enum EpochConsensus;

struct NullConsensus : Network {
    const NetUidStorageIndex index{subnet.id};

    NullConsensus() {
        open_weights();
        env(Origin::root(), admin_utils::sudo_set_owner_hparam_rate_limit{0});
        env(Origin::root(), admin_utils::sudo_set_admin_freeze_window{0});
        storage.StakeThreshold.set(env.state, 0);
        storage.MinAllowedWeights.set(env.state, subnet, 0);
        join(alice, alices_hotkey);
        join(bob, bobs_hotkey);
        env(owner, add_stake{owner_hotkey, subnet, 100_tao});
        env.run_to(env.cx.block + 2);
    }
    void turn(EpochConsensus mode) { env(owner, sudo_set_epoch_consensus{subnet, mode}); }
    std::vector<bool> permits() const { return storage.ValidatorPermit.get(env.state, subnet); }
    std::vector<u64> emission() const {
        std::vector<u64> out;
        for (auto e : storage.Emission.get(env.state, subnet)) out.push_back(e.rao);
        return out;
    }
    u16 neurons() const { return storage.SubnetworkN.get(env.state, subnet); }
    /// Neurons without owners, that earned less the later they came.
    void fill(u16 n) {
        std::vector<AlphaBalance> earned;
        for (u16 uid = neurons(); uid < n; ++uid)
            append_neuron(env.state, subnet, env.account("filler" + std::to_string(uid)), 0);
        for (u16 uid = 0; uid < n; ++uid) earned.push_back({uid});
        storage.Emission.set(env.state, subnet, earned);
        storage.ImmunityPeriod.set(env.state, subnet, 0);
    }
};

TEST_F(NullConsensus, switching_keeps_and_restores_the_number_of_validators) {
    const u16 before = storage.MaxAllowedValidators.get(env.state, subnet);
    env(owner, sudo_set_epoch_consensus{subnet, Null}, emits(MaxAllowedValidatorsSet{subnet, 1}),
        emits(EpochConsensusSet{subnet, Null}));
    EXPECT_EQ(storage.SavedYumaMaxAllowedValidators.find(env.state, subnet), before);
    EXPECT_EQ(permits(), (std::vector<bool>{true, false, false}));
    env(Origin::root(), sudo_set_max_allowed_validators{subnet, 2},
        fails(admin_utils::Error::InvalidValue));
    env(owner, sudo_set_max_allowed_uids{subnet, 2500});
    env(owner, sudo_set_max_allowed_uids{subnet, 2501},
        fails(admin_utils::Error::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids));
    env(owner, sudo_set_epoch_consensus{subnet, Yuma}, emits(MaxAllowedUidsSet{subnet, 256}),
        emits(MaxAllowedValidatorsSet{subnet, before}));
    EXPECT_FALSE(storage.SavedYumaMaxAllowedValidators.has(env.state, subnet));
    env(owner, sudo_set_max_allowed_uids{subnet, 257},
        fails(admin_utils::Error::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids));
}

TEST_F(NullConsensus, a_switch_that_cannot_be_is_refused) {
    env(alice, sudo_set_epoch_consensus{subnet, Null}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), sudo_set_epoch_consensus{nowhere, Null}, fails(Error::SubnetNotExists));
    env(Origin::root(), sudo_set_epoch_consensus{root_netuid, Null}, fails(Error::InvalidValue));
    storage.TimelockedWeightCommits.set(env.state, {u16(subnet.id + 4096)}, 7, {});
    env(owner, sudo_set_epoch_consensus{subnet, Null}, fails(Error::InvalidValue));
    turn(Yuma);  // nothing changes, nothing to refuse
    storage.TimelockedWeightCommits.erase(env.state, {u16(subnet.id + 4096)}, 7);
    turn(Null);
    storage.SubnetworkN.set(env.state, subnet, 257);
    env(owner, sudo_set_epoch_consensus{subnet, Yuma}, fails(Error::TooManyUIDsPerMechanism));
    storage.SubnetworkN.set(env.state, subnet, 3);
    storage.MinAllowedUids.set(env.state, subnet, 300);
    env(owner, sudo_set_epoch_consensus{subnet, Yuma}, fails(Error::TooManyUIDsPerMechanism));
}

TEST_F(NullConsensus, weights_are_kept_raw_and_paid_as_they_are) {
    turn(Null);
    env(owner_hotkey, set_weights{subnet, {1, 2}, {3, 1}, 0});
    EXPECT_EQ(storage.Weights.get(env.state, index, 0),
              (std::vector<std::pair<u16, u16>>{{1, 3}, {2, 1}}));
    storage.Bonds.set(env.state, index, 0, {{1, 12345}});
    distribute_emission(env.cx, subnet, {{1001}, {500}, {0}, {0}});
    EXPECT_EQ(emission(), (std::vector<u64>{500, 750, 251}));
    EXPECT_EQ(storage.Bonds.get(env.state, index, 0),
              (std::vector<std::pair<u16, u16>>{{1, 12345}}));
    EXPECT_FALSE(storage.Bonds.has(env.state, index, 1));
}

TEST_F(NullConsensus, only_the_elected_may_say_anything_about_weights) {
    env(alice, add_stake{alices_hotkey, subnet, 1000_tao});
    turn(Null);
    EXPECT_EQ(permits(), (std::vector<bool>{false, true, false}));
    for (u16 uid : {u16{0}, u16{2}})  // the owner, itself too
        env(owner_hotkey, set_weights{subnet, {uid}, {1}, 0},
            fails(Error::NeuronNoValidatorPermit));
    env(bobs_hotkey, set_weights{subnet, {2}, {1}, 0}, fails(Error::NeuronNoValidatorPermit));
    env(alices_hotkey, set_weights{subnet, {2}, {1}, 0});
    storage.CommitRevealWeightsEnabled.set(env.state, subnet, true);
    const auto commit = commit_weights{subnet, {}};
    env(owner_hotkey, commit, fails(Error::NeuronNoValidatorPermit));
    EXPECT_EQ(check_guards(env.state, owner_hotkey, AnyCall::of(commit)).error(),
              fail(Error::NeuronNoValidatorPermit))
        << "at the pool's door already";
    env(alices_hotkey, commit_weights{subnet, {}});
}

TEST_F(NullConsensus, the_next_epoch_elects_anew_and_pays_by_stake) {
    turn(Null);
    env(alice, add_stake{alices_hotkey, subnet, 1000_tao});
    distribute_emission(env.cx, subnet, {{900}, {700}, {0}, {0}});
    EXPECT_EQ(permits(), (std::vector<bool>{false, true, false}));
    const auto paid = emission();
    EXPECT_EQ(paid[0] + paid[1] + paid[2], 1600u);
    EXPECT_GT(paid[1], paid[0]);
    EXPECT_GT(paid[0], 300u);  // also without the permit
    EXPECT_EQ(paid[2], 300u);  // no stake, a third of what miners get
}

TEST_F(NullConsensus, without_stake_roots_part_is_recycled) {
    turn(Null);
    storage.TotalHotkeyAlpha.erase(env.state, owner_hotkey, subnet);
    storage.SubnetAlphaOut.set(env.state, subnet, {1000});
    distribute_emission(env.cx, subnet, {{500}, {200}, {300}, {0}});
    const auto paid = emission();
    EXPECT_EQ(paid[0] + paid[1] + paid[2], 700u);
    // What the owner's hotkey would mine is burned: it stays issued.
    EXPECT_EQ(storage.SubnetAlphaOut.get(env.state, subnet).rao, 700u);
}

TEST_F(NullConsensus, bonds_know_the_last_epoch_that_moved_them) {
    storage.LastMechansimStepBlock.set(env.state, subnet, 2);
    EXPECT_FALSE(storage.LastYumaStepBlock.has(env.state, subnet));
    turn(Null);
    EXPECT_EQ(storage.LastYumaStepBlock.find(env.state, subnet), 2u);
    env(owner, trigger_epoch{subnet});
    env.run_to(env.cx.block + 3);
    EXPECT_EQ(storage.LastYumaStepBlock.find(env.state, subnet), 2u);
    EXPECT_GT(storage.LastMechansimStepBlock.get(env.state, subnet), 2u);
    turn(Yuma);
    EXPECT_EQ(storage.LastYumaStepBlock.find(env.state, subnet), 2u);
    storage.LastRateLimitedBlock.erase_under(env.state, ~0u);
    env(owner, trigger_epoch{subnet});
    env.run_to(env.cx.block + 3);
    EXPECT_EQ(storage.LastYumaStepBlock.find(env.state, subnet),
              storage.LastMechansimStepBlock.get(env.state, subnet));
}

TEST_F(NullConsensus, trimming_goes_by_batches_and_moves_only_the_tail) {
    env.invariants_hold = false;  // many neurons of nobody
    fill(192);
    turn(Null);
    storage.MaxAllowedUids.set(env.state, subnet, 192);
    const auto at = [&](u16 uid) { return storage.Keys.get(env.state, subnet, uid); };
    const auto last = at(191), kept = at(128), stays = at(65);
    for (u16 uid : {u16{0}, u16{5}})
        storage.Weights.set(env.state, index, uid, {{1, 10}, {129, 7}, {65, 1}});
    storage.Bonds.set(env.state, index, 0, {{129, 11}});
    storage.WeightCommits.set(env.state, index, alice, WeightCommitQueue{{}});
    env(owner, admin_utils::sudo_trim_to_max_allowed_uids{subnet, 64}, fails(Error::InvalidValue));

    env(owner, sudo_trim_null_uids_batch{subnet, 64},
        emits(NullUidsPruningProgress{subnet, 64, 128, 64, 1}));
    EXPECT_EQ(neurons(), 128);
    EXPECT_EQ(storage.MaxAllowedUids.get(env.state, subnet), 128);
    EXPECT_EQ(storage.NullPruningTarget.find(env.state, subnet), 64);
    EXPECT_EQ(at(1), kept);  // uids 1 to 64 earned least
    EXPECT_EQ(at(64), last);
    EXPECT_EQ(at(65), stays);
    EXPECT_EQ(storage.Uids.find(env.state, subnet, kept), 1);
    EXPECT_EQ(storage.Weights.get(env.state, index, 0),
              (std::vector<std::pair<u16, u16>>{{2, 7}, {65, 1}}));
    EXPECT_EQ(storage.Weights.keys_under(env.state, index), std::vector<u16>{0});
    EXPECT_EQ(storage.Bonds.get(env.state, index, 0), (std::vector<std::pair<u16, u16>>{{2, 11}}));

    env(owner, sudo_trim_null_uids_batch{subnet, 65}, fails(Error::TxRateLimitExceeded));
    env(owner, sudo_trim_null_uids_batch{subnet, 64},
        emits(NullUidsPruningProgress{subnet, 64, 64, 64, 0}));
    EXPECT_EQ(neurons(), 64);
    EXPECT_FALSE(storage.NullPruningTarget.has(env.state, subnet));
    for (u16 uid = 0; uid < 64; ++uid)
        EXPECT_EQ(storage.Uids.find(env.state, subnet, at(uid)), uid);
    EXPECT_EQ(storage.Uids.keys_under(env.state, subnet).size(), 64u);
}

TEST_F(NullConsensus, a_trimming_that_cannot_end_does_not_begin) {
    fill(192);
    env(owner, sudo_trim_null_uids_batch{subnet, 64}, fails(Error::InvalidValue));
    turn(Null);
    env(alice, sudo_trim_null_uids_batch{subnet, 64}, fails(DispatchError::Kind::BadOrigin));
    env(owner, sudo_trim_null_uids_batch{subnet, 63}, fails(Error::InvalidValue));
    env(owner, sudo_trim_null_uids_batch{subnet, 2501}, fails(Error::InvalidValue));
    env(Origin::root(), sudo_trim_null_uids_batch{nowhere, 64}, fails(Error::SubnetNotExists));
    storage.ImmunityPeriod.set(env.state, subnet, 60000);
    env(owner, sudo_trim_null_uids_batch{subnet, 64},
        fails(Error::TrimmingWouldExceedMaxImmunePercentage));
}

TEST_F(NullConsensus, too_many_commits_are_forgotten_first) {
    env.invariants_hold = false;  // many neurons of nobody
    fill(128);
    turn(Null);
    for (u32 i = 0; i < 2501; ++i)
        storage.WeightCommits.set(env.state, index, env.account("w" + std::to_string(i)),
                                  WeightCommitQueue{{}});
    env(owner, admin_utils::sudo_set_mechanism_count{subnet, {2}}, fails(Error::InvalidValue));
    env(owner, sudo_trim_null_uids_batch{subnet, 64},
        emits(NullUidsPruningProgress{subnet, 64, 128, 0, 2500}));
    EXPECT_EQ(storage.NullPruningTarget.find(env.state, subnet), 64);
    env(owner, sudo_trim_null_uids_batch{subnet, 64},
        emits(NullUidsPruningProgress{subnet, 64, 64, 64, 1}));
    EXPECT_TRUE(storage.WeightCommits.keys_under(env.state, index).empty());
}

}  // namespace
}  // namespace subtensor
