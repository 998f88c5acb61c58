// Every setter writes its item, and only for those who may, when they may.
#include "pallets/admin_utils/calls.hpp"
#include "pallets/admin_utils/errors.hpp"
#include "pallets/admin_utils/events.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "testing/env/network.hpp"

namespace admin_utils {
namespace {

using subtensor::storage;
using SubtensorError = subtensor::Error;
constexpr auto bad_origin = DispatchError::Kind::BadOrigin;

enum class Window : bool { any_time, outside_freeze };
enum class Netuids : bool { any, existing };
using enum Window;
using enum Netuids;

struct Setters : subtensor::Network {
    /// Inside: an epoch is near, hyperparameters are frozen.
    void freeze(bool on) {
        storage.PendingEpochAt.set(env.state, subnet, on ? env.cx.block + 3 : 0);
    }
    template <class C>
    void frozen(const C& call) {
        freeze(true);
        env(Origin::root(), call, fails(SubtensorError::AdminActionProhibitedDuringWeightsWindow));
        freeze(false);
    }
    /// A value of the whole chain: root's.
    template <class C, class Item, class V>
    void chain(const C& call, const Item& item, const V& value) {
        SCOPED_TRACE(item.name());
        ASSERT_FALSE(item.get(env.state) == value) << "the test proves nothing";
        env(owner, call, fails(bad_origin));
        env(Origin::root(), call);
        EXPECT_TRUE(item.get(env.state) == value);
    }
    /// A value of a subnet: root's.
    template <class C, class Item, class V>
    void root(C call, const Item& item, const V& value, Window window, Netuids netuids = existing) {
        SCOPED_TRACE(item.name());
        ASSERT_FALSE(item.get(env.state, subnet) == value) << "the test proves nothing";
        call.netuid = subnet;
        env(owner, call, fails(bad_origin));
        if (window == outside_freeze) frozen(call);
        freeze(window == any_time);
        env(Origin::root(), call);
        freeze(false);
        EXPECT_TRUE(item.get(env.state, subnet) == value);
        call.netuid = nowhere;
        if (netuids == existing) env(Origin::root(), call, fails(Error::SubnetDoesNotExist));
    }
    /// A value of a subnet: its owner's once in a while, and root's.
    template <class C, class Item, class V>
    void owners(C call, const Item& item, const V& value, Netuids netuids = existing) {
        SCOPED_TRACE(item.name());
        ASSERT_FALSE(item.get(env.state, subnet) == value) << "the test proves nothing";
        call.netuid = subnet;
        env(alice, call, fails(bad_origin));
        frozen(call);
        env(owner, call);
        EXPECT_TRUE(item.get(env.state, subnet) == value);
        env(owner, call, fails(SubtensorError::TxRateLimitExceeded));
        env(Origin::root(), call);
        call.netuid = nowhere;
        if (netuids == existing) env(Origin::root(), call, fails(Error::SubnetDoesNotExist));
    }
};

TEST_F(Setters, root_sets_what_holds_for_the_whole_chain) {
    chain(sudo_set_default_take{{1234}}, storage.MaxDelegateTake, PerU16{1234});
    chain(sudo_set_min_delegate_take{{77}}, storage.MinDelegateTake, PerU16{77});
    chain(sudo_set_tx_rate_limit{9}, storage.TxRateLimit, u64{9});
    chain(sudo_set_tx_delegate_take_rate_limit{9}, storage.TxDelegateTakeRateLimit, u64{9});
    chain(sudo_set_subnet_owner_cut{9}, storage.SubnetOwnerCut, u16{9});
    chain(sudo_set_network_rate_limit{9}, storage.NetworkRateLimit, u64{9});
    chain(sudo_set_network_immunity_period{9}, storage.NetworkImmunityPeriod, u64{9});
    chain(sudo_set_network_min_lock_cost{9_tao}, storage.NetworkMinLockCost, 9_tao);
    chain(sudo_set_subnet_limit{9}, storage.SubnetLimit, u16{9});
    chain(sudo_set_lock_reduction_interval{9}, storage.NetworkLockReductionInterval, u64{9});
    chain(sudo_set_stake_threshold{9}, storage.StakeThreshold, u64{9});
    chain(sudo_set_nominator_min_required_stake{9}, storage.NominatorMinRequiredStake, u64{9});
    chain(sudo_set_dissolve_network_schedule_duration{9}, storage.DissolveNetworkScheduleDuration,
          u32{9});
    chain(sudo_set_commit_reveal_version{9}, storage.CommitRevealWeightsVersion, u16{9});
    chain(sudo_set_ck_burn{9}, storage.CKBurn, u64{9});
    chain(sudo_set_admin_freeze_window{9}, storage.AdminFreezeWindow, u16{9});
    chain(sudo_set_owner_hparam_rate_limit{9}, storage.OwnerHyperparamRateLimit, u16{9});
    chain(sudo_set_tao_flow_smoothing_factor{9}, storage.FlowEmaSmoothingFactor, u64{9});
    chain(sudo_set_max_mechanism_count{{9}}, storage.MaxMechanismCount, MechId{9});
    chain(sudo_set_start_call_delay{9}, storage.StartCallDelay, u64{9});
    chain(sudo_set_coldkey_swap_announcement_delay{9}, storage.ColdkeySwapAnnouncementDelay,
          u32{9});
    chain(sudo_set_coldkey_swap_reannouncement_delay{9}, storage.ColdkeySwapReannouncementDelay,
          u32{9});
    chain(sudo_set_max_epochs_per_block{9}, storage.MaxEpochsPerBlock, u8{9});
}

TEST_F(Setters, root_sets_the_terms_of_prices_and_flows) {
    const auto half = I96F32::saturating_from_num(1).safe_div(I96F32::saturating_from_num(2));
    chain(sudo_set_subnet_moving_alpha{half}, storage.SubnetMovingAlpha, half);
    const auto cutoff = I64F64::saturating_from_num(5);
    chain(sudo_set_tao_flow_cutoff{cutoff}, storage.TaoFlowCutoff, cutoff);
    const auto two = U64F64::saturating_from_num(2u);
    chain(sudo_set_tao_flow_normalization_exponent{two}, storage.FlowNormExponent, two);
    env(Origin::root(), sudo_set_tao_flow_normalization_exponent{U64F64::saturating_from_num(3u)},
        fails(Error::InvalidValue));
    const bool flows = storage.NetTaoFlowEnabled.get(env.state);
    chain(sudo_set_net_tao_flow_enabled{!flows}, storage.NetTaoFlowEnabled, !flows);
}

// Runtime 475: subtensor pallets/admin-utils/src/lib.rs.
TEST_F(Setters, root_sets_where_emission_falls_off) {
    const auto num = [](u32 v) { return U64F64::saturating_from_num(v); };
    const U64F64 half{u128(1) << 63};
    const auto find_anew = [&](const auto& call, const auto& item, const auto& value) {
        storage.EmissionGateBar.set(env.state, half);
        chain(call, item, value);
        EXPECT_FALSE(storage.EmissionGateBar.has(env.state)) << "is found anew";
    };
    find_anew(sudo_set_emission_bar_quantile{half}, storage.EmissionBarQuantile, half);
    find_anew(sudo_set_emission_bar_rank{5}, storage.EmissionBarRank, 5);
    chain(sudo_set_emission_gate_exponent{num(8)}, storage.EmissionGateExponent, num(8));
    for (const U64F64 wrong : {U64F64{}, num(1)})
        env(Origin::root(), sudo_set_emission_bar_quantile{wrong}, fails(Error::InvalidValue));
    for (const U64F64 wrong : {half, num(9)})
        env(Origin::root(), sudo_set_emission_gate_exponent{wrong}, fails(Error::InvalidValue));
}

TEST_F(Setters, owners_choose_the_consensus_that_liquid_alpha_looks_at) {
    using subtensor::ConsensusMode;
    env(owner, sudo_set_liquid_alpha_consensus_mode{subnet, ConsensusMode::Previous},
        emits(subtensor::LiquidAlphaConsensusModeSet{subnet, ConsensusMode::Previous}));
    EXPECT_EQ(storage.LiquidAlphaConsensusMode.get(env.state, subnet), ConsensusMode::Previous);
    env(alice, sudo_set_liquid_alpha_consensus_mode{subnet, {}}, fails(bad_origin));
    env(owner, sudo_set_liquid_alpha_consensus_mode{subnet, {}},
        fails(SubtensorError::TxRateLimitExceeded));
}

TEST_F(Setters, the_activity_cutoff_is_a_part_of_the_tempo) {
    env(owner, sudo_set_activity_cutoff_factor{subnet, 2'000},
        emits(subtensor::ActivityCutoffFactorMilliSet{subnet, 2'000}));
    EXPECT_EQ(storage.ActivityCutoffFactorMilli.get(env.state, subnet), 2'000u);
    env(Origin::root(), sudo_set_activity_cutoff_factor{subnet, 999},
        fails(SubtensorError::ActivityCutoffFactorMilliOutOfBounds));
    env(Origin::root(), sudo_set_activity_cutoff_factor{subnet, 50'001},
        fails(SubtensorError::ActivityCutoffFactorMilliOutOfBounds));
}

TEST_F(Setters, values_of_the_chain_have_bounds) {
    env(Origin::root(), sudo_set_max_epochs_per_block{0}, fails(Error::ValueNotInBounds));
    env(Origin::root(), sudo_set_max_mechanism_count{{0}}, fails(SubtensorError::InvalidValue));
    env(Origin::root(), sudo_set_max_mechanism_count{{17}}, fails(SubtensorError::InvalidValue));
}

TEST_F(Setters, calls_without_effect_say_so) {
    env(Origin::root(), sudo_set_total_issuance{1_tao}, fails(Error::Deprecated));
}

TEST_F(Setters, root_sets_what_owners_may_not) {
    root(sudo_set_min_difficulty{{}, 9}, storage.MinDifficulty, u64{9}, outside_freeze);
    root(sudo_set_difficulty{{}, 9}, storage.Difficulty, u64{9}, outside_freeze);
    root(sudo_set_weights_set_rate_limit{{}, 9}, storage.WeightsSetRateLimit, u64{9}, any_time);
    root(sudo_set_adjustment_interval{{}, 9}, storage.AdjustmentInterval, u16{9}, any_time);
    root(sudo_set_kappa{{}, 9}, storage.Kappa, u16{9}, any_time);
    root(sudo_set_target_registrations_per_interval{{}, 9}, storage.TargetRegistrationsPerInterval,
         u16{9}, outside_freeze);
    root(sudo_set_max_allowed_validators{{}, 9}, storage.MaxAllowedValidators, u16{9},
         outside_freeze);
    root(sudo_set_max_registrations_per_block{{}, 9}, storage.MaxRegistrationsPerBlock, u16{9},
         outside_freeze);
    root(sudo_set_rao_recycled{{}, 9_tao}, storage.RAORecycledForRegistration, 9_tao, any_time);
    root(sudo_set_ema_price_halving_period{{}, 9}, storage.EMAPriceHalvingBlocks, u64{9}, any_time,
         any);
    root(sudo_set_subtoken_enabled{{}, false}, storage.SubtokenEnabled, false, outside_freeze, any);
    root(sudo_set_min_non_immune_uids{{}, 9}, storage.MinNonImmuneUids, u16{9}, any_time, any);
    root(sudo_set_subnet_emission_enabled{{}, false}, storage.SubnetEmissionEnabled, false,
         any_time);
    root(sudo_set_tempo{{}, 9}, storage.Tempo, u16{9}, outside_freeze);
}

TEST_F(Setters, places_on_a_subnet_keep_their_order) {
    env(Origin::root(), sudo_set_max_allowed_validators{subnet, 257},
        fails(Error::MaxValidatorsLargerThanMaxUIds));
    env(Origin::root(), sudo_set_min_allowed_uids{subnet, 256},
        fails(Error::MinAllowedUidsGreaterThanMaxAllowedUids));
    env(Origin::root(), sudo_set_min_allowed_uids{subnet, 1},
        fails(Error::MinAllowedUidsGreaterThanCurrentUids));
    join(alice, alices_hotkey);
    env(owner, sudo_set_min_allowed_uids{subnet, 1}, fails(bad_origin));
    env(Origin::root(), sudo_set_min_allowed_uids{subnet, 1},
        emits(subtensor::MinAllowedUidsSet{subnet, 1}));
    env(Origin::root(), sudo_set_max_allowed_uids{subnet, 0},
        fails(Error::MaxAllowedUidsLessThanMinAllowedUids));
    env(Origin::root(), sudo_set_max_allowed_uids{subnet, 1},
        fails(Error::MaxAllowedUIdsLessThanCurrentUIds));
    env(Origin::root(), sudo_set_max_allowed_uids{subnet, 257},
        fails(Error::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids));
    owners(sudo_set_max_allowed_uids{{}, 200}, storage.MaxAllowedUids, u16{200});
    env(Origin::root(), sudo_set_subnet_emission_enabled{root_netuid, true},
        fails(Error::NotPermittedOnRootSubnet));
}

TEST_F(Setters, owners_set_their_subnets_hyperparameters) {
    owners(sudo_set_serving_rate_limit{{}, 9}, storage.ServingRateLimit, u64{9}, any);
    owners(sudo_set_max_difficulty{{}, 9}, storage.MaxDifficulty, u64{9});
    owners(sudo_set_weights_version_key{{}, 9}, storage.WeightsVersionKey, u64{9});
    owners(sudo_set_adjustment_alpha{{}, 9}, storage.AdjustmentAlpha, u64{9});
    owners(sudo_set_immunity_period{{}, 9}, storage.ImmunityPeriod, u16{9});
    owners(sudo_set_min_allowed_weights{{}, 9}, storage.MinAllowedWeights, u16{9});
    owners(sudo_set_rho{{}, 9}, storage.Rho, u16{9});
    owners(sudo_set_activity_cutoff{{}, 400}, storage.ActivityCutoff, u16{400});
    owners(sudo_set_min_burn{{}, {700'000}}, storage.MinBurn, TaoBalance{700'000});
    owners(sudo_set_max_burn{{}, 50_tao}, storage.MaxBurn, 50_tao);
    owners(sudo_set_bonds_moving_average{{}, 9}, storage.BondsMovingAverage, u64{9});
    owners(sudo_set_bonds_penalty{{}, 9}, storage.BondsPenalty, u16{9});
    owners(sudo_set_commit_reveal_weights_interval{{}, 9}, storage.RevealPeriodEpochs, u64{9});
    owners(sudo_set_alpha_sigmoid_steepness{{}, 9}, storage.AlphaSigmoidSteepness, i16{9});
    owners(sudo_set_owner_immune_neuron_limit{{}, 9}, storage.ImmuneOwnerUidsLimit, u16{9}, any);
    owners(sudo_set_burn_half_life{{}, 9}, storage.BurnHalfLife, u16{9});
    const auto two = U64F64::saturating_from_num(2u);
    owners(sudo_set_burn_increase_mult{{}, two}, storage.BurnIncreaseMult, two);
    env(Origin::root(), subtensor::sudo_set_max_childkey_take{{500}});
    owners(sudo_set_min_childkey_take_per_subnet{{}, {90}}, storage.MinChildkeyTakePerSubnet,
           PerU16{90});
}

TEST_F(Setters, owners_turn_their_subnets_switches) {
    owners(sudo_set_commit_reveal_weights_enabled{{}, false}, storage.CommitRevealWeightsEnabled,
           false);
    owners(sudo_set_toggle_transfer{{}, false}, storage.TransferToggle, false, any);
    owners(sudo_set_yuma3_enabled{{}, false}, storage.Yuma3On, false, any);
    owners(sudo_set_bonds_reset_enabled{{}, true}, storage.BondsResetOn, true, any);
    owners(sudo_set_liquid_alpha_enabled{{}, true}, storage.LiquidAlphaOn, true, any);
    const std::pair<u16, u16> alphas{2'000, 3'000};
    owners(sudo_set_alpha_values{{}, 2'000, 3'000}, storage.AlphaValues, alphas, any);
    owners(sudo_set_recycle_or_burn{{}, subtensor::RecycleOrBurnEnum::Recycle},
           storage.RecycleOrBurn, subtensor::RecycleOrBurnEnum::Recycle, any);
    for (bool on : {false, true}) {
        const bool cut = storage.OwnerCutEnabled.get(env.state, subnet);
        env(owner, sudo_set_owner_cut_enabled{subnet, !cut});  // as often as one likes
        EXPECT_EQ(storage.OwnerCutEnabled.get(env.state, subnet), !cut);
        env(owner, sudo_set_owner_cut_auto_lock_enabled{subnet, on});
        EXPECT_EQ(storage.OwnerCutAutoLockEnabled.get(env.state, subnet), on);
    }
    env(alice, sudo_set_owner_cut_enabled{subnet, true}, fails(bad_origin));
    env(alice, sudo_set_owner_cut_auto_lock_enabled{subnet, true}, fails(bad_origin));
    env(Origin::root(), sudo_set_owner_cut_enabled{root_netuid, true},
        fails(Error::NotPermittedOnRootSubnet));
}

TEST_F(Setters, hyperparameters_have_bounds) {
    const auto no = [&](const auto& call, auto error) { env(Origin::root(), call, fails(error)); };
    no(sudo_set_activity_cutoff{subnet, 359}, SubtensorError::ActivityCutoffTooLow);
    no(sudo_set_min_burn{subnet, 1_tao}, Error::ValueNotInBounds);
    no(sudo_set_max_burn{subnet, {100'000'000}}, Error::ValueNotInBounds);
    no(sudo_set_commit_reveal_weights_interval{subnet, 0}, SubtensorError::RevealPeriodTooSmall);
    no(sudo_set_commit_reveal_weights_interval{subnet, 101}, SubtensorError::RevealPeriodTooLarge);
    no(sudo_set_owner_immune_neuron_limit{subnet, 0}, SubtensorError::InvalidValue);
    no(sudo_set_owner_immune_neuron_limit{subnet, 11}, SubtensorError::InvalidValue);
    no(sudo_set_burn_half_life{subnet, 0}, Error::InvalidValue);
    no(sudo_set_burn_half_life{subnet, 36'101}, Error::InvalidValue);
    no(sudo_set_burn_half_life{root_netuid, 9}, Error::NotPermittedOnRootSubnet);
    no(sudo_set_burn_increase_mult{subnet, U64F64::saturating_from_num(4u)}, Error::InvalidValue);
    no(sudo_set_min_childkey_take_per_subnet{subnet, {60'000}}, Error::InvalidValue);
    no(sudo_set_alpha_values{subnet, 2'000, 3'000}, SubtensorError::LiquidAlphaDisabled);
    storage.LiquidAlphaOn.set(env.state, subnet, true);
    no(sudo_set_alpha_values{subnet, 2'000, 1'000}, SubtensorError::AlphaHighTooLow);
    no(sudo_set_alpha_values{subnet, 3'000, 2'000}, SubtensorError::AlphaLowOutOfRange);
    // Root may what owners may not.
    env(owner, sudo_set_bonds_moving_average{subnet, 975'001},
        fails(Error::BondsMovingAverageMaxReached));
    env(Origin::root(), sudo_set_bonds_moving_average{subnet, 975'001});
    env(owner, sudo_set_alpha_sigmoid_steepness{subnet, -1},
        fails(Error::NegativeSigmoidSteepness));
    env(Origin::root(), sudo_set_alpha_sigmoid_steepness{subnet, -1});
}

TEST_F(Setters, an_owner_may_change_a_hyperparameter_again_after_two_tempos) {
    env(owner, sudo_set_rho{subnet, 5});
    const u32 next = env.cx.block + 2u * storage.Tempo.get(env.state, subnet);
    env.run_to(next - 1);
    env(owner, sudo_set_rho{subnet, 6}, fails(SubtensorError::TxRateLimitExceeded));
    env.run_to(next);
    freeze(false);
    env(owner, sudo_set_rho{subnet, 6});
}

TEST_F(Setters, mechanisms_share_the_places_and_the_emission) {
    env(owner, sudo_set_mechanism_count{subnet, {2}},
        fails(SubtensorError::TooManyUIDsPerMechanism));
    env(Origin::root(), sudo_set_max_allowed_uids{subnet, 128});
    env(owner, sudo_set_mechanism_count{subnet, {3}}, fails(SubtensorError::InvalidValue));
    env(owner, sudo_set_mechanism_count{subnet, {0}}, fails(SubtensorError::InvalidValue));
    env(owner, sudo_set_mechanism_count{subnet, {2}});
    EXPECT_EQ(storage.MechanismCountCurrent.get(env.state, subnet), MechId{2});
    env(owner, sudo_set_mechanism_count{subnet, {1}}, fails(SubtensorError::TxRateLimitExceeded));
    env(Origin::root(), sudo_set_mechanism_count{nowhere, {1}},
        fails(SubtensorError::MechanismDoesNotExist));

    using Split = std::optional<std::vector<u16>>;
    env(owner, sudo_set_mechanism_emission_split{subnet, Split{{1, 2}}},
        fails(SubtensorError::InvalidValue));
    env(owner, sudo_set_mechanism_emission_split{subnet, Split{{65'000, 500, 35}}},
        fails(SubtensorError::InvalidValue));
    env(owner, sudo_set_mechanism_emission_split{subnet, Split{{65'000, 535}}});
    EXPECT_EQ(storage.MechanismEmissionSplit.get(env.state, subnet),
              (std::vector<u16>{65'000, 535}));
    env(Origin::root(), sudo_set_mechanism_emission_split{subnet, Split{}});
    EXPECT_FALSE(storage.MechanismEmissionSplit.has(env.state, subnet));
    env(alice, sudo_set_mechanism_emission_split{subnet, Split{}}, fails(bad_origin));
}

TEST_F(Setters, the_owners_hotkey_changes_once_a_week) {
    env(alice, sudo_set_sn_owner_hotkey{subnet, alices_hotkey}, fails(bad_origin));
    env(Origin::root(), sudo_set_sn_owner_hotkey{nowhere, alices_hotkey},
        fails(SubtensorError::SubnetNotExists));
    env(owner, sudo_set_sn_owner_hotkey{subnet, alices_hotkey},
        emits(subtensor::SubnetOwnerHotkeySet{subnet, alices_hotkey}));
    env(owner, sudo_set_sn_owner_hotkey{subnet, owner_hotkey},
        fails(SubtensorError::TxRateLimitExceeded));
    env(owner, sudo_set_subnet_owner_hotkey{subnet, owner_hotkey},
        fails(SubtensorError::TxRateLimitExceeded));
    env(alice, sudo_set_subnet_owner_hotkey{subnet, alices_hotkey}, fails(bad_origin));
}

TEST_F(Setters, trimming_removes_those_who_earn_least_and_closes_the_gaps) {
    join(alice, alices_hotkey);
    join(bob, bobs_hotkey);
    storage.ImmunityPeriod.set(env.state, subnet, 0);
    storage.MinAllowedUids.set(env.state, subnet, 1);
    storage.Emission.set(env.state, subnet, {AlphaBalance{}, AlphaBalance{1}, AlphaBalance{2}});
    env.run_to(5);
    env(alice, sudo_trim_to_max_allowed_uids{subnet, 2}, fails(bad_origin));
    env(owner, sudo_trim_to_max_allowed_uids{subnet, 0}, fails(SubtensorError::InvalidValue));
    env(owner, sudo_trim_to_max_allowed_uids{subnet, 2});
    EXPECT_EQ(storage.SubnetworkN.get(env.state, subnet), 2);
    EXPECT_EQ(storage.Keys.get(env.state, subnet, 1), bobs_hotkey);
    EXPECT_FALSE(storage.Uids.has(env.state, subnet, alices_hotkey));
    env(owner, sudo_trim_to_max_allowed_uids{subnet, 1},
        fails(SubtensorError::TxRateLimitExceeded));
}

}  // namespace
}  // namespace admin_utils
