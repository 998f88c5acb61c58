// Weights under a timelock: committed blindly, opened by the chain in the epoch they are due.
#include "pallets/admin_utils/calls.hpp"
#include "pallets/subtensor/guards/guards.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "testing/env/beacon.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

using Row = std::vector<std::pair<u16, u16>>;
constexpr u64 reveal_round = 50;

struct Timelocked : Network {
    TestBeacon beacon;
    Timelocked() {
        join(alice, alices_hotkey);
        join(bob, bobs_hotkey);
        env(Origin::root(), admin_utils::sudo_set_weights_set_rate_limit{subnet, 0});
    }
    TimelockedCommit lock(BytesView message, u64 round = reveal_round) const {
        return TimelockedCommit(beacon.lock(round, message));
    }
    Bytes payload(const AccountId& who) const {
        const Bytes hotkey(who.bytes.begin(), who.bytes.end());
        return scale::encoded(
            std::tuple(hotkey, std::vector<u16>{1, 2}, std::vector<u16>{3, 4}, u64{0}));
    }
    commit_timelocked_weights commit(BytesView message) const {
        return {subnet, lock(message), reveal_round, 4};
    }
    Row row(NetUidStorageIndex index = {2}) const {
        return storage.Weights.get(env.state, index, 0);
    }
    void run_epochs(u32 n) {
        const u64 target = storage.SubnetEpochIndex.get(env.state, subnet) + n;
        while (storage.SubnetEpochIndex.get(env.state, subnet) < target)
            env.run_to(env.cx.block + 1);
    }
    const Row opened{{1, 49151}, {2, 65535}};
};

TEST_F(Timelocked, weights_open_in_the_epoch_after_their_commit) {
    const auto call = commit(payload(owner_hotkey));
    env(owner_hotkey, call,
        emits(TimelockedWeightsCommitted{
            owner_hotkey, {2}, {crypto::blake2_256(call.commit)}, reveal_round}));
    beacon.give(env.state, reveal_round);
    env.run_to(env.cx.block + 1);
    EXPECT_TRUE(row().empty());
    run_epochs(1);
    EXPECT_EQ(row(), opened);
    EXPECT_TRUE(storage.TimelockedWeightCommits.under(env.state, NetUidStorageIndex{2}).empty());
}

TEST_F(Timelocked, weights_wait_for_their_round_while_the_epoch_lasts) {
    env(owner_hotkey, commit(payload(owner_hotkey)));
    run_epochs(1);
    EXPECT_TRUE(row().empty());
    beacon.give(env.state, reveal_round);
    env.run_to(env.cx.block + 1);
    EXPECT_EQ(row(), opened);
}

TEST_F(Timelocked, weights_whose_round_comes_too_late_are_lost) {
    env(owner_hotkey, commit(payload(owner_hotkey)));
    run_epochs(2);
    beacon.give(env.state, reveal_round);
    env.run_to(env.cx.block + 1);
    EXPECT_TRUE(row().empty());
    EXPECT_TRUE(storage.TimelockedWeightCommits.under(env.state, NetUidStorageIndex{2}).empty());
}

TEST_F(Timelocked, what_does_not_open_is_dropped_and_the_others_open) {
    env(owner_hotkey, commit(payload(alices_hotkey)));  // copied from another
    env(owner_hotkey,
        commit_timelocked_weights{subnet, lock({}, reveal_round + 1), reveal_round, 4});
    env(owner_hotkey, commit_timelocked_weights{subnet, TimelockedCommit(500, 1), reveal_round, 4});
    env(owner_hotkey, commit(Bytes{1}));
    env(owner_hotkey, commit(payload(owner_hotkey)));
    beacon.give(env.state, reveal_round);
    run_epochs(1);
    EXPECT_EQ(row(), opened);
    EXPECT_TRUE(storage.TimelockedWeightCommits.under(env.state, NetUidStorageIndex{2}).empty());
}

TEST_F(Timelocked, weights_without_a_hotkey_inside_are_taken_as_before) {
    env(owner_hotkey,
        commit(scale::encoded(std::tuple(std::vector<u16>{1, 2}, std::vector<u16>{3, 4}, u64{0}))));
    beacon.give(env.state, reveal_round);
    run_epochs(1);
    EXPECT_EQ(row(), opened);
}

TEST_F(Timelocked, weights_of_a_mechanism_open_there) {
    env(owner_hotkey, commit_timelocked_mechanism_weights{subnet, {1}, {}, reveal_round, 4},
        fails(Error::MechanismDoesNotExist));
    storage.MechanismCountCurrent.set(env.state, subnet, {2});
    const auto second = get_mechanism_storage_index(subnet, {1});
    env(owner_hotkey, commit_timelocked_mechanism_weights{
                          subnet, {1}, lock(payload(owner_hotkey)), reveal_round, 4});
    env(owner_hotkey,
        commit_crv3_mechanism_weights{subnet, {1}, lock(payload(owner_hotkey)), reveal_round});
    beacon.give(env.state, reveal_round);
    run_epochs(1);
    EXPECT_EQ(row(second), opened);
    EXPECT_TRUE(row().empty());
}

TEST_F(Timelocked, commits_are_refused_with_the_reason) {
    const auto good = commit(payload(owner_hotkey));
    auto old = good;
    old.commit_reveal_version = 3;
    env(owner_hotkey, old, fails(Error::IncorrectCommitRevealVersion));
    env(Origin::root(), good, fails(DispatchError::Kind::BadOrigin));
    env(alice, good, fails(Error::HotKeyNotRegisteredInSubNet));
    auto elsewhere = good;
    elsewhere.netuid = nowhere;
    env(owner_hotkey, elsewhere, fails(Error::MechanismDoesNotExist));
    for (int i = 0; i < 10; ++i) env(owner_hotkey, good);
    env(owner_hotkey, good, fails(Error::TooManyUnrevealedCommits));
    env(alices_hotkey, good);  // each hotkey has ten of its own
    env(Origin::root(), admin_utils::sudo_set_weights_set_rate_limit{subnet, 100});
    env(owner_hotkey, good, fails(Error::CommittingWeightsTooFast));
    storage.CommitRevealWeightsEnabled.set(env.state, subnet, false);
    env(owner_hotkey, good, fails(Error::CommitRevealDisabled));
}

TEST_F(Timelocked, a_round_that_is_over_hides_nothing) {
    drand::storage.LastStoredRound.set(env.state, reveal_round);
    env(owner_hotkey, commit(payload(owner_hotkey)));
    drand::storage.LastStoredRound.set(env.state, reveal_round + 1);
    env(owner_hotkey, commit(payload(owner_hotkey)), fails(Error::InvalidRevealRound));
    env(owner_hotkey, commit_crv3_mechanism_weights{subnet, {0}, {}, reveal_round},
        fails(Error::InvalidRevealRound));
    env(owner_hotkey, commit_timelocked_mechanism_weights{subnet, {0}, {}, reveal_round, 4},
        fails(Error::InvalidRevealRound));
    EXPECT_EQ(custom_transaction_error(fail(Error::InvalidRevealRound)), 15);
}

TEST_F(Timelocked, commits_need_the_stake_that_weights_need) {
    env(Origin::root(), admin_utils::sudo_set_stake_threshold{1'000'000});
    env(alices_hotkey, commit(payload(alices_hotkey)), fails(Error::NotEnoughStakeToSetWeights));
    env(owner_hotkey, commit(payload(owner_hotkey)));
}

}  // namespace
}  // namespace subtensor
