// What clients are told about subnets and neurons.
#include "frame/pallet.hpp"
#include "pallets/subtensor/api/dynamic_info.hpp"
#include "pallets/subtensor/api/metagraph.hpp"
#include "pallets/subtensor/api/neuron_info.hpp"
#include "pallets/subtensor/api/show_subnet.hpp"
#include "pallets/subtensor/api/stake_info.hpp"
#include "pallets/subtensor/api/subnet_info.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {
namespace {

static_assert(scale::lists_all_members<api::SubnetInfo>());
static_assert(scale::lists_all_members<api::SubnetInfov2>());
static_assert(scale::lists_all_members<api::SubnetHyperparams>());
static_assert(scale::lists_all_members<api::SubnetHyperparamsV2>());
static_assert(scale::lists_all_members<api::DynamicInfo>());
static_assert(scale::lists_all_members<api::NeuronInfo>());
static_assert(scale::lists_all_members<api::NeuronInfoLite>());
static_assert(scale::lists_all_members<api::SubnetState>());
static_assert(scale::lists_all_members<api::Metagraph>());
static_assert(scale::lists_all_members<api::SelectiveMetagraph>());

/// The pool's subnet with two neurons; the first has a permit, weights, stake and an identity.
class Apis : public Staking {
protected:
    Apis() {
        auto& s = env.state;
        append_neuron(s, pool, hotkey, 3);
        append_neuron(s, pool, other_hotkey, 4);
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, alice, pool, 70_alpha);
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, alice, root_netuid, 8_alpha);
        storage.ValidatorPermit.set(s, pool, {true, false});
        storage.Incentive.set(s, main_index, {{0}, {65535}});
        storage.Incentive.set(s, second_index, {{65535}, {0}});
        storage.Weights.set(s, main_index, 0, {{0, 0}, {1, 65535}});
        storage.IdentitiesV2.set(s, owner, {.name = {'a'}});
        storage.AlphaDividendsPerSubnet.set(s, pool, hotkey, 5_alpha);
        storage.MechanismCountCurrent.set(s, pool, {2});
        storage.TaoWeight.set(s, u64{1} << 63);  // a half
        storage.Tempo.set(s, pool, 10);
    }
    const State& state() const { return env.state; }
    const NetUid nowhere{9};
    const NetUidStorageIndex main_index = get_mechanism_storage_index(pool, main_mechid);
    const NetUidStorageIndex second_index = get_mechanism_storage_index(pool, MechId{1});
};

/// Places of the fields that have a value, the first field left out.
std::vector<std::size_t> shown(const api::SelectiveMetagraph& m) {
    std::vector<std::size_t> out;
    m.fields([&](const auto&, const auto&... optional) {
        std::size_t at = 0;
        ((++at, optional ? out.push_back(at) : void()), ...);
    });
    return out;
}

TEST_F(Apis, the_metagraph_tells_a_subnet_and_its_neurons) {
    const auto m = api::get_metagraph(state(), pool);
    ASSERT_TRUE(m);
    EXPECT_EQ(m->netuid.value, pool);
    EXPECT_EQ(m->num_uids.value, 2);
    EXPECT_EQ(m->tao_in.value, 1000_tao);
    EXPECT_EQ(m->hotkeys, (std::vector{hotkey, other_hotkey}));
    EXPECT_EQ(m->coldkeys, (std::vector{owner, owner}));
    EXPECT_EQ(m->block_at_registration.at(1).value, 4u);
    EXPECT_EQ(m->alpha_stake.at(0).value, 70_alpha);
    EXPECT_EQ(m->tao_stake.at(0).value, 8_tao);
    EXPECT_EQ(m->total_stake.at(0).value, 74_tao);
    EXPECT_EQ(m->alpha_dividends_per_hotkey.at(0).second.value, 5_alpha);
    EXPECT_EQ(m->identities.at(0)->name, Bytes{'a'});
    EXPECT_EQ(m->collateral_locked.size(), 2u);
    EXPECT_EQ(Bytes({m->name.at(0).value, m->name.at(1).value}), Bytes({'a', 'p'}));
}

TEST_F(Apis, nothing_is_told_of_a_subnet_that_is_not_there) {
    EXPECT_FALSE(api::get_metagraph(state(), nowhere));
    EXPECT_FALSE(api::get_mechagraph(state(), nowhere, main_mechid));
    EXPECT_FALSE(api::get_selective_metagraph(state(), nowhere, {1}));
    EXPECT_FALSE(api::get_selective_mechagraph(state(), nowhere, main_mechid, {1}));
    EXPECT_FALSE(api::get_dynamic_info(state(), nowhere));
    EXPECT_FALSE(api::get_subnet_state(state(), nowhere));
    EXPECT_FALSE(api::get_subnet_info_v2(state(), nowhere));
    EXPECT_FALSE(api::get_subnet_hyperparams_v2(state(), nowhere));
    EXPECT_FALSE(api::get_subnet_hyperparams_v3(state(), nowhere));
    EXPECT_TRUE(api::get_neurons(state(), nowhere).empty());
    EXPECT_FALSE(api::get_neuron_lite(state(), nowhere, 0));
    EXPECT_FALSE(api::get_mechagraph(state(), pool, MechId{2}));
    EXPECT_FALSE(api::get_neuron(state(), pool, 2));
}

TEST_F(Apis, each_index_selects_its_own_field) {
    constexpr u16 count = 77;
    for (u16 index = 1; index < count; ++index)
        EXPECT_EQ(shown(*api::get_selective_metagraph(state(), pool, {index})),
                  std::vector<std::size_t>{index});
    EXPECT_TRUE(shown(*api::get_selective_metagraph(state(), pool, {0, count, 65535})).empty());
}

TEST_F(Apis, a_selection_has_the_values_of_the_metagraph) {
    std::vector<u16> all(77);
    for (u16 i = 0; i < all.size(); ++i) all[i] = i;
    const auto chosen = api::get_selective_metagraph(state(), pool, all);
    const auto m = api::get_metagraph(state(), pool);
    EXPECT_EQ(chosen->netuid.value, pool);
    EXPECT_EQ(chosen->hotkeys, m->hotkeys);
    EXPECT_EQ(chosen->total_stake, m->total_stake);
    EXPECT_EQ(chosen->burn, m->burn);
    EXPECT_EQ(chosen->collateral_earned, m->collateral_earned);
    EXPECT_EQ(chosen->validators, (std::vector<scale::Compact<u16>>{{0}}));
    EXPECT_TRUE(chosen->commitments->empty());
    EXPECT_EQ(api::get_selective_metagraph(state(), pool, {1})->netuid.value, root_netuid);
}

TEST_F(Apis, mechanisms_have_incentives_of_their_own) {
    const auto second = api::get_mechagraph(state(), pool, MechId{1});
    EXPECT_EQ(second->netuid.value, NetUid{4096 + 1});
    EXPECT_EQ(second->incentives.at(0).value, PerU16{65535});
    EXPECT_EQ(api::get_mechagraph(state(), pool, main_mechid)->incentives.at(0).value, PerU16{0});
    const auto chosen = api::get_selective_mechagraph(state(), pool, MechId{1}, {62});
    EXPECT_EQ(chosen->incentives, second->incentives);
    EXPECT_EQ(chosen->netuid.value, pool);
    EXPECT_EQ(api::get_all_mechagraphs(state()).size(), 3u);
    EXPECT_EQ(api::get_all_metagraphs(state()).size(), 2u);
}

TEST_F(Apis, neurons_show_stake_and_weights_without_zeros) {
    const auto neurons = api::get_neurons(state(), pool);
    ASSERT_EQ(neurons.size(), 2u);
    EXPECT_EQ(neurons[0].stake.at(0).first, owner);
    EXPECT_EQ(neurons[0].stake.at(0).second.value, 70_alpha);
    ASSERT_EQ(neurons[0].weights.size(), 1u);
    EXPECT_EQ(neurons[0].weights[0].first.value, 1);
    EXPECT_TRUE(neurons[0].validator_permit);
    EXPECT_EQ(neurons[1].incentive.value, PerU16{65535});
    EXPECT_EQ(api::get_neurons_lite(state(), pool).at(1).hotkey, other_hotkey);
    EXPECT_EQ(api::get_neuron(state(), pool, 1)->uid.value, 1);
}

TEST_F(Apis, hyperparameters_go_by_name_in_the_newest_version) {
    const auto list = api::get_subnet_hyperparams_v3(state(), pool);
    const auto find = [&](std::string_view name) -> const api::HyperparamValue* {
        for (const auto& e : *list)
            if (std::equal(name.begin(), name.end(), e.name.begin(), e.name.end())) return &e.value;
        return nullptr;
    };
    ASSERT_TRUE(find("tempo"));
    EXPECT_EQ(std::get<api::HyperparamOf<scale::Compact<u16>>>(*find("tempo")).value.value, 10);
    EXPECT_TRUE(std::get<api::HyperparamOf<bool>>(*find("subnet_is_active")).value);
    EXPECT_FALSE(find("no such name"));
    EXPECT_EQ(list->size(), 33u);
    const auto old = api::get_subnet_hyperparams_v2(state(), pool);
    EXPECT_EQ(old->tempo.value, 10);
    EXPECT_EQ(old->activity_cutoff.value, 138u);  // 13.889 tempos
    EXPECT_EQ(old->yuma_version.value, 2);
}

TEST_F(Apis, subnets_are_listed_and_named) {
    const auto infos = api::get_subnets_info_v2(state());
    ASSERT_EQ(infos.size(), 2u);
    EXPECT_EQ(infos[1]->subnetwork_n.value, 2);
    storage.SubnetIdentitiesV3.set(env.state, pool, {.subnet_name = {'x'}});
    const auto info = api::get_dynamic_info(state(), pool);
    EXPECT_EQ(info->subnet_name, (std::vector<scale::Compact<u8>>{{'x'}}));
    EXPECT_EQ(info->alpha_in.value, 4000_alpha);
    EXPECT_EQ(api::get_all_dynamic_info(state()).size(), 2u);
}

TEST_F(Apis, the_subnet_state_has_a_row_of_zeros_for_each_subnet) {
    const auto state_of = api::get_subnet_state(state(), pool);
    ASSERT_EQ(state_of->emission_history.size(), 2u);
    EXPECT_EQ(state_of->emission_history[0].size(), 2u);
    EXPECT_EQ(state_of->hotkeys.size(), 2u);
    EXPECT_EQ(state_of->total_stake.size(), 2u);
}

TEST_F(Apis, the_hotkey_of_automatic_stake_is_told) {
    EXPECT_FALSE(api::get_coldkey_auto_stake_hotkey(state(), alice, pool));
    storage.AutoStakeDestination.set(env.state, alice, pool, hotkey);
    EXPECT_EQ(api::get_coldkey_auto_stake_hotkey(state(), alice, pool), hotkey);
}

TEST_F(Apis, only_subnets_past_their_immunity_can_be_replaced) {
    EXPECT_FALSE(api::get_subnet_to_prune(state()));
    storage.NetworkImmunityPeriod.set(env.state, 0);
    EXPECT_EQ(api::get_subnet_to_prune(state()), pool);
}

TEST_F(Apis, calls_by_name_refuse_arguments_that_do_not_decode) {
    const auto* row = find_api("SubnetInfoRuntimeApi_get_metagraph");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->call(env.state, Bytes{1, 0}), scale::encoded(api::get_metagraph(state(), pool)));
    EXPECT_EQ(row->call(env.state, Bytes{9, 0}), Bytes{0});
    EXPECT_FALSE(row->call(env.state, Bytes{1}));
    EXPECT_FALSE(row->call(env.state, Bytes{1, 0, 0}));
}

}  // namespace
}  // namespace subtensor
