// Blocks of recorded worlds: pools, emission and prices follow from the kernel alone.
#include <gtest/gtest.h>

#include "kernel/block_emission.hpp"
#include "kernel/emission_shares.hpp"
#include "kernel/moving_price.hpp"
#include "kernel/swap.hpp"
#include "testing/vectors.hpp"

namespace kernel {
namespace {

using vectors::Json;
using vectors::to_int;
using vectors::to_u64;

constexpr u64 minimum_reserve_rao = 100;  // of the runtime the traces were made with

template <class F>
F fixed(const Json& j) {
    return {to_int<typename F::BitsType>(j)};
}

/// A subnet's numbers that a block changes before and besides the epoch.
struct Subnet {
    Pool pool;
    u64 alpha_out = 0;
    I96F32 moving_price{};
    U96F32 miner_burned{};
    u64 tao_in_emission = 0, alpha_in_emission = 0, alpha_out_emission = 0, excess_tao = 0;
    AlphaOutSplit pending;

    u64 alpha_issuance() const { return pool.alpha_rao + alpha_out; }
};

Subnet read(const Json& s) {
    Subnet out;
    out.pool = {.tao_rao = to_u64(s.at("tao")),
                .alpha_rao = to_u64(s.at("alpha_in")),
                .balancer = {{to_u64(s.at("quote_weight"))}}};
    out.alpha_out = to_u64(s.at("alpha_out"));
    out.moving_price = fixed<I96F32>(s.at("moving_price"));
    out.miner_burned = fixed<U96F32>(s.at("miner_burned"));
    out.tao_in_emission = to_u64(s.at("tao_in_emission"));
    out.alpha_in_emission = to_u64(s.at("alpha_in_emission"));
    out.alpha_out_emission = to_u64(s.at("alpha_out_emission"));
    out.excess_tao = to_u64(s.at("excess_tao"));
    out.pending = {to_u64(s.at("pending_owner_cut")), to_u64(s.at("pending_server")),
                   to_u64(s.at("pending_validator")), to_u64(s.at("pending_root"))};
    return out;
}

/// Weights first, then the buy at the old reserves, then the injection.
void inject(Subnet& s, const PoolInjection& terms) {
    const u64 tao = terms.tao_in.saturating_to_num<u64>();
    const u64 alpha = terms.alpha_in.saturating_to_num<u64>();
    const u64 excess = terms.excess_tao.saturating_to_num<u64>();
    const auto moved =
        s.pool.balancer.with_added_liquidity(s.pool.tao_rao, s.pool.alpha_rao, tao, alpha);
    s.pool.balancer = moved.value_or(s.pool.balancer);
    s.tao_in_emission = moved ? tao : 0;
    s.alpha_in_emission = moved ? alpha : 0;
    s.excess_tao = 0;
    if (excess != 0) {
        const SwapOrder order{
            .amount_rao = excess, .limit_price = limit_price(max_price_rao), .drop_fees = true};
        const SwapResult bought = swap(s.pool, order, minimum_reserve_rao);
        if (bought.error == SwapError::none) {
            s.excess_tao = bought.paid_in;
            s.pool.tao_rao += bought.paid_in;
            s.pool.alpha_rao -= bought.paid_out;
            s.alpha_out += bought.paid_out;
        }
    }
    s.pool.alpha_rao += s.alpha_in_emission;
    s.pool.tao_rao += s.tao_in_emission;
}

struct World {
    U96F32 tao_weight{};
    U96F32 owner_cut{};
    I96F32 moving_alpha{};
    Json subnets;  // their fixed properties
};

/// One block's coinbase without epochs, from the state before it.
std::vector<Subnet> next_block(const World& world, const Json& before) {
    std::vector<Subnet> subnets;
    std::vector<SubnetForEmission> candidates;
    for (std::size_t i = 0; i < world.subnets.size(); ++i) {
        subnets.push_back(read(before.at("subnets").at(i)));
        candidates.push_back({moving_alpha_price(false, 1, subnets[i].moving_price),
                              subnets[i].miner_burned,
                              world.subnets[i].at("emission_enabled") == 1});
    }
    const u64 root_tao = to_u64(before.at("root_tao"));
    const u64 block = to_u64(before.at("block")) + 1;
    const auto root_part = [&](const Subnet& s) {
        return root_proportion(root_tao, world.tao_weight, s.alpha_issuance());
    };
    const auto emissions = subnet_block_emissions(
        candidates, emission_shares(candidates),
        U96F32::saturating_from_num(block_emission(to_u64(before.at("total_issuance")))));
    const bool sells_root = root_sell_flag(candidates);
    for (std::size_t i = 0; i < subnets.size(); ++i) {
        Subnet& s = subnets[i];
        const Json& constant = world.subnets[i];
        s.alpha_out_emission = block_emission(s.alpha_issuance());
        inject(s, pool_injection(emissions[i], s.alpha_out_emission, current_price(s.pool),
                                 root_part(s)));
        s.alpha_out += s.alpha_out_emission;
        const bool has_cut = constant.at("owner_cut_enabled") == 1;
        const AlphaOutSplit split = split_alpha_out(
            s.alpha_out_emission, has_cut ? world.owner_cut : U96F32{}, root_part(s));
        s.pending.owner_cut += split.owner_cut;
        s.pending.server += split.server;
        s.pending.validator += split.validator;
        if (sells_root) {
            s.pending.root += split.root;
        } else {
            s.alpha_out -= split.root;
        }
        s.moving_price =
            next_moving_price({.average = candidates[i].moving_price,
                               .spot_price = current_price(s.pool),
                               .moving_alpha = world.moving_alpha,
                               .halving_blocks = to_u64(constant.at("halving_blocks")),
                               .first_emission_block = to_u64(constant.at("first_emission_block")),
                               .current_block = block});
    }
    return subnets;
}

void expect_equal(const Subnet& got, const Json& after) {
    const Subnet expected = read(after);
    EXPECT_EQ(got.pool.tao_rao, expected.pool.tao_rao);
    EXPECT_EQ(got.pool.alpha_rao, expected.pool.alpha_rao);
    EXPECT_EQ(got.pool.balancer.quote_weight(), expected.pool.balancer.quote_weight());
    EXPECT_EQ(got.moving_price, expected.moving_price);
    EXPECT_EQ(got.tao_in_emission, expected.tao_in_emission);
    EXPECT_EQ(got.alpha_in_emission, expected.alpha_in_emission);
    EXPECT_EQ(got.alpha_out_emission, expected.alpha_out_emission);
    EXPECT_EQ(got.excess_tao, expected.excess_tao);
    EXPECT_EQ(current_price(got.pool), fixed<U64F64>(after.at("price")));
    if (after.at("blocks_since_step") == 0) return;  // the epoch took the pending amounts
    EXPECT_EQ(got.alpha_out, expected.alpha_out);
    EXPECT_EQ(got.pending.owner_cut, expected.pending.owner_cut);
    EXPECT_EQ(got.pending.server, expected.pending.server);
    EXPECT_EQ(got.pending.validator, expected.pending.validator);
    EXPECT_EQ(got.pending.root, expected.pending.root);
}

TEST(CoinbaseTrace, every_block_of_every_world_follows) {
    std::size_t blocks = 0, without_epoch = 0;
    const auto replay = [&](const Json& record, std::size_t line) {
        const World world{u64_proportion(to_u64(record.at("tao_weight"))),
                          u16_proportion(to_int<u16>(record.at("subnet_owner_cut"))),
                          fixed<I96F32>(record.at("moving_alpha")), record.at("subnets")};
        Json state = record.at("state0");
        for (const Json& step : record.at("steps")) {
            if (!step.at("after_ops").is_null()) state = step.at("after_ops");
            const auto got = next_block(world, state);
            state = step.at("after_block");
            SCOPED_TRACE("world " + std::to_string(line) + " block " + state.at("block").dump());
            const u64 root_tao = to_u64(state.at("root_tao"));
            for (std::size_t i = 0; i < got.size(); ++i) {
                const Json& after = state.at("subnets").at(i);
                expect_equal(got[i], after);
                EXPECT_EQ(root_proportion(root_tao, world.tao_weight, read(after).alpha_issuance()),
                          fixed<U96F32>(after.at("root_prop")));
                without_epoch += after.at("blocks_since_step") != 0;
                ++blocks;
            }
            if (testing::Test::HasFailure()) return;
        }
    };
    vectors::for_each_record(vectors::find_file(MYELIN_VECTORS, "coinbase_trace.jsonl"), replay);
    EXPECT_GT(blocks, 1000u);
    EXPECT_GT(without_epoch, 800u);
}

}  // namespace
}  // namespace kernel
