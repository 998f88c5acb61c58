// Weights: set in the open, committed and revealed, one by one and in batches.
#include "pallets/subtensor/subnets/weights.hpp"

#include "pallets/admin_utils/calls.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/spec_version.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

using Row = std::vector<std::pair<u16, u16>>;

struct Weights : Network {
    Weights() {
        join(alice, alices_hotkey);
        join(bob, bobs_hotkey);
    }
    Row row(u16 uid, NetUidStorageIndex index = {2}) const {
        return storage.Weights.get(env.state, index, uid);
    }
    void commit_freely() {
        env(Origin::root(), admin_utils::sudo_set_weights_set_rate_limit{subnet, 0});
    }
    H256 hash(const std::vector<u16>& uids, const std::vector<u16>& values, u16 salt,
              NetUidStorageIndex index = {2}) const {
        return get_commit_hash(owner_hotkey, index, {uids, values, 0}, {salt});
    }
    void run_epochs(u32 n) {
        const u64 target = storage.SubnetEpochIndex.get(env.state, subnet) + n;
        while (storage.SubnetEpochIndex.get(env.state, subnet) < target)
            env.run_to(env.cx.block + 1);
    }
};
struct OpenWeights : Weights {
    OpenWeights() { open_weights(); }
};

TEST_F(OpenWeights, are_stored_with_the_greatest_scaled_to_the_top) {
    env(owner_hotkey, set_weights{subnet, {1, 2}, {10, 20}, 0}, emits(WeightsSet{{2}, 0}));
    EXPECT_EQ(row(0), (Row{{1, 32768}, {2, 65535}}));
    EXPECT_EQ(storage.LastUpdate.get(env.state, {2})[0], env.cx.block);
}

TEST_F(OpenWeights, that_make_no_sense_are_refused_with_the_reason) {
    const auto no = [&](const set_weights& w, Error e) { env(owner_hotkey, w, fails(e)); };
    env(Origin::root(), set_weights{subnet, {1}, {1}, 0}, fails(DispatchError::Kind::BadOrigin));
    no({subnet, {1, 2}, {1}, 0}, Error::WeightVecNotEqualSize);
    no({subnet, {1, 1}, {1, 1}, 0}, Error::DuplicateUids);
    no({subnet, {7}, {1}, 0}, Error::UidVecContainInvalidOne);
    no({subnet, {0, 1, 2, 3}, {1, 1, 1, 1}, 0}, Error::UidsLengthExceedUidsInSubNet);
    env(alice, set_weights{subnet, {1}, {1}, 0}, fails(Error::HotKeyNotRegisteredInSubNet));
    storage.CommitRevealWeightsEnabled.set(env.state, root_netuid, false);
    no({root_netuid, {1}, {1}, 0}, Error::CanNotSetRootNetworkWeights);
    env(Origin::root(), admin_utils::sudo_set_weights_version_key{subnet, 5});
    no({subnet, {1}, {1}, 4}, Error::IncorrectWeightVersionKey);
    env(owner_hotkey, set_weights{subnet, {1}, {1}, 5});
    storage.MinAllowedWeights.set(env.state, subnet, 2);
    no({subnet, {1}, {1}, 5}, Error::WeightVecLengthIsLow);
}

TEST_F(OpenWeights, of_others_need_a_permit_and_stake) {
    env(alices_hotkey, set_weights{subnet, {2}, {1}, 0}, fails(Error::NeuronNoValidatorPermit));
    env(alices_hotkey, set_weights{subnet, {1}, {1}, 0});  // for oneself: always
    storage.ValidatorPermit.set(env.state, subnet, {false, true, false});
    env(alices_hotkey, set_weights{subnet, {2}, {1}, 0});
    env(Origin::root(), admin_utils::sudo_set_stake_threshold{1'000'000});
    env(alices_hotkey, set_weights{subnet, {2}, {1}, 0}, fails(Error::NotEnoughStakeToSetWeights));
    env(owner_hotkey, set_weights{subnet, {2}, {1}, 0});  // the owner needs none
}

TEST_F(OpenWeights, come_no_faster_than_the_rate_limit) {
    env(Origin::root(), admin_utils::sudo_set_weights_set_rate_limit{subnet, 10});
    env.run_to(20);
    env(owner_hotkey, set_weights{subnet, {1}, {1}, 0});
    env.run_to(29);
    env(owner_hotkey, set_weights{subnet, {1}, {1}, 0}, fails(Error::SettingWeightsTooFast));
    env.run_to(30);
    env(owner_hotkey, set_weights{subnet, {1}, {1}, 0});
}

TEST_F(OpenWeights, are_kept_apart_for_each_mechanism) {
    env(owner_hotkey, set_mechanism_weights{subnet, {1}, {1}, {1}, 0},
        fails(Error::SettingWeightsTooFast));  // of a mechanism that is not there
    storage.MechanismCountCurrent.set(env.state, subnet, {2});
    const auto second = get_mechanism_storage_index(subnet, {1});
    env(owner_hotkey, set_mechanism_weights{subnet, {1}, {2}, {9}, 0},
        emits(WeightsSet{second, 0}));
    EXPECT_EQ(row(0, second), (Row{{2, 65535}}));
    EXPECT_TRUE(row(0).empty());
}

TEST_F(OpenWeights, of_several_subnets_come_in_a_batch_that_tells_of_failures) {
    using Netuids = std::vector<scale::Compact<NetUid>>;
    const Netuids both{{subnet}, {nowhere}};
    env(owner_hotkey, batch_set_weights{both, {{{{1}, {5}}}, {{{1}, {5}}}}, {{0}, {0}}},
        emits(WeightsSet{{2}, 0}), emits(BatchCompletedWithErrors{}),
        emits(BatchWeightItemFailed{nowhere, fail(Error::CommitRevealEnabled)}),
        emits(BatchWeightsCompleted{both, owner_hotkey}));
    EXPECT_EQ(row(0), (Row{{1, 65535}}));
    env(owner_hotkey, batch_set_weights{both, {{{{1}, {5}}}}, {{0}, {0}}},
        fails(Error::InputLengthsUnequal));
    env(Origin::root(), batch_set_weights{}, fails(DispatchError::Kind::BadOrigin));
    env(owner_hotkey, commit_weights{subnet, {}}, fails(Error::CommitRevealDisabled));
}

TEST_F(Weights, are_not_set_in_the_open_where_they_must_be_committed) {
    env(owner_hotkey, set_weights{subnet, {1}, {1}, 0}, fails(Error::CommitRevealEnabled));
    env(owner_hotkey, set_mechanism_weights{subnet, {0}, {1}, {1}, 0},
        fails(Error::CommitRevealEnabled));
}

TEST_F(Weights, are_revealed_in_the_epoch_after_their_commit_only) {
    commit_freely();
    const auto committed = hash({1, 2}, {3, 4}, 7);
    env(owner_hotkey, commit_weights{subnet, committed},
        emits(WeightsCommitted{owner_hotkey, {2}, committed}));
    const reveal_weights reveal{subnet, {1, 2}, {3, 4}, {7}, 0};
    env(owner_hotkey, reveal, fails(Error::RevealTooEarly));
    run_epochs(1);
    auto forged = reveal;
    forged.salt = {8};
    env(owner_hotkey, forged, fails(Error::NoWeightsCommitFound));
    env(owner_hotkey, reveal, emits(WeightsRevealed{owner_hotkey, {2}, committed}));
    EXPECT_EQ(row(0), (Row{{1, 49151}, {2, 65535}}));
    env(owner_hotkey, reveal, fails(Error::NoWeightsCommitFound));
}

TEST_F(Weights, revealed_too_late_do_not_count) {
    commit_freely();
    env(owner_hotkey, commit_weights{subnet, hash({1}, {3}, 7)});
    run_epochs(2);
    env(owner_hotkey, reveal_weights{subnet, {1}, {3}, {7}, 0}, fails(Error::RevealTooEarly));
    EXPECT_TRUE(row(0).empty());
}

TEST_F(Weights, wait_unrevealed_ten_at_most) {
    commit_freely();
    for (u16 salt = 0; salt < 10; ++salt)
        env(owner_hotkey, commit_weights{subnet, hash({1}, {1}, salt)});
    env(owner_hotkey, commit_weights{subnet, hash({1}, {1}, 10)},
        fails(Error::TooManyUnrevealedCommits));
}

TEST_F(Weights, are_committed_no_faster_than_the_rate_limit) {
    env.run_to(150);
    env(owner_hotkey, commit_weights{subnet, hash({1}, {1}, 0)});
    env(owner_hotkey, commit_weights{subnet, hash({1}, {1}, 1)},
        fails(Error::CommittingWeightsTooFast));
    env(alice, commit_weights{subnet, {}}, fails(Error::HotKeyNotRegisteredInSubNet));
}

TEST_F(Weights, of_a_mechanism_are_committed_and_revealed_there) {
    commit_freely();
    env(owner_hotkey, commit_mechanism_weights{subnet, {1}, {}},
        fails(Error::CommittingWeightsTooFast));  // of a mechanism that is not there
    storage.MechanismCountCurrent.set(env.state, subnet, {2});
    const auto second = get_mechanism_storage_index(subnet, {1});
    const auto committed = hash({1}, {3}, 7, second);
    env(owner_hotkey, commit_mechanism_weights{subnet, {1}, committed},
        emits(WeightsCommitted{owner_hotkey, second, committed}));
    run_epochs(1);
    env(owner_hotkey, reveal_weights{subnet, {1}, {3}, {7}, 0}, fails(Error::NoWeightsCommitFound));
    env(owner_hotkey, reveal_mechanism_weights{subnet, {1}, {1}, {3}, {7}, 0},
        emits(WeightsRevealed{owner_hotkey, second, committed}));
    EXPECT_EQ(row(0, second), (Row{{1, 65535}}));
}

// As bittensor 11.3 says of InvalidBatchLength.
TEST_F(Weights, come_in_batches_of_one_to_as_many_as_there_are_subnets) {
    const u16 many = u16(get_all_subnet_netuids(env.state).size() + 1);
    env(owner_hotkey, batch_set_weights{}, fails(Error::InvalidBatchLength));
    env(owner_hotkey, batch_commit_weights{}, fails(Error::InvalidBatchLength));
    EXPECT_EQ(batch_reveal_weights{}.dispatch(env.cx, Origin::signed_by(owner_hotkey)).error(),
              fail(Error::InvalidBatchLength))
        << "a guard of the pool stands before it";
    const std::vector<scale::Compact<NetUid>> netuids(many, {subnet});
    env(owner_hotkey, batch_commit_weights{netuids, std::vector<H256>(many)},
        fails(Error::InvalidBatchLength));
    frame_system::set_spec_version(env.state, 425);
    env(owner_hotkey, batch_commit_weights{netuids, std::vector<H256>(many)});
}

TEST_F(Weights, are_committed_in_a_batch_and_revealed_all_or_none) {
    commit_freely();
    const auto first = hash({1}, {3}, 7), last = hash({2}, {3}, 7);
    env(owner_hotkey, batch_commit_weights{{{subnet}, {subnet}, {nowhere}}, {first, last, last}},
        emits(WeightsCommitted{owner_hotkey, {2}, last}), emits(BatchCompletedWithErrors{}),
        emits(BatchWeightItemFailed{nowhere, fail(Error::MechanismDoesNotExist)}));
    env(owner_hotkey, batch_commit_weights{{{subnet}}, {}}, fails(Error::InputLengthsUnequal));
    batch_reveal_weights both{subnet, {{1}, {2}}, {{3}, {3}}, {{7}, {7}}, {0, 0}};
    env(owner_hotkey, both, fails(Error::RevealTooEarly));
    run_epochs(1);
    auto twice = both;
    twice.uids_list = {{1}, {1}};
    env(owner_hotkey, twice, fails(Error::InvalidRevealCommitHashNotMatch));
    EXPECT_TRUE(row(0).empty());
    auto uneven = both;
    uneven.version_keys = {0};
    env(owner_hotkey, uneven, fails(Error::InputLengthsUnequal));
    env(owner_hotkey, both, emits(WeightsBatchRevealed{owner_hotkey, subnet, {first, last}}));
    EXPECT_EQ(row(0), (Row{{2, 65535}}));
    EXPECT_FALSE(storage.WeightCommits.has(env.state, {2}, owner_hotkey));
    env(owner_hotkey, both, fails(Error::NoWeightsCommitFound));
}

}  // namespace
}  // namespace subtensor
