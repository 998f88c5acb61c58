// Null consensus: who decides, and that payouts add up. Rules: subtensor epoch/run_epoch.rs of
// runtime 475 and its tests/null_consensus.rs.
#include "kernel/epoch/null_epoch.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "kernel/apportion.hpp"

namespace kernel {
namespace {

u128 total(const std::vector<u64>& parts) {
    u128 sum = 0;
    for (u64 part : parts) sum += part;
    return sum;
}

TEST(Apportion, every_unit_is_given_and_each_gets_its_floor_or_ceiling) {
    std::vector<u128> shares(2500, 65535);
    shares[0] = 1;
    shares[100] = 0;
    const u128 sum = std::accumulate(shares.begin(), shares.end(), u128{0});
    for (u64 budget : {u64{0}, u64{1}, u64{7}, u64{4097}, u64{1000003}, ~u64{0}}) {
        const auto paid = apportion_units(shares, budget);
        EXPECT_EQ(total(paid), budget);
        EXPECT_EQ(paid[100], 0u);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const u128 floor = shares[i] * budget / sum;
            EXPECT_TRUE(paid[i] == floor || paid[i] == floor + 1);
        }
    }
    EXPECT_EQ(total(apportion_units(std::vector<u128>(2500, ~u128{0}), ~u64{0})), ~u64{0});
    EXPECT_EQ(total(apportion_units(std::vector<u128>(9, 0), 5)), 0u);
}

struct NullEpoch : testing::Test {
    std::vector<u64> alpha, tao, updated, registered;
    std::vector<Cell> row;
    u64 block = 10;
    std::optional<u16> owner;

    explicit NullEpoch(std::vector<u64> stakes = {300'000'000, 100'000'000, 0, 0})
        : alpha(std::move(stakes)),
          tao(alpha.size()),
          updated(alpha.size(), 1),
          registered(alpha.size()) {}

    EpochOutput run(NullBudgets budgets) {
        EpochInput in;
        in.n = u16(alpha.size());
        in.block = block;
        in.activity_cutoff_blocks = 5;
        in.alpha_stake_rao = alpha;
        in.tao_stake_rao = tao;
        in.last_update = updated;
        in.registered_at = registered;
        in.owner_uid = owner;
        const auto winner = null_validator_winner(in);
        if (winner) in.weights = {{*winner, row}};
        return run_null_epoch(in, budgets);
    }
};

TEST_F(NullEpoch, the_winner_sets_incentive_and_stake_alone_the_dividends) {
    row = {{2, 3}, {3, 1}};
    const auto out = run({500'000, 500'000, 1'000'000});
    EXPECT_EQ(out.active, std::vector<bool>(4, false));  // silent, and paid all the same
    EXPECT_EQ(out.server_emission_rao, (std::vector<u64>{0, 0, 375'000, 125'000}));
    EXPECT_EQ(out.validator_emission_rao, (std::vector<u64>{375'000, 125'000, 0, 0}));
    EXPECT_EQ(out.emission_rao, (std::vector<u64>{375'000, 125'000, 375'000, 125'000}));
    EXPECT_EQ(out.permits, (std::vector<bool>{true, false, false, false}));
    EXPECT_EQ(out.incentive, (std::vector<u16>{0, 0, 49151, 16383}));
    EXPECT_TRUE(out.bonds.empty());
}

TEST_F(NullEpoch, without_weights_that_count_all_share_alike) {
    EXPECT_EQ(run({500'000, 0, 0}).server_emission_rao, std::vector<u64>(4, 125'000));
    row = {{2, 65535}};
    registered[2] = 2;  // another neuron than the one the weight was for
    EXPECT_EQ(run({500'000, 0, 0}).server_emission_rao, std::vector<u64>(4, 125'000));
    registered[2] = 0;
    row = {{0, 65535}};  // itself
    EXPECT_EQ(run({500'000, 0, 0}).server_emission_rao, std::vector<u64>(4, 125'000));
    owner = 0;
    EXPECT_EQ(run({500'000, 0, 0}).server_emission_rao[0], 500'000u);
}

TEST_F(NullEpoch, the_first_of_equals_wins_and_one_rao_decides) {
    alpha = {1'000'000'000, 1'000'000'000, 0};
    tao.resize(3);
    updated.resize(3, 1);
    registered.resize(3);
    EXPECT_TRUE(run({}).permits[0]);
    ++alpha[1];
    EXPECT_TRUE(run({}).permits[1]);
    EXPECT_FALSE(run({}).permits[0]);
}

TEST_F(NullEpoch, without_stake_miners_get_what_is_not_roots) {
    alpha.assign(4, 0);
    const auto out = run({500, 500, 700});
    EXPECT_EQ(out.server_emission_rao, std::vector<u64>(4, 175));
    EXPECT_EQ(out.validator_emission_rao, std::vector<u64>(4, 0));
    EXPECT_TRUE(out.permits[0]);
}

TEST_F(NullEpoch, raw_weights_and_any_budget_add_up) {
    row = {{2, 65'534}, {3, 1}};
    for (u64 budget : {u64{0}, u64{1}, u64{3}, u64{131'071}, ~u64{0}}) {
        const u64 dividends = budget / 2;
        const auto out = run({budget - dividends, dividends, budget});
        EXPECT_EQ(total(out.server_emission_rao), budget - dividends);
        EXPECT_EQ(total(out.validator_emission_rao), dividends);
    }
}

TEST(NullEpochOfNobody, an_empty_subnet_pays_nothing) {
    EpochInput in;
    EXPECT_FALSE(null_validator_winner(in));
    EXPECT_TRUE(run_null_epoch(in, {1, 1, 1}).permits.empty());
}

}  // namespace
}  // namespace kernel
