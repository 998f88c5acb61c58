// Timelocked commits under Null consensus. Rules: tests/null_consensus.rs of runtime 475.
#include "pallets/subtensor/subnets/null_commits.hpp"

#include "pallets/admin_utils/calls.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/subnets/weights.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

struct NullCommits : Network {
    using Row = std::tuple<AccountId, u64, TimelockedCommit, u64>;

    NullCommits() {
        env(Origin::root(), admin_utils::sudo_set_weights_set_rate_limit{subnet, 0});
        join(alice, alices_hotkey);
        join(bob, bobs_hotkey);
        env(owner, add_stake{owner_hotkey, subnet, 300_tao});
        env.run_to(env.cx.block + 2);
        turn(EpochConsensus::Null);
        storage.CommitRevealWeightsEnabled.set(env.state, subnet, true);
    }
    void turn(EpochConsensus mode) {
        env(Origin::root(), admin_utils::sudo_set_epoch_consensus{subnet, mode});
    }
    static TimelockedCommit of(u8 byte, std::size_t size) { return TimelockedCommit(size, byte); }
    commit_timelocked_mechanism_weights commit(u8 byte, std::size_t size, u8 mecid = 0) const {
        return {subnet, {mecid}, of(byte, size), 1000, 4};
    }
    std::vector<Row> queue(u8 mecid = 0) const {
        return storage.TimelockedWeightCommits.get(env.state, index(mecid), epoch());
    }
    /// Commits that came under an earlier election.
    void waiting(const std::vector<std::pair<AccountId, std::size_t>>& rows) {
        std::vector<Row> all;
        for (const auto& [who, size] : rows) all.emplace_back(who, 1, of(7, size), 1000);
        storage.TimelockedWeightCommits.set(env.state, index(0), epoch(), all);
    }
    std::vector<AccountId> waiting() const {
        std::vector<AccountId> out;
        for (const auto& row : queue()) out.push_back(std::get<0>(row));
        return out;
    }
    u64 epoch() const { return current_epoch_with_lookahead(env.state, subnet, env.cx.block); }
    static NetUidStorageIndex index(u8 mecid) {
        return get_mechanism_storage_index(subnet, {mecid});
    }
    static constexpr std::size_t whole = max_commit_size_bytes;
};

TEST_F(NullCommits, only_the_elected_commits) {
    env(alices_hotkey, commit(1, 1), fails(Error::NeuronNoValidatorPermit));
    env(owner_hotkey, commit(1, 1));
    EXPECT_EQ(waiting(), std::vector{owner_hotkey});
}

TEST_F(NullCommits, a_commit_has_its_part_of_32_KiB_and_5000_bytes_under_yuma) {
    env(owner_hotkey, commit(1, whole));
    storage.TimelockedWeightCommits.erase(env.state, index(0), epoch());
    storage.MechanismCountCurrent.set(env.state, subnet, {2});
    env(owner_hotkey, commit(1, whole / 2 + 1), fails(Error::CommitPayloadTooLarge));
    env(owner_hotkey, commit(1, whole / 2, 0));
    env(owner_hotkey, commit(1, whole / 2, 1));
    for (u8 mecid : {u8{0}, u8{1}})
        storage.TimelockedWeightCommits.erase(env.state, index(mecid), epoch());
    turn(EpochConsensus::Yuma);
    env(owner_hotkey, commit(1, 5001), fails(Error::CommitPayloadTooLarge));
    env(owner_hotkey, commit(1, 5000));
}

TEST_F(NullCommits, the_elected_ones_next_commit_replaces_its_last) {
    env(owner_hotkey, commit(1, 10));
    env(owner_hotkey, commit(2, 20));
    ASSERT_EQ(queue().size(), 1u);
    EXPECT_EQ(std::get<2>(queue()[0]), of(2, 20));
}

TEST_F(NullCommits, those_with_least_stake_make_room_and_of_equals_the_highest_uid) {
    waiting({{alices_hotkey, whole}, {bobs_hotkey, whole}});
    env(owner_hotkey, commit(1, whole));
    EXPECT_EQ(waiting(), (std::vector{alices_hotkey, owner_hotkey}));
    waiting({{env.account("who has left"), 1}, {alices_hotkey, whole}, {bobs_hotkey, whole - 1}});
    env(owner_hotkey, commit(1, whole - 1));
    EXPECT_EQ(waiting(), (std::vector{alices_hotkey, owner_hotkey}))
        << "who has left goes first, which is not enough";
}

TEST_F(NullCommits, there_are_64_places) {
    std::vector<std::pair<AccountId, std::size_t>> rows;
    for (int i = 0; i < 64; ++i) {
        rows.emplace_back(env.account("neuron " + std::to_string(i)), 1);
        append_neuron(env.state, subnet, rows.back().first, 0);
    }
    waiting(rows);
    env(owner_hotkey, commit(1, 1));
    const auto left = waiting();
    EXPECT_EQ(left.size(), 64u);
    EXPECT_EQ(left.back(), owner_hotkey);
    EXPECT_EQ(std::count(left.begin(), left.end(), rows.back().first), 0);
}

TEST_F(NullCommits, who_has_more_stake_does_not_give_way) {
    env(alice, add_stake{alices_hotkey, subnet, 1000_tao});  // more now, but not elected yet
    waiting({{alices_hotkey, whole}, {alices_hotkey, whole}});
    env(owner_hotkey, commit(1, 1), fails(Error::CommitQueueFull));
    EXPECT_EQ(waiting().size(), 2u);
}

TEST_F(NullCommits, the_mechanisms_share_the_places) {
    storage.MechanismCountCurrent.set(env.state, subnet, {2});
    waiting({{alices_hotkey, whole}, {bobs_hotkey, whole}});
    env(owner_hotkey, commit(1, 100, 1));
    EXPECT_EQ(waiting(), std::vector{alices_hotkey});
    EXPECT_EQ(queue(1).size(), 1u);
}

}  // namespace
}  // namespace subtensor
