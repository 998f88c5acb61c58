#include "pallets/subtensor/coinbase/distribute_emission.hpp"

#include <algorithm>
#include <map>

#include "kernel/dividends.hpp"
#include "kernel/emission_shares.hpp"
#include "pallets/subtensor/coinbase/alpha.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/epoch/run_epoch.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/set_children.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/leasing.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {
namespace {

u64 stake_on(const State& s, const AccountId& hotkey, NetUid netuid) {
    return get_stake_for_hotkey_on_subnet(s, hotkey, netuid).rao;
}

/// A child key passes on what its parents' stake earned: {hotkey, alpha}.
std::vector<std::pair<AccountId, u64>> split_with_parents(State& s, const AccountId& hotkey,
                                                          NetUid netuid, u64 dividend_rao) {
    auto relations = get_parents(s, hotkey, netuid);
    if (relations.empty()) return {{hotkey, dividend_rao}};
    auto tao_weight = get_tao_weight(s);
    std::vector<u64> lent;
    for (auto& child : get_children(s, hotkey, netuid)) lent.push_back(child.first);
    auto owner = get_owning_coldkey_for_hotkey(s, hotkey);
    std::vector<kernel::DividendParent> parents;
    for (auto& [proportion, parent] : relations)
        parents.push_back({proportion, stake_on(s, parent, netuid),
                           stake_on(s, parent, root_netuid),
                           get_owning_coldkey_for_hotkey(s, parent) == owner});
    auto split = kernel::parent_child_dividends(
        {.dividend_rao = dividend_rao,
         .self_contribution_rao = kernel::self_contribution(
             stake_on(s, hotkey, netuid), stake_on(s, hotkey, root_netuid), lent, tao_weight),
         .tao_weight = tao_weight,
         .childkey_take = kernel::u16_proportion(get_childkey_take(s, hotkey, netuid)),
         .burn = get_ck_burn(s)},
        parents);
    recycle_subnet_alpha(s, netuid, AlphaBalance{split.recycled});

    std::vector<std::pair<AccountId, u64>> out;
    for (std::size_t i = 0; i < relations.size(); ++i)
        out.emplace_back(relations[i].second, split.parents[i]);
    out.emplace_back(hotkey, split.own);
    return out;
}

using Dividends = std::map<AccountId, U96F32>;

/// The owner's cut is staked for the owner on the owner's hotkey; a lease pays its contributors.
void pay_owner_cut(Context& cx, NetUid netuid, AlphaBalance cut) {
    auto coldkey = storage.SubnetOwner.find(cx.state, netuid);
    auto hotkey = storage.SubnetOwnerHotkey.find(cx.state, netuid);
    if (!coldkey || !hotkey) return;
    increase_stake_for_hotkey_and_coldkey_on_subnet(cx.state, *hotkey, *coldkey, netuid, cut);
    auto own = cut;
    if (auto lease_id = storage.SubnetUidToLeaseId.find(cx.state, netuid)) {
        // Since 475 what contributors get is not locked: it could not be paid out then.
        if (since_475(cx.state))
            own = leased_owner_cut_retained(cx.state, *lease_id, cut, cx.block);
        distribute_leased_network_dividends(cx, *lease_id, cut);
    }
    auto_lock_owner_cut(cx, netuid, own);
}

/// Hotkeys of the subnet's owner that have a place on it; they earn nothing as miners.
std::vector<AccountId> get_owner_hotkeys(const State& s, NetUid netuid) {
    std::vector<AccountId> out;
    for (auto& hotkey : storage.OwnedHotkeys.get(s, storage.SubnetOwner.get(s, netuid)))
        if (storage.Uids.has(s, netuid, hotkey)) out.push_back(hotkey);
    if (auto hotkey = storage.SubnetOwnerHotkey.find(s, netuid))
        if (storage.Uids.has(s, netuid, *hotkey)) out.push_back(*hotkey);
    return out;
}

void withhold(State& s, NetUid netuid, AlphaBalance incentive) {
    if (storage.RecycleOrBurn.find(s, netuid) == RecycleOrBurnEnum::Recycle)
        recycle_subnet_alpha(s, netuid, incentive);
    else
        burn_subnet_alpha(s, netuid, incentive);
}

void pay_miner(Context& cx, NetUid netuid, const AccountId& hotkey, AlphaBalance incentive) {
    auto& s = cx.state;
    auto owner = storage.Owner.get(s, hotkey);
    // What fills the owner's floor of collateral stays on this hotkey.
    const auto captured = settle_miner_collateral(s, netuid, hotkey, owner, incentive, incentive);
    incentive = saturating_sub(incentive, captured);
    if (incentive.rao == 0 && since_475(s)) return;
    auto destination = storage.AutoStakeDestination.get(s, owner, netuid);
    if (destination) cx.emit(AutoStakeAdded{netuid, *destination, hotkey, owner, incentive});
    credit_epoch_owner_emission(s, destination.value_or(hotkey), owner, netuid, incentive);
}

void pay_miners(Context& cx, NetUid netuid, const std::map<AccountId, u64>& incentives) {
    auto& s = cx.state;
    auto owner_hotkeys = get_owner_hotkeys(s, netuid);
    AlphaBalance total, withheld;
    for (auto& [hotkey, rao] : incentives) {
        AlphaBalance incentive{rao};
        total = saturating_add(total, incentive);
        bool is_owner =
            std::find(owner_hotkeys.begin(), owner_hotkeys.end(), hotkey) != owner_hotkeys.end();
        if (is_owner) {
            withheld = saturating_add(withheld, incentive);
            withhold(s, netuid, incentive);
        } else
            pay_miner(cx, netuid, hotkey, incentive);
    }
    storage.MinerBurned.set(s, netuid, kernel::withheld_proportion(withheld.rao, total.rao));
}

using Pay = void(State&, const AccountId& hotkey, const AccountId& coldkey, NetUid, AlphaBalance);

/// The validator's take is staked for its owner; the rest is the caller's to spread. What it was.
AlphaBalance pay_take(State& s, NetUid netuid, const AccountId& hotkey, U96F32 amount, Pay& pay) {
    auto split = kernel::split_take(amount, get_hotkey_take_float(s, hotkey));
    const auto owner = storage.Owner.get(s, hotkey);
    // All that the hotkey earned sets collateral free, but only the take is the owner's to lock.
    const AlphaBalance total{amount.saturating_to_num<u64>()}, take{split.take};
    const auto captured = settle_miner_collateral(s, netuid, hotkey, owner, total, take);
    const auto liquid = saturating_sub(take, captured);
    if (liquid.rao != 0 || !since_475(s)) pay(s, hotkey, owner, netuid, liquid);
    return {split.rest};
}

void add_to(State& s, auto& record, NetUid netuid, const AccountId& hotkey, AlphaBalance amount) {
    record.change(s, netuid, hotkey, [&](auto& v) { v = saturating_add(v, amount); });
}

/// All who stake on the hotkey, in proportion. Since 475 it goes to the owner where nobody does:
/// who staked first would get all of it.
void pay_nominators(State& s, NetUid netuid, const AccountId& hotkey, AlphaBalance amount) {
    if (!since_475(s) || hotkey_share_pool_has_members(s, hotkey, netuid))
        return increase_stake_for_hotkey_on_subnet(s, hotkey, netuid, amount);
    increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, storage.Owner.get(s, hotkey), netuid,
                                                    amount);
}

void pay_validators(State& s, NetUid netuid, const Dividends& dividends) {
    storage.AlphaDividendsPerSubnet.erase_under(s, ~0u, netuid);
    for (auto& [hotkey, amount] : dividends) {
        auto rest = pay_take(s, netuid, hotkey, amount, credit_epoch_owner_emission);
        if (rest.rao != 0 || !since_475(s)) {  // 425 kept a record of nothing, too
            pay_nominators(s, netuid, hotkey, rest);
            add_to(s, storage.AlphaDividendsPerSubnet, netuid, hotkey, rest);
        }
        storage.TotalHotkeyAlphaLastEpoch.set(s, hotkey, netuid,
                                              storage.TotalHotkeyAlpha.get(s, hotkey, netuid));
    }
}

void pay_root(State& s, NetUid netuid, const Dividends& dividends) {
    storage.RootAlphaDividendsPerSubnet.erase_under(s, ~0u, netuid);
    for (auto& [hotkey, amount] : dividends) {
        auto rest =
            pay_take(s, netuid, hotkey, amount, increase_stake_for_hotkey_and_coldkey_on_subnet);
        if (rest.rao == 0 && since_475(s)) continue;
        increase_root_claimable_for_hotkey_and_subnet(s, hotkey, netuid, rest);
        add_to(s, storage.RootAlphaDividendsPerSubnet, netuid, hotkey, rest);
    }
}

struct EpochShares {
    std::map<AccountId, u64> incentives;
    Dividends dividends;
    bool miners_earned = false;
};
EpochShares collect_shares(State& s, NetUid netuid, const std::vector<HotkeyEmission>& emission) {
    EpochShares out;
    const bool is_null = is_null_consensus(s, netuid);
    for (auto& e : emission) {
        auto& incentive = out.incentives[e.hotkey];
        incentive = saturating_add(AlphaBalance{incentive}, e.server).rao;
        out.miners_earned |= e.server.rao > 0;
        // Under Null most neurons earn no dividend; parents of theirs get no record of none.
        if (is_null && e.validator.rao == 0) continue;
        for (auto& [key, rao] : split_with_parents(s, e.hotkey, netuid, e.validator.rao)) {
            auto& sum = out.dividends[key];
            sum = sum.saturating_add(U96F32::saturating_from_num(rao));
        }
    }
    return out;
}

}  // namespace

void distribute_emission(Context& cx, NetUid netuid, const PendingEmission& pending) {
    auto& s = cx.state;
    const bool is_null = is_null_consensus(s, netuid);
    auto shares = collect_shares(s, netuid, epoch_with_mechanisms(cx, netuid, pending));
    // Without a miner that earned, validators get the miners' part.
    auto validator_alpha = shares.miners_earned ? pending.validator
                                                : saturating_add(pending.validator, pending.server);

    std::vector<kernel::DividendHotkey> hotkeys;
    for (auto& [hotkey, dividend] : shares.dividends)
        hotkeys.push_back(
            {stake_on(s, hotkey, netuid), stake_on(s, hotkey, root_netuid), dividend});
    auto split =
        kernel::dividend_split(validator_alpha.rao, pending.root.rao, get_tao_weight(s), hotkeys);
    Dividends alpha, root;
    std::size_t i = 0;
    for (auto& [hotkey, dividend] : shares.dividends) {
        alpha[hotkey] = split.alpha[i];
        root[hotkey] = split.root[i++];
    }

    const bool root_earned = std::any_of(root.begin(), root.end(), [](auto& r) {
        return r.second.template saturating_to_num<u64>() > 0;
    });
    if (is_null && !root_earned) recycle_subnet_alpha(s, netuid, pending.root);

    pay_owner_cut(cx, netuid, pending.owner_cut);
    pay_miners(cx, netuid, shares.incentives);
    pay_validators(s, netuid, alpha);
    pay_root(s, netuid, root);
}

}  // namespace subtensor
