// Properties of emission, dividends and registration that hold for any numbers.
#include <gtest/gtest.h>

#include "kernel/block_emission.hpp"
#include "kernel/dividends.hpp"
#include "kernel/emission_shares.hpp"
#include "kernel/lock_cost.hpp"
#include "kernel/mechanism_split.hpp"
#include "kernel/moving_price.hpp"
#include "kernel/prune.hpp"
#include "kernel/registration_burn.hpp"

namespace kernel {
namespace {

u64 next(u64& state) {
    state = state * 6364136223846793005 + 1442695040888963407;
    return state >> 33;  // 31 bits
}

constexpr u64 one_tao_rao = 1'000'000'000;

TEST(BlockEmission, halves_when_half_of_the_rest_is_issued) {
    EXPECT_EQ(block_emission(0), one_tao_rao);
    EXPECT_EQ(block_emission(total_supply_rao / 2), one_tao_rao / 2);
    EXPECT_EQ(block_emission(total_supply_rao / 4 * 3), one_tao_rao / 4);
    EXPECT_EQ(block_emission(total_supply_rao), 0u);
    u64 last = one_tao_rao;
    for (u64 issuance = 0; issuance < total_supply_rao; issuance += total_supply_rao / 1000) {
        EXPECT_LE(block_emission(issuance), last);
        last = block_emission(issuance);
    }
}

TEST(EmissionShares, subnets_together_get_no_more_than_the_block_emission) {
    u64 state = 1;
    const U96F32 emission = U96F32::saturating_from_num(one_tao_rao);
    for (int i = 0; i < 300; ++i) {
        std::vector<SubnetForEmission> subnets(1 + next(state) % 40);
        bool any_enabled = false;
        for (SubnetForEmission& s : subnets) {
            s.moving_price = U64F64::from_bits(u128{1 + next(state)} << 32);
            s.miner_burned = U96F32::from_bits(u128{next(state)} << 1);
            s.emission_enabled = next(state) % 4 != 0;
            any_enabled = any_enabled || s.emission_enabled;
        }
        const auto parts = subnet_block_emissions(subnets, emission_shares(subnets), emission);
        U96F32 sum;
        for (std::size_t k = 0; k < parts.size(); ++k) {
            sum = sum.saturating_add(parts[k]);
            if (!subnets[k].emission_enabled) {
                EXPECT_EQ(parts[k].bits, 0u);
            }
        }
        EXPECT_LE(sum, emission);
        if (any_enabled) {
            EXPECT_GT(sum.saturating_to_num<u64>(), one_tao_rao - 100);
        }
    }
}

TEST(EmissionShares, subnets_that_burn_everything_fall_back_to_their_prices) {
    const std::vector<SubnetForEmission> subnets(2, {U64F64::one(), U96F32::one(), true});
    const auto shares = emission_shares(subnets);
    EXPECT_EQ(shares[0].bits, U64F64::one().bits / 2);
    EXPECT_TRUE(emission_shares({}).empty());
}

TEST(EmissionShares, alpha_set_aside_is_what_was_created) {
    u64 state = 2;
    for (int i = 0; i < 1000; ++i) {
        const u64 alpha = next(state);
        const U96F32 cut = u16_proportion(u16(next(state)));
        const U96F32 root = u64_proportion(next(state) << 33);
        const AlphaOutSplit s = split_alpha_out(alpha, cut, root);
        const u64 sum = s.owner_cut + s.server + s.validator + s.root;
        EXPECT_LE(sum, alpha);
        EXPECT_GE(sum + 4, alpha);
    }
}

TEST(EmissionShares, injection_is_capped_and_the_rest_buys) {
    const U96F32 emission = U96F32::saturating_from_num(one_tao_rao);
    const U64F64 price = U64F64::from_bits(U64F64::one().bits / 2);
    const U96F32 tenth = U96F32::one().safe_div(U96F32::saturating_from_num(10));
    const PoolInjection free = pool_injection(emission, 3 * one_tao_rao, price, U96F32::one());
    EXPECT_EQ(free.alpha_in.saturating_to_num<u64>(), 2 * one_tao_rao);
    EXPECT_EQ(free.excess_tao.bits, 0u);
    const PoolInjection capped = pool_injection(emission, one_tao_rao, price, tenth);
    EXPECT_EQ(capped.tao_in.saturating_add(capped.excess_tao), emission);
    EXPECT_LT(capped.alpha_in, U96F32::saturating_from_num(one_tao_rao / 10 + 1));
}

TEST(Dividends, parents_and_child_together_get_no_more_than_the_dividend) {
    u64 state = 3;
    for (int i = 0; i < 500; ++i) {
        std::vector<DividendParent> parents(next(state) % 6);
        for (DividendParent& p : parents) {
            p = {next(state) << 33, next(state) * 1000, next(state), next(state) % 2 == 0};
        }
        const ParentChildInput in{next(state) * 100, next(state) * 1000, u64_proportion(1u << 30),
                                  u16_proportion(u16(next(state) % 11797)),
                                  u64_proportion(next(state) << 31)};
        const ParentChildSplit split = parent_child_dividends(in, parents);
        u64 sum = split.own + split.recycled;
        for (u64 p : split.parents) sum += p;
        EXPECT_LE(sum, in.dividend_rao);
        EXPECT_GE(sum + 2 * parents.size() + 1, in.dividend_rao);
    }
}

TEST(Dividends, pending_alpha_is_divided_but_never_exceeded) {
    u64 state = 4;
    for (int i = 0; i < 300; ++i) {
        std::vector<DividendHotkey> hotkeys(1 + next(state) % 20);
        for (DividendHotkey& h : hotkeys) {
            h = {next(state), next(state), U96F32::saturating_from_num(next(state))};
        }
        const u64 alpha = next(state), root = next(state);
        const DividendSplit split =
            dividend_split(alpha, root, u64_proportion(~u64{0} / 3), hotkeys);
        U96F32 alpha_sum, root_sum;
        for (U96F32 v : split.alpha) alpha_sum = alpha_sum.saturating_add(v);
        for (U96F32 v : split.root) root_sum = root_sum.saturating_add(v);
        EXPECT_LE(alpha_sum.saturating_to_num<u64>(), alpha);
        EXPECT_LE(root_sum.saturating_to_num<u64>(), root);
    }
}

TEST(Mechanisms, a_split_loses_nothing) {
    u64 state = 5;
    for (int i = 0; i < 500; ++i) {
        const u64 alpha = next(state) * next(state);
        const u64 count = 1 + next(state) % 8;
        std::optional<std::vector<u16>> split;
        if (i % 2 == 0) split = std::vector<u16>{u16(i), u16(65535 - i)};
        u64 sum = 0;
        for (u64 part : split_emissions(alpha, count, split)) sum += part;
        EXPECT_EQ(sum, alpha);
    }
    EXPECT_TRUE(split_emissions(5, 0, std::nullopt).empty());
    EXPECT_EQ(mechanism_weight(0, 0, 0), U64F64::one());
    EXPECT_EQ(mechanism_weight(0, 0, 1), U64F64{});
}

TEST(RegistrationBurn, a_half_life_halves_the_price) {
    for (u16 half_life : {1, 2, 7, 360, 5000}) {
        const u64 factor = decay_factor_q32(half_life);
        EXPECT_LE(pow_q32(factor, half_life), one_q32 / 2);
        EXPECT_GT(pow_q32(factor + 1, half_life), one_q32 / 2);
    }
    EXPECT_EQ(decay_factor_q32(0), one_q32);
}

TEST(RegistrationBurn, the_price_stays_within_its_limits_and_max_wins) {
    const BurnLimits limits{500, 1000};
    EXPECT_EQ(burn_after_registration(900, U64F64::saturating_from_num(2), limits), 1000u);
    EXPECT_EQ(burn_after_registration(700, U64F64{}, limits), 700u);
    EXPECT_EQ(burn_after_decay(501, 1, 2, limits), 500u);
    EXPECT_EQ(burn_after_decay(800, 1, 1, limits), 800u);
    EXPECT_EQ(burn_after_decay(800, 1, 5, {2000, 1000}), 1000u);
}

TEST(LockCost, doubles_after_a_registration_and_falls_back_to_the_last_lock) {
    const LockCostInput in{.last_lock_rao = 1000,
                           .min_lock_rao = 100,
                           .last_lock_block = 50,
                           .reduction_interval = 10};
    EXPECT_EQ(network_lock_cost(in, 50), 2000u);
    EXPECT_EQ(network_lock_cost(in, 60), 1000u);
    EXPECT_EQ(network_lock_cost(in, 1000), 100u);
}

TEST(LockCost, the_cheapest_subnet_past_immunity_gives_way) {
    const std::vector<PruneSubnet> subnets{
        {10, U64F64::one()}, {5, U64F64::one()}, {990, U64F64{}}};
    EXPECT_EQ(network_to_prune(subnets, 100, 1000), 1u);
    EXPECT_EQ(network_to_prune(subnets, 10, 1000), 2u);
    EXPECT_FALSE(network_to_prune(subnets, 5000, 1000));
}

TEST(Prune, a_young_neuron_goes_only_when_too_few_old_ones_are_left) {
    const std::vector<PruneCandidate> neurons{{0, 10, 7}, {1, 10, 3}, {2, 990, 0}};
    EXPECT_EQ(neuron_to_prune(neurons, {}, {1000, 100, 0}), 1);
    EXPECT_EQ(neuron_to_prune(neurons, {}, {1000, 100, 2}), 2);
    const std::vector<u16> all{0, 1, 2};
    EXPECT_FALSE(neuron_to_prune(neurons, all, {1000, 100, 0}));
}

TEST(MovingPrice, approaches_a_spot_price_of_at_most_one) {
    I96F32 average;
    for (u64 block = 0; block < 2000; ++block) {
        average = next_moving_price({.average = U64F64::saturating_from_num(average),
                                     .spot_price = U64F64::saturating_from_num(5),
                                     .moving_alpha = I96F32::from_bits(I96F32::one().bits / 2),
                                     .halving_blocks = 10,
                                     .first_emission_block = 1,
                                     .current_block = block});
    }
    EXPECT_LE(average, I96F32::one());
    EXPECT_GT(average, I96F32::from_bits(I96F32::one().bits - 100));
    EXPECT_EQ(median_price({}), U64F64::one());
    EXPECT_EQ(median_price({{4}, {0}, {2}, {9}}).bits, 4u);
    EXPECT_EQ(median_price({{4}, {2}}).bits, 3u);
}

}  // namespace
}  // namespace kernel
