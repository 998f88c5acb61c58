// New subnets where all places are taken: what is paid, who waits, and how that ends. Rules:
// subtensor subnets/subnet.rs (do_register_network), subnets/dissolution.rs
// (process_network_registration_queue), coinbase/tao.rs (the escrow).
#include "pallets/subtensor/subnets/network_registration.hpp"

#include "base/hex.hpp"
#include "pallets/admin_utils/calls.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/subtensor/subnets/dissolution.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/spec_version.hpp"
#include "runtime/invariants/invariants.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

class Queue : public Network {
protected:
    /// Genesis' subnet and the owner's take both places; both may be replaced.
    Queue() {
        env.run_to(10);
        // Genesis leaves the pool of its subnet uncovered.
        (void)balances::mint_into(env.cx, *get_subnet_account_id(env.state, weakest),
                                  storage.SubnetTAO.get(env.state, weakest));
        env(Origin::root(), admin_utils::sudo_set_subnet_limit{2});
        env(Origin::root(), admin_utils::sudo_set_network_rate_limit{0});
        storage.NetworkImmunityPeriod.set(env.state, 0);
        storage.SubnetMovingPrice.set(env.state, subnet, I96F32::saturating_from_num(2));
    }
    u64 price() const { return get_network_lock_cost(env.state, env.cx.block).rao; }
    std::vector<NetworkRegistrationInfo> waiting() const {
        return storage.NetworkRegistrationQueue.get(env.state);
    }
    u64 escrow(u32 id) const { return env.free_rao(network_registration_escrow_account(id)); }
    /// Idle time of this block and the start of the next one; the rules hold after both.
    void next_block() {
        Invariants rules(env.state);
        const std::size_t from = env.cx.events.size();
        env.run_to(env.cx.block + 1);
        EXPECT_EQ(rules.broken(env.state, std::span(env.cx.events).subspan(from)), "");
    }
    template <class E>
    bool emitted(const E& e) const {
        const Event wanted{E::pallet, E::index, scale::encoded(e)};
        return std::any_of(env.cx.events.begin(), env.cx.events.end(), [&](const Event& one) {
            return one.pallet == wanted.pallet && one.index == wanted.index &&
                   one.payload == wanted.payload;
        });
    }
    static constexpr NetUid weakest{1};
    const AccountId carol = rich("carol"), carols_hotkey = env.account("carol's hotkey");
};

TEST_F(Queue, at_the_limit_the_weakest_subnet_goes_and_the_new_one_waits_for_its_place) {
    const u64 cost = price(), before = env.free_rao(carol);
    env(carol, register_network{carols_hotkey}, emits(NetworkRemoved{weakest}));
    ASSERT_EQ(waiting().size(), 1u);
    const auto info = waiting().front();
    EXPECT_TRUE(emitted(NetworkRegistrationQueued{
        carol, carols_hotkey, 1, std::nullopt, {cost}, info.median_subnet_alpha_price, 10}));
    EXPECT_EQ(info.coldkey, carol);
    EXPECT_EQ(info.lock_amount.rao, cost);
    EXPECT_EQ(info.lock_id, 0u);
    EXPECT_EQ(env.free_rao(carol), before - cost);
    EXPECT_EQ(escrow(0), cost);
    EXPECT_EQ(storage.NetworkRegistrationEscrow.get(env.state, 0),
              (std::pair{carol, TaoBalance{cost}}));
    EXPECT_EQ(storage.NetworkRegistrationLockId.get(env.state), 1u);
    EXPECT_EQ(storage.Owner.get(env.state, carols_hotkey), carol);
    EXPECT_EQ(storage.NetworkLastLockCost.get(env.state).rao, cost);
    EXPECT_GT(price(), cost);  // as after any registration
    next_block();
    EXPECT_TRUE(emitted(NetworkDissolveCleanupCompleted{weakest}));
    EXPECT_TRUE(emitted(NetworkAdded{weakest, 1}));
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(escrow(0), 0u);
    EXPECT_FALSE(storage.NetworkRegistrationEscrow.has(env.state, 0));
    EXPECT_EQ(storage.SubnetOwner.get(env.state, weakest), carol);
    EXPECT_EQ(storage.SubnetOwnerHotkey.get(env.state, weakest), carols_hotkey);
    EXPECT_EQ(storage.Keys.get(env.state, weakest, 0), carols_hotkey);
    EXPECT_EQ(storage.SubnetLocked.get(env.state, weakest).rao, cost);
    EXPECT_EQ(storage.NetworkRegisteredAt.get(env.state, weakest), 10u);
    EXPECT_EQ(storage.NetworkLastLockCost.get(env.state).rao, cost);
}

TEST_F(Queue, a_place_that_is_coming_anyway_costs_no_further_subnet) {
    env(Origin::root(), root_dissolve_network{weakest});
    env(carol, register_network{carols_hotkey});
    EXPECT_EQ(waiting().size(), 1u);
    EXPECT_TRUE(if_subnet_exist(env.state, subnet));
    // For the next one none is coming: another subnet has to go.
    env(alice, register_network{alices_hotkey}, emits(NetworkRemoved{subnet}));
    ASSERT_EQ(waiting().size(), 2u);
    EXPECT_EQ(waiting()[1].lock_id, 1u);
    // And then there is none left that could.
    env(bob, register_network{bobs_hotkey}, fails(Error::SubnetLimitReached));
    next_block();
    EXPECT_EQ(storage.SubnetOwner.get(env.state, weakest), carol);  // who came first
    EXPECT_EQ(waiting().size(), 1u);
    next_block();
    EXPECT_EQ(storage.SubnetOwner.get(env.state, subnet), alice);
    EXPECT_TRUE(waiting().empty());
}

TEST_F(Queue, who_waits_does_so_until_the_place_is_free) {
    env(carol, register_network{carols_hotkey});
    storage.SubnetLimit.set(env.state, 1);  // one place less than there was
    for (int i = 0; i < 3; ++i) next_block();
    EXPECT_EQ(waiting().size(), 1u);
    EXPECT_EQ(escrow(0), waiting()[0].lock_amount.rao);
    storage.SubnetLimit.set(env.state, 2);
    next_block();
    EXPECT_TRUE(waiting().empty());
}

TEST_F(Queue, the_pool_is_what_was_paid_even_if_the_least_price_has_risen) {
    const u64 cost = price();
    env(carol, register_network{carols_hotkey});
    storage.NetworkMinLockCost.set(env.state, {cost * 2});
    next_block();
    EXPECT_EQ(storage.SubnetTAO.get(env.state, weakest).rao, cost);
    EXPECT_GE(env.free_rao(*get_subnet_account_id(env.state, weakest)), cost);
}

TEST_F(Queue, a_registration_that_cannot_be_carried_out_is_cancelled_and_paid_back) {
    const u64 before = env.free_rao(carol);
    env(carol, register_network{carols_hotkey});
    env(alice, register_network{alices_hotkey});
    auto queue = waiting();
    queue[0].identity.emplace().subnet_name.resize(257);
    storage.NetworkRegistrationQueue.set(env.state, queue);
    next_block();
    EXPECT_TRUE(emitted(
        NetworkRegistrationCancelled{carol, carols_hotkey, 0, fail(Error::InvalidIdentity)}));
    EXPECT_EQ(env.free_rao(carol), before);
    EXPECT_FALSE(if_subnet_exist(env.state, weakest));  // no half of a subnet
    EXPECT_FALSE(storage.SubnetOwner.has(env.state, weakest));
    EXPECT_FALSE(storage.NetworkRegistrationEscrow.has(env.state, 0));
    ASSERT_EQ(waiting().size(), 1u);
    next_block();
    EXPECT_EQ(storage.SubnetOwner.get(env.state, weakest), alice);
}

TEST_F(Queue, what_cannot_be_paid_back_stays_written_down) {
    env(carol, register_network{carols_hotkey});
    const u64 cost = escrow(0);
    storage.NetworkRegistrationEscrow.set(env.state, 0, {bob, {cost}});
    env.run_to(env.cx.block + 2);
    EXPECT_EQ(waiting().size(), 1u);
    EXPECT_EQ(escrow(0), cost);
    EXPECT_FALSE(if_subnet_exist(env.state, weakest));
}

TEST_F(Queue, the_price_is_paid_in_full_and_leaves_the_coldkey_alive) {
    const u64 cost = price(), least = balances::minimum_balance().rao;
    const AccountId poor = env.account("poor", cost), hot = env.account("poor's hotkey");
    storage.TotalIssuance.change(env.state, [&](auto& total) { total.rao += cost; });
    env(poor, register_network{hot}, fails(TokenError::NotExpendable));
    env(Origin::root(), admin_utils::sudo_set_subnet_limit{9});
    env(poor, register_network{hot}, fails(Error::CannotAffordLockCost));
    (void)balances::mint_into(env.cx, poor, {least});
    storage.TotalIssuance.change(env.state, [&](auto& total) { total.rao += least; });
    env(poor, register_network{hot}, emits(NetworkAdded{{3}, 1}));
    EXPECT_EQ(env.free_rao(poor), least);
    EXPECT_EQ(storage.SubnetTAO.get(env.state, {3}).rao, cost);
}

TEST_F(Queue, older_rules_take_what_the_coldkey_can_spare) {
    frame_system::set_spec_version(env.state, 425);
    const u64 cost = price();
    const AccountId poor = env.account("poor", cost), hot = env.account("poor's hotkey");
    storage.TotalIssuance.change(env.state, [&](auto& total) { total.rao += cost; });
    env(poor, register_network{hot}, emits(NetworkRemoved{weakest}),
        emits(NetworkAdded{weakest, 1}));
    EXPECT_TRUE(waiting().empty());
    EXPECT_LT(storage.SubnetLocked.get(env.state, weakest).rao, cost);
}

TEST_F(Queue, a_bad_identity_is_refused_before_anything_is_dissolved) {
    SubnetIdentityV3 identity;
    identity.subnet_name.resize(257);
    env(carol, register_network_with_identity{carols_hotkey, identity},
        fails(Error::InvalidIdentity));
    identity.subnet_name.resize(256);
    env(carol, register_network_with_identity{carols_hotkey, identity});
    next_block();
    EXPECT_TRUE(storage.SubnetIdentitiesV3.has(env.state, weakest));
}

TEST_F(Queue, registrations_end_with_their_numbers) {
    storage.NetworkRegistrationLockId.set(env.state, ~u32{0});
    env(carol, register_network{carols_hotkey}, fails(Error::LockIdOverFlow));
    storage.NetworkRegistrationLockId.set(env.state, 7);
    storage.NetworkRegistrationEscrow.set(env.state, 7, {bob, {}});
    env(carol, register_network{carols_hotkey}, fails(Error::BalanceWithdrawalError));
}

TEST_F(Queue, the_account_of_a_registration_is_nobodys) {
    EXPECT_EQ(to_hex(network_registration_escrow_account(0x01020304).bytes),
              "6d6f646c7375627465"
              "6e7372"
              "72676573"
              "04030201" +
                  std::string(24, '0'));
    EXPECT_EQ(is_subnet_account_id(network_registration_escrow_account(0)), std::nullopt);
}

/// A registration of the runtimes that locked the price on the coldkey.
class OlderQueue : public Queue {
protected:
    OlderQueue() {
        storage.SubnetLimit.set(env.state, 3);
        balances::set_lock(env.cx, lock, carol, {cost}, balances::Reasons::All);
        storage.NetworkRegistrationQueue.set(env.state,
                                             {{.coldkey = carol,
                                               .hotkey = carols_hotkey,
                                               .mechid = 1,
                                               .lock_amount = {cost},
                                               .median_subnet_alpha_price = U64F64::one(),
                                               .registration_block = 1,
                                               .lock_id = 5}});
    }
    u64 spendable() const {
        return balances::reducible_balance(env.state, carol, balances::Preservation::Preserve).rao;
    }
    const u64 cost = price();
    const balances::Identifier lock{'r', 'g', 'l', 'k', 5, 0, 0, 0};
};

TEST_F(OlderQueue, pays_from_the_coldkey) {
    const u64 before = env.free_rao(carol), could = spendable();
    next_block();
    EXPECT_TRUE(emitted(NetworkAdded{{3}, 1}));
    EXPECT_EQ(env.free_rao(carol), before - cost);
    // The lock is gone with what it held; what keeps an account alive counts again.
    EXPECT_EQ(spendable() + balances::minimum_balance().rao, could);
}

TEST_F(OlderQueue, that_the_coldkey_cannot_pay_any_more_is_cancelled) {
    storage.NetworkRegistrationQueue.change(
        env.state, [](auto& queue) { queue[0].lock_amount.rao = 1'000'000'000'000'000; });
    const u64 before = env.free_rao(carol);
    next_block();
    EXPECT_TRUE(emitted(
        NetworkRegistrationCancelled{carol, carols_hotkey, 5, fail(Error::CannotAffordLockCost)}));
    EXPECT_EQ(env.free_rao(carol), before);
    EXPECT_EQ(spendable(), before - balances::minimum_balance().rao);
    EXPECT_FALSE(if_subnet_exist(env.state, {3}));
}

}  // namespace
}  // namespace subtensor
