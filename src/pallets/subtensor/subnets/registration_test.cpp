// Opening subnets, places on them and on root.
#include "pallets/subtensor/subnets/registration.hpp"

#include "pallets/admin_utils/calls.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/system/spec_version.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

struct Registration : Network {
    const AccountId carol = rich("carol"), carols_hotkey = env.account("carol's hotkey");
    const AccountId pauper = env.account("pauper", 1'000'000);
    TaoBalance price() const { return storage.Burn.get(env.state, subnet); }
};

TEST_F(Registration, the_lock_of_a_new_subnet_becomes_its_pool) {
    const auto lock = get_network_lock_cost(env.state, env.cx.block);
    env(carol, register_network{carols_hotkey}, emits(NetworkAdded{{3}, 1}),
        emits(SubnetOwnerHotkeySet{{3}, carols_hotkey}));
    EXPECT_EQ(env.free_rao(carol), 10'000'000'000'000 - lock.rao);
    EXPECT_EQ(storage.SubnetTAO.get(env.state, {3}), lock);
    EXPECT_EQ(env.free_rao(*get_subnet_account_id(env.state, {3})), lock.rao);
    EXPECT_EQ(storage.SubnetOwner.get(env.state, {3}), carol);
    EXPECT_EQ(get_uid_for_net_and_hotkey(env.state, {3}, carols_hotkey), 0);
    EXPECT_FALSE(storage.SubnetEmissionEnabled.get(env.state, {3}));
    EXPECT_GT(get_network_lock_cost(env.state, env.cx.block), lock);  // dear after each other
}

TEST_F(Registration, a_subnet_that_cannot_be_opened_is_refused_with_the_reason) {
    env(Origin::root(), register_network{carols_hotkey}, fails(DispatchError::Kind::BadOrigin));
    env(pauper, register_network{carols_hotkey}, fails(Error::CannotAffordLockCost));
    env(carol, register_network{owner_hotkey}, fails(Error::NonAssociatedColdKey));
    env(carol, register_network{*get_subnet_account_id(env.state, subnet)},
        fails(Error::CannotUseSystemAccount));
    env(Origin::root(), admin_utils::sudo_set_network_rate_limit{100});
    env(carol, register_network{carols_hotkey}, fails(Error::NetworkTxRateLimitExceeded));
    env(Origin::root(), admin_utils::sudo_set_network_rate_limit{0});
    storage.NetworkRegistrationStartBlock.set(env.state, 50);
    env(carol, register_network{carols_hotkey}, fails(Error::SubNetRegistrationDisabled));
}

TEST_F(Registration, a_subnet_can_be_opened_with_its_name) {
    SubnetIdentityV3 identity;
    identity.subnet_name = {'t', 'e', 'x', 't'};
    env(carol, register_network_with_identity{carols_hotkey, identity},
        emits(SubnetIdentitySet{{3}}));
    EXPECT_EQ(storage.SubnetIdentitiesV3.get(env.state, {3})->subnet_name, identity.subnet_name);
    identity.subnet_name = Bytes(257);
    env(bob, register_network_with_identity{bobs_hotkey, identity}, fails(Error::InvalidIdentity));
    env(bob, register_network_with_identity{bobs_hotkey, std::nullopt});
    EXPECT_FALSE(storage.SubnetIdentitiesV3.has(env.state, {4}));
}

TEST_F(Registration, a_subnet_starts_once_by_its_owner_and_not_too_early) {
    env(carol, register_network{carols_hotkey});
    EXPECT_FALSE(storage.SubtokenEnabled.get(env.state, {3}));
    env(owner, start_call{{3}}, fails(DispatchError::Kind::BadOrigin));
    env(carol, start_call{nowhere}, fails(Error::SubnetNotExists));
    env(Origin::root(), admin_utils::sudo_set_start_call_delay{5});
    env(carol, start_call{{3}}, fails(Error::StartCallNotReady));
    env.run_to(env.cx.block + 5);
    env(carol, start_call{{3}}, emits(FirstEmissionBlockNumberSet{{3}, env.cx.block + 1u}));
    EXPECT_TRUE(storage.SubtokenEnabled.get(env.state, {3}));
    env(carol, start_call{{3}}, fails(Error::FirstEmissionBlockNumberAlreadySet));
}

TEST_F(Registration, a_neuron_pays_the_price_into_the_pool) {
    const auto paid = price(), pool = storage.SubnetTAO.get(env.state, subnet);
    env(alice, burned_register{subnet, alices_hotkey},
        emits(NeuronRegistered{subnet, 1, alices_hotkey}),
        emits(RAORecycledForRegistrationSet{subnet, paid}));
    EXPECT_EQ(env.free_rao(alice), 10'000'000'000'000 - paid.rao);
    EXPECT_GT(storage.SubnetTAO.get(env.state, subnet), pool);
    EXPECT_EQ(storage.Owner.get(env.state, alices_hotkey), alice);
    EXPECT_GT(price(), paid);
}

TEST_F(Registration, the_call_that_once_took_work_takes_the_price) {
    const auto paid = price();
    env(alice, register_{subnet, 1, 2, {3}, alices_hotkey, bob},
        emits(NeuronRegistered{subnet, 1, alices_hotkey}));
    EXPECT_EQ(env.free_rao(alice), 10'000'000'000'000 - paid.rao);
    EXPECT_EQ(storage.Owner.get(env.state, alices_hotkey), alice);
    env(alice, register_{nowhere, 1, 2, {3}, alices_hotkey, bob}, fails(Error::SubnetNotExists));
}

TEST_F(Registration, a_neuron_that_cannot_join_is_refused_with_the_reason) {
    env(Origin::root(), burned_register{subnet, alices_hotkey},
        fails(DispatchError::Kind::BadOrigin));
    env(alice, burned_register{root_netuid, alices_hotkey},
        fails(Error::RegistrationNotPermittedOnRootSubnet));
    env(alice, burned_register{nowhere, alices_hotkey}, fails(Error::SubnetNotExists));
    env(alice, burned_register{subnet, owner_hotkey},
        fails(Error::HotKeyAlreadyRegisteredInSubNet));
    env(pauper, burned_register{subnet, alices_hotkey}, fails(Error::NotEnoughBalanceToStake));
    env(carol, try_associate_hotkey{carols_hotkey});
    env(alice, burned_register{subnet, carols_hotkey}, fails(Error::NonAssociatedColdKey));
    storage.NetworkRegistrationAllowed.set(env.state, subnet, false);
    env(alice, burned_register{subnet, alices_hotkey}, fails(Error::SubNetRegistrationDisabled));
}

TEST_F(Registration, a_limit_protects_from_a_risen_price) {
    const auto limit = price();
    join(bob, bobs_hotkey);
    ASSERT_GT(price(), limit);
    env(alice, register_limit{subnet, alices_hotkey, limit.rao},
        fails(Error::RegistrationPriceLimitExceeded));
    env(alice, register_limit{root_netuid, alices_hotkey, price().rao},
        fails(Error::RegistrationNotPermittedOnRootSubnet));
    env(alice, register_limit{nowhere, alices_hotkey, price().rao}, fails(Error::SubnetNotExists));
    env(alice, register_limit{subnet, alices_hotkey, price().rao},
        emits(NeuronRegistered{subnet, 2, alices_hotkey}));
}

TEST_F(Registration, the_price_halves_with_time_down_to_its_minimum) {
    env(Origin::root(), admin_utils::sudo_set_burn_half_life{subnet, 10});
    const auto before = price().rao;
    env.run_to(env.cx.block + 10);
    EXPECT_NEAR(double(price().rao), double(before) / 2, double(before) * 1e-6);
    env.run_to(env.cx.block + 200);
    EXPECT_EQ(price(), storage.MinBurn.get(env.state, subnet));
}

TEST_F(Registration, on_a_full_subnet_a_newcomer_replaces_the_one_that_earns_least) {
    join(alice, alices_hotkey);
    join(bob, bobs_hotkey);
    storage.MaxAllowedUids.set(env.state, subnet, 3);
    storage.ImmunityPeriod.set(env.state, subnet, 0);
    storage.MinNonImmuneUids.set(env.state, subnet, 0);
    storage.Emission.set(env.state, subnet, {AlphaBalance{}, AlphaBalance{5}, AlphaBalance{3}});
    env.run_to(2);
    EXPECT_EQ(join(carol, carols_hotkey), 2);
    EXPECT_FALSE(is_hotkey_registered_on_network(env.state, subnet, bobs_hotkey));
    EXPECT_TRUE(is_hotkey_registered_on_network(env.state, subnet, alices_hotkey));
}

TEST_F(Registration, the_owner_is_never_replaced) {
    storage.MaxAllowedUids.set(env.state, subnet, 1);
    storage.ImmunityPeriod.set(env.state, subnet, 0);
    storage.MinNonImmuneUids.set(env.state, subnet, 0);
    env(alice, burned_register{subnet, alices_hotkey}, fails(Error::NoNeuronIdAvailable));
}

TEST_F(Registration, places_on_root_cost_nothing_but_few_are_given_at_a_time) {
    env(alice, root_register{alices_hotkey},
        emits(NeuronRegistered{root_netuid, 0, alices_hotkey}));
    EXPECT_EQ(env.free_rao(alice), 10'000'000'000'000);
    EXPECT_TRUE(storage.Delegates.has(env.state, alices_hotkey));
    env(bob, root_register{bobs_hotkey}, fails(Error::TooManyRegistrationsThisBlock));
    env.run_to(2);
    env(alice, root_register{alices_hotkey}, fails(Error::HotKeyAlreadyRegisteredInSubNet));
    env(bob, root_register{bobs_hotkey});
    env.run_to(3);
    env(owner, root_register{owner_hotkey});
    env.run_to(4);
    env(carol, root_register{carols_hotkey}, fails(Error::TooManyRegistrationsThisInterval));
}

TEST_F(Registration, on_a_full_root_more_stake_takes_the_place) {
    storage.MaxAllowedUids.set(env.state, root_netuid, 1);
    env(alice, root_register{alices_hotkey});
    env.run_to(2);
    env(bob, root_register{bobs_hotkey}, fails(Error::StakeTooLowForRoot));
    env(bob, try_associate_hotkey{bobs_hotkey});
    storage.SubtokenEnabled.set(env.state, root_netuid, true);
    env(bob, add_stake{bobs_hotkey, root_netuid, 5_tao});
    env(bob, root_register{bobs_hotkey}, emits(NeuronRegistered{root_netuid, 0, bobs_hotkey}));
    EXPECT_FALSE(is_hotkey_registered_on_network(env.state, root_netuid, alices_hotkey));
}

// Rule: subtensor subnets/registration.rs of runtime 475.
TEST_F(Registration, the_owner_s_neurons_are_found_by_their_owner) {
    const AccountId second = env.account("the owner's second");
    join(owner, second);
    env(Origin::root(), admin_utils::sudo_set_owner_immune_neuron_limit{subnet, 2});
    storage.OwnedHotkeys.set(env.state, owner, {});
    EXPECT_EQ(get_immune_owner_uids(env.state, subnet, owner), (std::vector<u16>{0, 1}));
    frame_system::set_spec_version(env.state, 425);
    EXPECT_EQ(get_immune_owner_uids(env.state, subnet, owner), (std::vector<u16>{0}));
}

TEST_F(Registration, a_full_network_takes_no_subnet_that_has_no_place) {
    env(Origin::root(), admin_utils::sudo_set_subnet_limit{2});
    env(carol, register_network{carols_hotkey}, fails(Error::SubnetLimitReached));
    env(Origin::root(), admin_utils::sudo_set_subnet_limit{3});
    env(carol, register_network{carols_hotkey}, emits(NetworkAdded{{3}, 1}));
}

}  // namespace
}  // namespace subtensor
