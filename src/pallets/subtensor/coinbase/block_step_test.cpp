// What a block brings: new TAO, its way into pools, and epochs that pay.
#include "pallets/admin_utils/calls.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/subtensor/coinbase/block_emission.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

struct BlockStep : Network {
    TaoBalance pool() const { return storage.SubnetTAO.get(env.state, subnet); }
    AlphaBalance waiting() const {
        const auto& s = env.state;
        AlphaBalance sum;
        for (auto pot : {&storage.PendingServerEmission, &storage.PendingValidatorEmission,
                         &storage.PendingRootAlphaDivs, &storage.PendingOwnerCut})
            sum = saturating_add(sum, pot->get(s, subnet));
        return sum;
    }
    void run_to_epoch() {
        const u64 epochs = storage.SubnetEpochIndex.get(env.state, subnet);
        while (storage.SubnetEpochIndex.get(env.state, subnet) == epochs)
            env.run_to(env.cx.block + 1);
    }
    u64 emission_at(u64 issued_tao) {
        storage.TotalIssuance.set(env.state, TaoBalance{issued_tao * 1'000'000'000});
        return calculate_block_emission(env.state).rao;
    }
};

TEST_F(BlockStep, one_tao_a_block_goes_into_the_pool_of_the_only_subnet_that_earns) {
    env.run_to(40);  // a subnet's share follows its average price, which begins at nothing
    const auto before = issued(), balances_before = balances::total_issuance(env.state);
    const auto in_pool = pool();
    env.run_to(env.cx.block + 1);
    EXPECT_EQ(issued(), saturating_add(before, 1_tao));
    EXPECT_EQ(balances::total_issuance(env.state), saturating_add(balances_before, 1_tao));
    EXPECT_EQ(pool(), saturating_add(in_pool, 1_tao));
    EXPECT_EQ(env.free_rao(*get_subnet_account_id(env.state, subnet)), pool().rao);
}

TEST_F(BlockStep, no_tao_is_issued_while_no_subnet_earns) {
    env(Origin::root(), admin_utils::sudo_set_subnet_emission_enabled{subnet, false});
    const auto before = issued();
    env.run_to(env.cx.block + 5);
    EXPECT_EQ(issued(), before);
    EXPECT_EQ(balances::total_issuance(env.state), before);
}

TEST_F(BlockStep, the_emission_halves_where_half_of_what_is_left_has_been_issued) {
    EXPECT_EQ(emission_at(10'499'999), 1'000'000'000u);
    EXPECT_EQ(emission_at(10'500'000), 500'000'000u);
    EXPECT_EQ(emission_at(15'749'999), 500'000'000u);
    EXPECT_EQ(emission_at(15'750'000), 250'000'000u);
    EXPECT_EQ(emission_at(21'000'000), 0u);
}

TEST_F(BlockStep, new_alpha_waits_for_the_epoch_and_then_is_paid_out) {
    join(alice, alices_hotkey);
    join(bob, bobs_hotkey);
    open_weights();
    env(bob, add_stake{bobs_hotkey, subnet, 100_tao});
    run_to_epoch();
    env(bobs_hotkey, set_weights{subnet, {1}, {1}, 0});
    env.run_to(env.cx.block + 3);
    EXPECT_NEAR(double(waiting().rao), 3e9, 10);
    const auto before = stake(alices_hotkey, alice);
    run_to_epoch();
    EXPECT_EQ(waiting(), AlphaBalance{});
    // The miner gets half of what the owner's cut of 18 % leaves.
    const u64 blocks = storage.Tempo.get(env.state, subnet);
    const double part = double(blocks) * 1e9 * (1 - 11796.0 / 65535) / 2;
    EXPECT_NEAR(double(stake(alices_hotkey, alice).rao - before.rao), part, part * 1e-6);
    EXPECT_EQ(storage.LastMechansimStepBlock.get(env.state, subnet), env.cx.block);
}

// Rules of runtime 475 (subtensor coinbase/run_coinbase.rs, subnet_emissions.rs).

TEST_F(BlockStep, each_yuma_epoch_is_remembered_as_one) {
    run_to_epoch();
    EXPECT_EQ(storage.LastYumaStepBlock.find(env.state, subnet), env.cx.block);
}

TEST_F(BlockStep, small_demand_gets_less_than_its_part_of_emission) {
    const NetUid second = open_subnet(bob, bobs_hotkey);
    storage.SubnetMovingPrice.set(env.state, subnet, I96F32::saturating_from_num(3u));
    storage.SubnetMovingPrice.set(env.state, second, I96F32::saturating_from_num(1u));
    storage.EmissionBarRank.set(env.state, 1);
    storage.EmissionGateBar.erase(env.state);
    env.run_to(env.cx.block + 1);
    const auto tao = [&](NetUid netuid) {
        return double(storage.SubnetTaoInEmission.get(env.state, netuid).rao) +
               double(storage.SubnetExcessTao.get(env.state, netuid).rao);
    };
    // The bar is the share of the first; 1/3 of it passes 1 / (1 + 3^3) of itself.
    const auto bar = storage.EmissionGateBar.get(env.state);
    EXPECT_NEAR(double(bar.bits) / 18446744073709551616.0, 0.75, 0.01);
    EXPECT_NEAR(tao(second) / tao(subnet), (1.0 / 28) / 3 * 2, 0.01);
    env.run_to(env.cx.block + 1);
    EXPECT_EQ(storage.EmissionGateBar.get(env.state), bar) << "set anew each 360 blocks";
}

TEST_F(BlockStep, the_owner_gets_the_cut_unless_it_is_switched_off) {
    run_to_epoch();
    const auto before = stake(owner_hotkey, owner);
    run_to_epoch();
    EXPECT_GT(stake(owner_hotkey, owner), before);
    env.run_to(env.cx.block + 1);
    env(owner, admin_utils::sudo_set_owner_cut_enabled{subnet, false});
    storage.PendingOwnerCut.set(env.state, subnet, {});
    env.run_to(env.cx.block + 10);
    EXPECT_EQ(storage.PendingOwnerCut.get(env.state, subnet), AlphaBalance{});
}

TEST_F(BlockStep, only_so_many_epochs_run_in_a_block_and_the_rest_in_the_next) {
    const NetUid second = open_subnet(bob, bobs_hotkey);
    env(Origin::root(), admin_utils::sudo_set_max_epochs_per_block{1});
    const u32 due = env.cx.block + 20;
    for (NetUid netuid : {subnet, second}) storage.PendingEpochAt.set(env.state, netuid, due);
    env.run_to(due);
    EXPECT_EQ(storage.LastEpochBlock.get(env.state, subnet), due);
    EXPECT_EQ(storage.PendingEpochAt.get(env.state, second), due + 1);
    env.run_to(due + 1);
    EXPECT_EQ(storage.LastEpochBlock.get(env.state, second), due + 1);
}

TEST_F(BlockStep, a_subnet_whose_places_are_broken_skips_its_epoch) {
    join(alice, alices_hotkey);
    storage.Keys.set(env.state, subnet, 1, owner_hotkey);
    const auto before = waiting();
    const u32 due = env.cx.block + 5;
    storage.PendingEpochAt.set(env.state, subnet, due);
    env.run_to(due);
    EXPECT_GT(waiting(), before);  // nothing was paid
    EXPECT_EQ(storage.PendingEpochAt.get(env.state, subnet), 0u);
    EXPECT_EQ(storage.LastMechansimStepBlock.get(env.state, subnet), 0u);
}

TEST_F(BlockStep, an_epoch_gives_validators_with_stake_permits_and_miners_incentive) {
    join(alice, alices_hotkey);
    join(bob, bobs_hotkey);
    open_weights();
    env(bob, add_stake{bobs_hotkey, subnet, 100_tao});
    run_to_epoch();
    const auto permits = storage.ValidatorPermit.get(env.state, subnet);
    ASSERT_EQ(permits.size(), 3u);
    EXPECT_TRUE(permits[2]);
    env(bobs_hotkey, set_weights{subnet, {1}, {1}, 0});
    const auto before = stake(bobs_hotkey, bob);
    run_to_epoch();
    EXPECT_EQ(storage.Incentive.get(env.state, {2})[1].parts, 65535);
    EXPECT_GT(storage.Dividends.get(env.state, subnet)[2].parts, 0);
    EXPECT_GT(stake(bobs_hotkey, bob), before);
    EXPECT_EQ(storage.Bonds.get(env.state, {2}, 2).size(), 1u);
}

}  // namespace
}  // namespace subtensor
