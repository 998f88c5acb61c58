// A subnet's end over many blocks. Rules: subtensor subnets/dissolution.rs and the helpers of
// staking/remove_stake.rs that it calls.
#include "pallets/subtensor/subnets/dissolution.hpp"

#include "pallets/subtensor/pallet.hpp"
#include "pallets/swap/storage.hpp"
#include "pallets/swap/swap.hpp"
#include "pallets/system/spec_version.hpp"
#include "runtime/invariants/invariants.hpp"
#include "testing/env/network.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {
namespace {

Weight on_idle(Context& cx, Weight left) { return pallet.hooks.on_idle(cx, left); }

template <class E>
int count(const Env& env) {
    return int(std::count_if(env.cx.events.begin(), env.cx.events.end(), [](const Event& e) {
        return e.pallet == E::pallet && e.index == E::index;
    }));
}

class Dissolution : public Staking {
protected:
    Dissolution() {
        storage.SubnetOwner.set(env.state, pool, owner);
        storage.TotalNetworks.set(env.state, 2);
        storage.SubnetOwnerCut.set(env.state, 0);  // owners have earned nothing
    }
    void dissolve() {
        env(Origin::root(), root_dissolve_network{pool}, emits(NetworkRemoved{pool}));
    }
    void stakes() {
        env(alice, add_stake{hotkey, pool, 30_tao});
        env(bob, add_stake{other_hotkey, pool, 10_tao});
        env(bob, add_stake{hotkey, pool, 7_tao});
    }
    u64 free() const { return env.free_rao(alice) + env.free_rao(bob) + env.free_rao(owner); }
    void next_block() { env.run_to(env.cx.block + 1); }
};

TEST_F(Dissolution, the_subnet_is_gone_at_once_and_paid_out_in_the_blocks_idle_time) {
    stakes();
    const u64 pot = storage.SubnetTAO.get(env.state, pool).rao;
    const u64 before = free();
    env(alice, root_dissolve_network{pool}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), root_dissolve_network{{9}}, fails(Error::SubnetNotExists));
    env(Origin::root(), root_dissolve_network{root_netuid}, fails(Error::SubnetNotExists));
    dissolve();
    EXPECT_FALSE(if_subnet_exist(env.state, pool));
    EXPECT_TRUE(in_cleanup(env.state, pool));
    EXPECT_EQ(storage.TotalNetworks.get(env.state), 1);
    EXPECT_EQ(storage.TotalStake.get(env.state), TaoBalance{});
    EXPECT_EQ(free(), before);
    env(alice, add_stake{hotkey, pool, 1_tao}, fails(Error::SubnetNotExists));
    env(alice, remove_stake{hotkey, pool, 1_alpha}, fails(Error::SubnetNotExists));
    env(Origin::root(), root_dissolve_network{pool}, fails(Error::SubnetNotExists));
    next_block();
    EXPECT_EQ(free() - before, pot);
    EXPECT_EQ(count<NetworkDissolveCleanupCompleted>(env), 1);
    EXPECT_FALSE(in_cleanup(env.state, pool));
    EXPECT_FALSE(storage.CurrentDissolveCleanupStatus.has(env.state));
    EXPECT_EQ(get_subnet_account_id(env.state, pool), std::nullopt);
    EXPECT_EQ(stake(alice, pool), AlphaBalance{});
    EXPECT_FALSE(storage.TotalHotkeyAlpha.has(env.state, hotkey, pool));
    EXPECT_FALSE(storage.TotalAlphaStaked.has(env.state, pool));
}

TEST_F(Dissolution, its_netuid_is_not_free_before_nothing_is_left_of_it) {
    stakes();
    dissolve();
    EXPECT_EQ(get_next_netuid(env.state), NetUid{2});
    EXPECT_TRUE(get_subnet_account_id(env.state, pool));
    next_block();
    EXPECT_EQ(get_next_netuid(env.state), pool);
}

/// What stakers and the owner get, under the rules of a runtime.
struct Ends : Dissolution {
    void TestBody() override {}
    std::array<u64, 3> paid(u32 spec_version, bool legacy, bool young) {
        frame_system::set_spec_version(env.state, spec_version);
        stakes();
        if (legacy) {
            storage.NetworkRegistrationStartBlock.set(env.state, 100);
            storage.SubnetLocked.set(env.state, pool, 3_tao);
        }
        if (young) storage.NetworkRegisteredAt.set(env.state, pool, 5);
        storage.SubnetProtocolAlpha.set(env.state, pool, 11_alpha);
        dissolve();
        next_block();
        return {env.free_rao(alice), env.free_rao(bob), env.free_rao(owner)};
    }
};

TEST(Dissolved, subnets_pay_what_they_did_when_it_was_one_call) {
    for (const bool legacy : {false, true})
        for (const bool young : {false, true}) {
            const auto then = Ends().paid(425, legacy, young),
                       now = Ends().paid(475, legacy, young);
            EXPECT_EQ(then[0], now[0]);
            // One payment of 425 for each hotkey, now one for each coldkey: the same to a rao.
            EXPECT_LE(then[1] > now[1] ? then[1] - now[1] : now[1] - then[1], 1u);
            EXPECT_GE(now[2], then[2]);
            EXPECT_EQ(then[2] > 1'000'000'000'000, legacy);
        }
}

TEST_F(Dissolution, what_a_legacy_owners_refund_leaves_of_the_pot_is_the_owners_too) {
    storage.NetworkRegistrationStartBlock.set(env.state, 100);
    storage.SubnetLocked.set(env.state, pool, 3_tao);
    const u64 pot = storage.SubnetTAO.get(env.state, pool).rao, before = env.free_rao(owner);
    dissolve();  // nobody staked: the pot is left
    next_block();
    EXPECT_EQ(env.free_rao(owner) - before, pot);
}

TEST_F(Dissolution, what_the_pool_had_not_taken_in_belongs_to_the_pot) {
    stakes();
    const u64 pot = storage.SubnetTAO.get(env.state, pool).rao, before = free();
    swap::storage.BalancerTaoReservoir.set(env.state, pool, TaoBalance{500'000'000});
    dissolve();  // the account has one TAO more than its pool
    EXPECT_FALSE(swap::storage.BalancerTaoReservoir.has(env.state, pool));
    EXPECT_EQ(storage.TotalStake.get(env.state), TaoBalance{});
    next_block();
    EXPECT_EQ(free() - before, pot + 500'000'000);
}

TEST_F(Dissolution, it_goes_on_where_the_weight_of_a_block_ended) {
    for (int i = 0; i < 12; ++i) {
        const AccountId hot = env.account("hotkey " + std::to_string(i));
        (void)create_account_if_non_existent(env.state, owner, hot);
        env(i % 2 ? alice : bob, add_stake{hot, pool, TaoBalance{1'000'000'000u + u64(i)}});
        storage.ChildKeys.set(env.state, hot, pool, {{1, hotkey}});
        storage.ParentKeys.set(env.state, hotkey, pool, {{1, hot}});
    }
    storage.ParentKeys.erase(env.state, hotkey, pool);
    const u64 pot = storage.SubnetTAO.get(env.state, pool).rao, before = free();
    dissolve();
    Invariants rules(env.state);
    const std::size_t seen = env.cx.events.size();
    std::set<DissolveCleanupPhase> stops;
    int blocks = 0;
    // The flat charge of one phase is the largest step: 87 writes.
    for (; in_cleanup(env.state, pool) && blocks < 1000; ++blocks) {
        const Weight used = on_idle(env.cx, db_weight(0, 88));
        EXPECT_LE(used.ref_time, db_weight(60, 88).ref_time);
        if (const auto status = storage.CurrentDissolveCleanupStatus.get(env.state))
            stops.insert(status->phase);
        EXPECT_EQ(rules.broken(env.state, {}), "");
    }
    EXPECT_GT(blocks, 3);
    EXPECT_GT(stops.size(), 2u);
    EXPECT_EQ(count<NetworkDissolveCleanupCompleted>(env), 1);
    EXPECT_GT(env.cx.events.size(), seen);
    // Each pass rounds for itself: a rao for each may be recycled instead.
    EXPECT_LE(free() - before, pot);
    EXPECT_GE(free() - before + u64(blocks), pot);
    EXPECT_TRUE(storage.ChildKeys.keys_under(env.state).empty());
}

TEST_F(Dissolution, a_hotkey_that_was_begun_is_finished_however_little_weight_there_is) {
    stakes();
    const u64 pot = storage.SubnetTAO.get(env.state, pool).rao, before = free();
    dissolve();
    for (int i = 0; i < 20; ++i) {
        const auto status = storage.CurrentDissolveCleanupStatus.get(env.state);
        if (status && status->phase == DissolveCleanupPhase::AlphaInOutStakesAlpha) break;
        (void)on_idle(env.cx, db_weight(3, 1));
    }
    EXPECT_LE(free() - before, pot);
    EXPECT_GE(free() - before + 2, pot);
    EXPECT_EQ(storage.CurrentDissolveCleanupStatus.get(env.state)->phase,
              DissolveCleanupPhase::AlphaInOutStakesAlpha);
}

TEST_F(Dissolution, without_weight_nothing_happens) {
    dissolve();
    EXPECT_EQ(on_idle(env.cx, {}), Weight{});
    EXPECT_FALSE(storage.CurrentDissolveCleanupStatus.has(env.state));
    EXPECT_EQ(on_idle(env.cx, db_weight(1, 0)), db_weight(1, 0));
    EXPECT_FALSE(storage.CurrentDissolveCleanupStatus.has(env.state));
    (void)on_idle(env.cx, db_weight(1, 1));
    const auto status = storage.CurrentDissolveCleanupStatus.get(env.state);
    ASSERT_TRUE(status);
    EXPECT_EQ(status->netuid, pool);
    EXPECT_EQ(status->phase, DissolveCleanupPhase::SubnetBasketHoldingsToRoot);
}

TEST_F(Dissolution, one_subnet_is_finished_in_a_block_the_oldest_first) {
    add_subnet({2}, 1, 10_tao, 4000_alpha);
    dissolve();
    env(Origin::root(), root_dissolve_network{{2}});
    EXPECT_EQ(storage.DissolveCleanupQueue.get(env.state), (std::vector<NetUid>{pool, {2}}));
    next_block();
    EXPECT_EQ(storage.DissolveCleanupQueue.get(env.state), std::vector<NetUid>{{2}});
    next_block();
    EXPECT_TRUE(storage.DissolveCleanupQueue.get(env.state).empty());
}

TEST_F(Dissolution, a_subnet_is_queued_once) {
    dissolve();
    storage.NetworksAdded.set(env.state, pool, true);  // as no rule would leave it
    env(Origin::root(), root_dissolve_network{pool}, fails(Error::NetworkDissolveAlreadyQueued));
}

TEST_F(Dissolution, older_rules_clean_nothing_up_in_idle_time) {
    dissolve();
    frame_system::set_spec_version(env.state, 425);
    EXPECT_EQ(on_idle(env.cx, db_weight(1000, 1000)), Weight{});
    EXPECT_TRUE(in_cleanup(env.state, pool));
}

TEST_F(Dissolution, shares_of_a_pool_that_was_emptied_are_not_paid) {
    stakes();
    const u64 before = env.free_rao(alice);
    storage.AlphaSharePoolEpoch.set(env.state, hotkey, pool, 3);
    storage.AlphaShareEpoch.set(env.state, hotkey, bob, pool, 3);  // alice's is from before
    dissolve();
    next_block();
    EXPECT_EQ(env.free_rao(alice), before);
    EXPECT_FALSE(storage.AlphaSharePoolEpoch.has(env.state, hotkey, pool));
    EXPECT_FALSE(storage.AlphaShareEpoch.has(env.state, hotkey, bob, pool));
}

class Remains : public Network {
protected:
    /// Items with an entry for the subnet as their first key.
    std::set<std::string> left(NetUid netuid) const {
        std::set<std::string> out;
        for (const StorageEntry* entry : storage.entries()) {
            if (entry->keys().empty() || entry->keys()[0].type != &scale::type_of<NetUid>) continue;
            Bytes prefix(entry->prefix().begin(), entry->prefix().end());
            const auto from = prefix.size();
            prefix.resize(from + hash_length(entry->keys()[0].hasher));
            scale::encode(prefix, netuid);
            hash_part(prefix, from, entry->keys()[0].hasher);
            const auto key = env.state.next_key(prefix);
            if (key && starts_with(*key, prefix)) out.emplace(entry->name());
            if (env.state.contains(prefix)) out.emplace(entry->name());
        }
        return out;
    }
};

TEST_F(Remains, nothing_of_a_subnet_that_lived_is_left_but_how_often_its_netuid_was_given) {
    storage.SubtokenEnabled.set(env.state, root_netuid, true);
    open_weights();
    join(alice, alices_hotkey);
    join(bob, bobs_hotkey);
    env(bob, add_stake{bobs_hotkey, subnet, 20_tao});
    env(bob, lock_stake{bobs_hotkey, subnet, 1_alpha});
    env(alices_hotkey,
        serve_axon{.netuid = subnet, .version = 1, .ip = 16843009, .port = 80, .ip_type = 4});
    env(alice, set_children{alices_hotkey, subnet, {{~u64{0}, bobs_hotkey}}});
    env(owner, set_subnet_identity{subnet, {}, {}, {}, {}, {}, {}, {}, {}});
    env.run_to(400);
    env(alices_hotkey, set_weights{subnet, {1}, {1}, 0});
    const auto before = left(subnet);
    EXPECT_GT(before.size(), 40u);
    env(Origin::root(), root_dissolve_network{subnet});
    env.run_to(401);
    const std::set<std::string> kept{"RegisteredSubnetCounter", "SubnetEmissionEnabled",
                                     "RootProp"};
    for (const auto& item : left(subnet)) EXPECT_TRUE(kept.count(item)) << item << " is left";
    for (const auto& [hotkey, netuid] : storage.IsNetworkMember.keys_under(env.state))
        EXPECT_NE(netuid, subnet);
    for (const auto& [coldkey, netuid, hotkey] : storage.Lock.keys_under(env.state))
        EXPECT_NE(netuid, subnet);
    for (const auto& [hotkey, netuid] : storage.ParentKeys.keys_under(env.state))
        EXPECT_NE(netuid, subnet);
}

}  // namespace
}  // namespace subtensor
