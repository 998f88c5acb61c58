// What an epoch does to a small subnet; the vectors check the numbers (testing/golden).
#include "kernel/epoch/epoch.hpp"

#include <gtest/gtest.h>

namespace {

using kernel::Cell;
using kernel::EpochInput;
using kernel::EpochOutput;

constexpr u64 tao = 1'000'000'000;

/// Two validators (uids 0, 1) with 3 : 1 of the stake, and two miners.
struct Subnet {
    std::vector<u64> alpha{3000 * tao, 1000 * tao, 0, 0};
    std::vector<u64> root{0, 0, 0, 0};
    std::vector<u64> updated{990, 990, 0, 0};
    std::vector<u64> registered{1, 1, 1, 1};
    std::vector<Cell> first{{2, 65535}}, second{{3, 65535}};
    std::vector<Cell> first_bonds, second_bonds;
    EpochInput in;

    EpochOutput run() {
        in.n = 4;
        in.block = 1000;
        in.tempo_blocks = 360;
        in.activity_cutoff_blocks = 500;
        in.emission_rao = 1000 * tao;
        in.alpha_stake_rao = alpha;
        in.tao_stake_rao = root;
        in.last_update = updated;
        in.registered_at = registered;
        in.permits = {true, true, false, false};
        in.weights = {{0, first}, {1, second}};
        in.bonds = {{0, first_bonds}, {1, second_bonds}};
        return kernel::run_epoch(in);
    }
};

TEST(Epoch, the_majority_of_stake_decides_who_earns) {
    const EpochOutput out = Subnet().run();
    EXPECT_EQ(out.incentive, (std::vector<u16>{0, 0, 65535, 0}));
    EXPECT_EQ(out.consensus, (std::vector<u16>{0, 0, 65535, 0}));
    EXPECT_EQ(out.dividends, (std::vector<u16>{65535, 0, 0, 0}));
    EXPECT_EQ(out.server_emission_rao[2], 500 * tao);
    EXPECT_EQ(out.validator_emission_rao[0], 500 * tao);
    EXPECT_EQ(out.permits, (std::vector<bool>{true, true, false, false}));
}

TEST(Epoch, an_inactive_validator_has_no_say) {
    Subnet subnet;
    subnet.updated[0] = 400;
    const EpochOutput out = subnet.run();
    EXPECT_FALSE(out.active[0]);
    EXPECT_EQ(out.incentive, (std::vector<u16>{0, 0, 0, 65535}));
    EXPECT_TRUE(out.permits[0]);  // the permit follows stake, not activity
}

TEST(Epoch, weights_on_a_newcomer_do_not_count) {
    Subnet subnet;
    subnet.registered[2] = 990;
    EXPECT_EQ(subnet.run().incentive[2], 0);
}

TEST(Epoch, without_weights_validators_share_by_stake) {
    Subnet subnet;
    subnet.first.clear();
    subnet.second.clear();
    const EpochOutput out = subnet.run();
    EXPECT_EQ(out.validator_emission_rao, (std::vector<u64>{750 * tao, 250 * tao, 0, 0}));
    EXPECT_EQ(out.server_emission_rao, (std::vector<u64>{0, 0, 0, 0}));
}

TEST(Epoch, only_the_owner_may_weigh_itself) {
    Subnet subnet;
    subnet.first = {{0, 65535}};
    subnet.second = {{0, 65535}};
    EXPECT_EQ(subnet.run().validator_trust[0], 0);
    subnet.in.owner_uid = 0;
    EXPECT_EQ(subnet.run().validator_trust[0], 65535);
}

TEST(Epoch, a_live_commit_hides_those_registered_after_it) {
    Subnet subnet;
    subnet.registered[2] = 980;
    subnet.in.commit_reveal = true;
    subnet.in.commits = {{0, 10, 970}};
    subnet.in.epoch_now = 11;
    EXPECT_EQ(subnet.run().incentive[2], 0);
    subnet.in.epoch_now = 12;  // expired: the reveal period is one epoch
    EXPECT_EQ(subnet.run().incentive[2], 65535);
}

TEST(Epoch, a_uid_that_loses_its_permit_stores_no_bonds) {
    Subnet subnet;
    subnet.first_bonds = subnet.second_bonds = {{2, 65535}};
    subnet.in.max_validators = 1;
    const EpochOutput out = subnet.run();
    EXPECT_FALSE(out.bonds[0].empty());
    EXPECT_TRUE(out.bonds[1].empty());
}

TEST(Epoch, liquid_alpha_keeps_only_bonds_with_weights) {
    Subnet subnet;
    subnet.first_bonds = {{2, 30000}, {3, 30000}};
    subnet.in.yuma3 = true;
    EXPECT_EQ(subnet.run().bonds[0].size(), 2u);
    subnet.in.liquid_alpha = true;
    const EpochOutput out = subnet.run();
    ASSERT_EQ(out.bonds[0].size(), 1u);
    EXPECT_EQ(out.bonds[0][0].first, 2);
}

/// Runtime 475: run_epoch.rs, compute_consensus_for_liquid_alpha.
TEST(Epoch, liquid_alpha_may_look_at_an_earlier_consensus) {
    Subnet subnet;
    subnet.first_bonds = {{2, 30000}};
    subnet.in.yuma3 = subnet.in.liquid_alpha = true;
    const auto bond = [&] { return subnet.run().bonds[0].at(0).second; };
    const u16 now = bond();
    subnet.in.liquid_consensus = {0, 0, 65535, 0};  // what was known about uid 2 already
    EXPECT_EQ(bond(), now) << "it is all of this epoch's consensus as well";
    subnet.in.liquid_consensus = {0, 0, 0, 0};  // news are bought faster
    EXPECT_GT(bond(), now);
    subnet.in.liquid_consensus = {0};  // a neuron that was not there had none
    EXPECT_GT(bond(), now);
}

TEST(Epoch, rows_and_columns_beyond_n_are_ignored) {
    Subnet subnet;
    const EpochOutput before = subnet.run();
    subnet.first.push_back({9, 65535});
    subnet.first_bonds.push_back({9, 65535});
    EXPECT_EQ(subnet.run().incentive, before.incentive);
}

TEST(Epoch, an_empty_subnet_is_fine) { EXPECT_TRUE(kernel::run_epoch(EpochInput{}).bonds.empty()); }

}  // namespace
