// Stake, delegates and swaps through the runtime APIs, as bytes in and bytes out.
#include "pallets/subtensor/api/stake_info.hpp"

#include "pallets/subtensor/api/delegate_info.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {

class StakeApi : public Staking {
protected:
    template <class R, class... A>
    R ask(std::string_view name, const A&... a) {
        Bytes in;
        (scale::encode(in, a), ...);
        const ApiRow* row = find_api(name);
        if (!row) throw std::runtime_error("no API " + std::string(name));
        const auto out = row->call(env.state, in);
        R r{};
        scale::Reader reader(*out);
        scale::decode(reader, r);
        EXPECT_TRUE(reader.done());
        return r;
    }
};

TEST_F(StakeApi, a_coldkey_sees_its_stake) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    env(alice, add_stake{hotkey, root_netuid, 5_tao});
    const auto rows =
        ask<std::vector<api::StakeInfo>>("StakeInfoRuntimeApi_get_stake_info_for_coldkey", alice);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].netuid.value, root_netuid);
    EXPECT_EQ(rows[0].stake.value, 5_alpha);
    EXPECT_EQ(rows[1].stake.value, stake(alice, pool));
    const auto all = ask<std::vector<api::StakesOfColdkey>>(
        "StakeInfoRuntimeApi_get_stake_info_for_coldkeys", std::vector{alice, bob});
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(all[1].second.empty());
    const auto one = ask<std::optional<api::StakeInfo>>(
        "StakeInfoRuntimeApi_get_stake_info_for_hotkey_coldkey_netuid", hotkey, bob, pool);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->stake.value, AlphaBalance{});
}

TEST_F(StakeApi, what_can_be_unstaked_is_told_by_subnet) {
    env(alice, add_stake{hotkey, pool, 10_tao});
    using Answer = std::map<AccountId, std::map<NetUid, api::StakeAvailability>>;
    const auto name = "StakeInfoRuntimeApi_get_stake_availability_for_coldkeys";
    using Netuids = std::optional<std::vector<NetUid>>;
    auto a = ask<Answer>(name, std::vector{alice, bob}, Netuids{});
    ASSERT_EQ(a[alice].size(), 1u);
    EXPECT_EQ(a[alice][pool].available.value, stake(alice, pool));
    EXPECT_TRUE(a[bob].empty());
    EXPECT_TRUE(ask<Answer>(name, std::vector{alice}, Netuids{std::in_place})[alice].empty());
    EXPECT_EQ(ask<Answer>(name, std::vector{alice}, Netuids{{{9}, pool, pool}})[alice].size(), 1u);
}

TEST_F(StakeApi, the_fee_is_that_of_the_destination) {
    const auto name = "StakeInfoRuntimeApi_get_stake_fee";
    using Place = std::optional<api::KeyOnSubnet>;
    const u64 amount = 65'535'000;
    EXPECT_EQ(ask<u64>(name, Place{}, alice, Place{{hotkey, pool}}, alice, amount), 32'999u);
    EXPECT_EQ(ask<u64>(name, Place{{hotkey, pool}}, alice, Place{}, alice, amount), 32'999u);
    EXPECT_EQ(ask<u64>(name, Place{}, alice, Place{{hotkey, root_netuid}}, alice, amount), 0u);
    EXPECT_EQ(ask<u64>(name, Place{}, alice, Place{}, alice, amount), 0u);
}

TEST_F(StakeApi, delegates_show_their_nominators) {
    env(alice, add_stake_limit{hotkey, pool, 10_tao, 1_tao, false});
    const auto delegates =
        ask<std::vector<api::DelegateInfo>>("DelegateInfoRuntimeApi_get_delegates");
    ASSERT_EQ(delegates.size(), 1u);
    EXPECT_EQ(delegates[0].owner_ss58, owner);
    ASSERT_EQ(delegates[0].nominators.size(), 1u);
    EXPECT_EQ(delegates[0].nominators[0].second[0].second.value, stake(alice, pool).rao);
    const auto mine =
        ask<std::vector<api::Delegated>>("DelegateInfoRuntimeApi_get_delegated", alice);
    ASSERT_EQ(mine.size(), 1u);
    EXPECT_EQ(mine[0].second.second.value, stake(alice, pool));
    using Maybe = std::optional<api::DelegateInfo>;
    EXPECT_FALSE(ask<Maybe>("DelegateInfoRuntimeApi_get_delegate", alice));
    EXPECT_TRUE(ask<Maybe>("DelegateInfoRuntimeApi_get_delegate", hotkey));
}

TEST_F(StakeApi, prices_and_simulated_swaps_match_real_ones) {
    EXPECT_EQ(ask<u64>("SwapRuntimeApi_current_alpha_price", pool), 250'000'000u);
    using Simulated = std::array<u64, 6>;  // TAO, alpha, their fees, their slippage
    const auto bought = ask<Simulated>("SwapRuntimeApi_sim_swap_tao_for_alpha", pool, 10_tao);
    env(alice, add_stake{hotkey, pool, 10_tao});
    EXPECT_EQ(stake(alice, pool).rao, bought[1]);
    EXPECT_EQ(bought[0] + bought[2], 10'000'000'000u);
    EXPECT_EQ(bought[1] + bought[5], 40'000'000'000u);
    const auto sold =
        ask<Simulated>("SwapRuntimeApi_sim_swap_alpha_for_tao", pool, stake(alice, pool));
    const u64 before = env.free_rao(alice);
    env(alice, remove_stake{hotkey, pool, stake(alice, pool)});
    EXPECT_EQ(env.free_rao(alice) - before, sold[0]);
    using Prices = std::vector<std::pair<NetUid, u64>>;
    EXPECT_EQ(ask<Prices>("SwapRuntimeApi_current_alpha_price_all").size(), 2u);
}

}  // namespace subtensor
