#include "pallets/subtensor/epoch/run_epoch.hpp"

#include <algorithm>

#include "kernel/epoch/null_epoch.hpp"
#include "kernel/mechanism_split.hpp"
#include "kernel/saturating.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/weights.hpp"
#include "pallets/subtensor/utils/misc.hpp"
#include "pallets/subtensor/utils/spec.hpp"
#include "pallets/subtensor/utils/voting_power.hpp"

namespace subtensor {
namespace {

using Rows = std::vector<std::pair<u16, std::vector<kernel::Cell>>>;

/// What all mechanisms of a subnet share, read once.
struct Neurons {
    std::vector<std::pair<u16, AccountId>> keys;  // by uid
    std::vector<u64> alpha_stake_rao, tao_stake_rao, registered_at;
};

Neurons read_neurons(const State& s, NetUid netuid) {
    Neurons n;
    n.keys = storage.Keys.under(s, netuid);
    std::sort(n.keys.begin(), n.keys.end());
    auto count = storage.SubnetworkN.get(s, netuid);
    n.alpha_stake_rao.resize(count);
    n.tao_stake_rao.resize(count);
    n.registered_at.resize(count);
    std::vector<u64> registered_at(count);
    for (auto& [uid, block] : storage.BlockAtRegistration.under(s, netuid))
        if (uid < count) registered_at[uid] = block;
    for (auto& [uid, hotkey] : n.keys) {
        if (uid >= count) continue;
        const auto stakes = get_inherited_for_hotkey_on_subnet(s, hotkey, netuid);
        n.alpha_stake_rao[uid] = stakes.alpha.rao;
        n.tao_stake_rao[uid] = stakes.tao.rao;
        n.registered_at[uid] = registered_at[uid];
    }
    return n;
}

std::vector<kernel::RowView> views(const Rows& rows) {
    std::vector<kernel::RowView> out;
    for (auto& [uid, cells] : rows) out.push_back({uid, cells});
    return out;
}

/// Commits of hotkeys that have a place; the kernel leaves the expired ones out.
std::vector<kernel::WeightCommit> read_commits(const State& s, NetUid netuid,
                                               NetUidStorageIndex index) {
    std::vector<kernel::WeightCommit> out;
    auto add = [&](const AccountId& who, u64 epoch, u64 block) {
        if (auto uid = storage.Uids.find(s, netuid, who)) out.push_back({*uid, epoch, block});
    };
    for (auto& [who, queue] : storage.WeightCommits.under(s, index))
        for (auto& [hash, epoch, block, last] : queue) add(who, epoch, block);
    for (auto& [epoch, queue] : storage.TimelockedWeightCommits.under(s, index))
        for (auto& [who, block, commit, round] : queue) add(who, epoch, block);
    return out;
}

/// The block of the last epoch that moved bonds.
u64 last_bond_step(const State& s, NetUid netuid) {
    auto last_yuma = storage.LastYumaStepBlock.find(s, netuid);
    return last_yuma ? *last_yuma : storage.LastMechansimStepBlock.get(s, netuid);
}

bool looks_at_previous_consensus(const State& s, NetUid netuid) {
    switch (storage.LiquidAlphaConsensusMode.get(s, netuid)) {
        case ConsensusMode::Current: return false;
        case ConsensusMode::Previous: return true;
        case ConsensusMode::Auto: break;
    }
    return storage.BondsPenalty.get(s, netuid) == 0xffff;
}

/// A mechanism's part of what an epoch pays.
struct Part {
    u64 emission_rao = 0;
    kernel::NullBudgets null;
};

kernel::EpochOutput run_mechanism(Context& cx, NetUid netuid, NetUidStorageIndex index,
                                  const Neurons& neurons, const Part& part) {
    auto& s = cx.state;
    const bool is_null = is_null_consensus(s, netuid);
    Rows weights, bonds;
    auto last_update = get_last_update(s, index);
    kernel::EpochInput in;
    in.n = storage.SubnetworkN.get(s, netuid);
    in.block = cx.block;
    in.tempo_blocks = storage.Tempo.get(s, netuid);
    in.activity_cutoff_blocks = get_activity_cutoff_blocks(s, netuid);
    in.last_step_block = last_bond_step(s, netuid);
    in.emission_rao = part.emission_rao;
    in.alpha_stake_rao = neurons.alpha_stake_rao;
    in.tao_stake_rao = neurons.tao_stake_rao;
    in.last_update = last_update;
    in.registered_at = neurons.registered_at;
    in.permits = storage.ValidatorPermit.get(s, netuid);
    if (auto owner = storage.SubnetOwnerHotkey.find(s, netuid))
        in.owner_uid = storage.Uids.find(s, netuid, *owner);
    in.tao_weight = get_tao_weight(s);
    in.stake_threshold_rao = storage.StakeThreshold.get(s);
    in.max_validators = storage.MaxAllowedValidators.get(s, netuid);
    in.kappa = storage.Kappa.get(s, netuid);
    in.bonds_moving_average = storage.BondsMovingAverage.get(s, netuid);
    in.bonds_penalty = storage.BondsPenalty.get(s, netuid);
    in.yuma3 = storage.Yuma3On.get(s, netuid);
    in.liquid_alpha = storage.LiquidAlphaOn.get(s, netuid);
    if (since_475(s) && looks_at_previous_consensus(s, netuid))
        for (const PerU16 share : storage.ConsensusByMechanism.get(s, index))
            in.liquid_consensus.push_back(share.parts);
    auto [alpha_low, alpha_high] = storage.AlphaValues.get(s, netuid);
    in.alpha_low = alpha_low;
    in.alpha_high = alpha_high;
    in.alpha_sigmoid_steepness = storage.AlphaSigmoidSteepness.get(s, netuid);
    in.commit_reveal = storage.CommitRevealWeightsEnabled.get(s, netuid);
    if (in.commit_reveal) in.commits = read_commits(s, netuid, index);
    in.epoch_now = current_epoch_with_lookahead(s, netuid, cx.block);
    in.reveal_period_epochs = storage.RevealPeriodEpochs.get(s, netuid);
    if (is_null) {
        // Rows of others may be many, and do not count.
        if (auto winner = kernel::null_validator_winner(in))
            weights.emplace_back(*winner, storage.Weights.get(s, index, *winner));
        in.weights = views(weights);
        return kernel::run_null_epoch(in, part.null);
    }
    weights = storage.Weights.under(s, index);
    bonds = storage.Bonds.under(s, index);
    in.weights = views(weights);
    in.bonds = views(bonds);
    return kernel::run_epoch(in);
}

/// The values of the uids that have a neuron, as stored: one entry a neuron, in uid order.
template <class T, class V>
std::vector<T> stored(const Neurons& neurons, const V& by_uid) {
    std::vector<T> out;
    for (auto& key : neurons.keys)
        out.push_back(key.first < by_uid.size() ? T{by_uid[key.first]} : T{});
    return out;
}

void store_bonds(State& s, NetUidStorageIndex index, const Neurons& neurons,
                 const kernel::EpochOutput& e) {
    u16 row = 0;
    for (auto& key : neurons.keys)
        storage.Bonds.set(
            s, index, row++,
            key.first < e.bonds.size() ? e.bonds[key.first] : std::vector<kernel::Cell>{});
}

void store_mechanism(Context& cx, NetUidStorageIndex index, const Neurons& neurons,
                     const kernel::EpochOutput& e) {
    storage.Incentive.set(cx.state, index, stored<PerU16>(neurons, e.incentive));
    if (since_475(cx.state))
        storage.ConsensusByMechanism.set(cx.state, index, stored<PerU16>(neurons, e.consensus));
    cx.emit(
        IncentiveAlphaEmittedToMiners{index, stored<AlphaBalance>(neurons, e.server_emission_rao)});
}

/// A subnet's terms: those of its mechanisms, weighted by their part of the emission.
struct Sum {
    std::vector<bool> active, permits;
    std::vector<u64> emission_rao, server_rao, validator_rao, stake_rao;
    std::vector<u16> consensus, dividends, validator_trust, stake_weight;
    bool whole_units = false;  // emission is what was paid, nothing to weigh

    explicit Sum(std::size_t n)
        : active(n),
          permits(n),
          emission_rao(n),
          server_rao(n),
          validator_rao(n),
          stake_rao(n),
          consensus(n),
          dividends(n),
          validator_trust(n),
          stake_weight(n) {}

    void add(const kernel::EpochOutput& e, U64F64 weight) {
        for (std::size_t i = 0; i < active.size(); ++i) {
            active[i] = active[i] || e.active[i];
            permits[i] = permits[i] || e.permits[i];
            server_rao[i] += e.server_emission_rao[i];
            validator_rao[i] += e.validator_emission_rao[i];
            stake_rao[i] = kernel::sat_add(stake_rao[i], e.stake_rao[i]);
            emission_rao[i] = whole_units ? kernel::sat_add(emission_rao[i], e.emission_rao[i])
                                          : kernel::weighted_acc_alpha(emission_rao[i],
                                                                       e.emission_rao[i], weight);
            auto acc = [&](auto& sum, auto& added) {
                sum[i] = kernel::weighted_acc_u16(sum[i], added[i], weight);
            };
            acc(consensus, e.consensus);
            acc(dividends, e.dividends);
            acc(validator_trust, e.validator_trust);
            acc(stake_weight, e.stake_weight);
        }
    }
};

void store_subnet(State& s, NetUid netuid, const Neurons& neurons, const Sum& sum) {
    storage.Active.set(s, netuid, stored<bool>(neurons, sum.active));
    storage.Emission.set(s, netuid, stored<AlphaBalance>(neurons, sum.emission_rao));
    storage.Consensus.set(s, netuid, stored<PerU16>(neurons, sum.consensus));
    storage.Dividends.set(s, netuid, stored<PerU16>(neurons, sum.dividends));
    storage.ValidatorTrust.set(s, netuid, stored<PerU16>(neurons, sum.validator_trust));
    storage.ValidatorPermit.set(s, netuid, stored<bool>(neurons, sum.permits));
    storage.StakeWeight.set(s, netuid, stored<u16>(neurons, sum.stake_weight));
}

/// What each mechanism pays. Under Null each pot is split for itself, so that rounding moves
/// nothing from one to another.
std::vector<Part> split_pots(const State& s, NetUid netuid, const PendingEmission& pots) {
    auto split = [&](AlphaBalance pot) {
        return kernel::split_emissions(pot.rao, storage.MechanismCountCurrent.get(s, netuid).id,
                                       storage.MechanismEmissionSplit.get(s, netuid));
    };
    auto total = saturating_add(saturating_add(pots.server, pots.validator), pots.root);
    std::vector<Part> out;
    for (u64 rao : split(total)) out.push_back({rao, {}});
    if (!is_null_consensus(s, netuid)) return out;
    auto miners = split(pots.server), local = split(pots.validator), root = split(pots.root);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const u64 dividends = kernel::sat_add(local[i], root[i]);
        out[i] = {kernel::sat_add(miners[i], dividends),
                  {miners[i], dividends, kernel::sat_add(miners[i], local[i])}};
    }
    return out;
}

}  // namespace

std::vector<HotkeyEmission> epoch_with_mechanisms(Context& cx, NetUid netuid,
                                                  const PendingEmission& pots) {
    auto& s = cx.state;
    const bool is_null = is_null_consensus(s, netuid);
    auto neurons = read_neurons(s, netuid);
    Sum sum(storage.SubnetworkN.get(s, netuid));
    sum.whole_units = is_null;
    const auto total = saturating_add(saturating_add(pots.server, pots.validator), pots.root);
    auto parts = split_pots(s, netuid, pots);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto index = get_mechanism_storage_index(netuid, MechId{u8(i)});
        auto result = run_mechanism(cx, netuid, index, neurons, parts[i]);
        store_mechanism(cx, index, neurons, result);
        if (!is_null) store_bonds(s, index, neurons, result);
        sum.add(result, kernel::mechanism_weight(parts[i].emission_rao, total.rao, i));
    }
    store_subnet(s, netuid, neurons, sum);
    std::vector<EpochStake> stakes;
    for (auto& [uid, hotkey] : neurons.keys)
        if (uid < sum.stake_rao.size())
            stakes.push_back({hotkey, sum.stake_rao[uid], sum.permits[uid]});
    update_voting_power_for_subnet(cx, netuid, stakes);

    std::vector<HotkeyEmission> out;
    for (auto& [uid, hotkey] : neurons.keys)
        if (uid < sum.server_rao.size())
            out.push_back({hotkey, {sum.server_rao[uid]}, {sum.validator_rao[uid]}});
    std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.hotkey < b.hotkey; });
    return out;
}

}  // namespace subtensor
