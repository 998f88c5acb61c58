#include "pallets/subtensor/coinbase/run_coinbase.hpp"

#include <algorithm>
#include <set>

#include "kernel/emission_shares.hpp"
#include "kernel/saturating.hpp"
#include "pallets/subtensor/coinbase/alpha.hpp"
#include "pallets/subtensor/coinbase/block_emission.hpp"
#include "pallets/subtensor/coinbase/distribute_emission.hpp"
#include "pallets/subtensor/coinbase/subnet_emissions.hpp"
#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"
#include "pallets/swap/swap.hpp"
#include "pallets/system/spec_version.hpp"

namespace subtensor {
namespace {

struct SubnetTerms {
    kernel::PoolInjection pool;
    u64 alpha_emission_rao = 0;
};

std::map<NetUid, SubnetTerms> get_subnet_terms(State& s, const std::map<NetUid, U96F32>& tao) {
    std::map<NetUid, SubnetTerms> terms;
    for (auto& [netuid, tao_emission] : tao) {
        u64 alpha = get_block_emission_for_issuance(s, get_alpha_issuance(s, netuid).rao);
        terms[netuid] = {
            kernel::pool_injection(tao_emission, alpha, swap::current_alpha_price(s, netuid),
                                   root_proportion(s, netuid)),
            alpha};
    }
    return terms;
}

/// TAO that does not fit the pool at its price buys alpha, which the protocol keeps.
void swap_excess(Context& cx, NetUid netuid, const AccountId& account, balances::Credit& credit,
                 TaoBalance excess) {
    auto& s = cx.state;
    if (!spend_tao(cx, account, credit, excess)) return;
    auto bought = transactional(
        cx, [&] { return swap_tao_for_alpha(s, netuid, excess, swap::max_price(), true); });
    if (!bought) {
        if (frame_system::spec_version(s) < 475) return;
        if (auto back = balances::withdraw(cx, account, excess, balances::Precision::Exact,
                                           balances::Preservation::Expendable))
            credit.amount = saturating_add(credit.amount, back->amount);
        return;
    }
    storage.SubnetProtocolAlpha.change(
        s, netuid, [&](auto& total) { total = saturating_add(total, bought->amount_paid_out); });
    storage.SubnetExcessTao.set(s, netuid, bought->amount_paid_in);
    record_protocol_inflow(s, netuid, bought->amount_paid_in);
}

void inject_tao(Context& cx, NetUid netuid, const AccountId& account, balances::Credit& credit,
                TaoBalance tao) {
    auto& s = cx.state;
    if (tao.rao == 0 || !spend_tao(cx, account, credit, tao)) return;
    storage.SubnetTaoInEmission.set(s, netuid, tao);
    storage.SubnetTAO.change(s, netuid, [&](auto& v) { v = saturating_add(v, tao); });
    storage.TotalStake.change(s, [&](auto& v) { v = saturating_add(v, tao); });
    record_protocol_inflow(s, netuid, tao);
}

/// Runtime 475: all of the block's TAO and alpha comes to the subnet; the pool gets what it can
/// take of it and of what it could not take before.
void inject_what_fits(Context& cx, NetUid netuid, const AccountId& account,
                      balances::Credit& credit, TaoBalance tao, AlphaBalance alpha) {
    auto& s = cx.state;
    if (tao.rao != 0 && !spend_tao(cx, account, credit, tao)) tao = {};
    const auto [tao_in, alpha_in] = swap::adjust_protocol_liquidity(s, netuid, tao, alpha);
    (void)mint_alpha(s, netuid, alpha);
    storage.SubnetAlphaInEmission.set(s, netuid, alpha_in);
    increase_provided_alpha_reserve(s, netuid, alpha_in);
    if (tao_in.rao == 0) return;
    storage.SubnetTaoInEmission.set(s, netuid, tao_in);
    increase_provided_tao_reserve(s, netuid, tao_in);
    storage.TotalStake.change(s, [&, more = tao_in](auto& v) { v = saturating_add(v, more); });
    record_protocol_inflow(s, netuid, tao_in);
}

void inject_and_maybe_swap(Context& cx, NetUid netuid, const kernel::PoolInjection& pool,
                           balances::Credit& credit) {
    auto& s = cx.state;
    auto account = get_subnet_account_id(s, netuid);
    if (!account) return;
    TaoBalance tao{pool.tao_in.saturating_to_num<u64>()};
    AlphaBalance alpha{pool.alpha_in.saturating_to_num<u64>()};
    TaoBalance excess{pool.excess_tao.saturating_to_num<u64>()};

    if (frame_system::spec_version(s) >= 475) {
        storage.SubnetExcessTao.set(s, netuid, {});
        storage.SubnetTaoInEmission.set(s, netuid, {});
        if (excess.rao > 0) swap_excess(cx, netuid, *account, credit, excess);
        return inject_what_fits(cx, netuid, *account, credit, tao, alpha);
    }
    auto [tao_in, alpha_in] = swap::adjust_protocol_liquidity(s, netuid, tao, alpha);
    storage.SubnetExcessTao.set(s, netuid, {});
    storage.SubnetTaoInEmission.set(s, netuid, {});
    if (excess.rao > 0) swap_excess(cx, netuid, *account, credit, excess);

    storage.SubnetAlphaInEmission.set(s, netuid, alpha_in);
    resolve_to_alpha_in(s, netuid, mint_alpha(s, netuid, alpha_in));
    inject_tao(cx, netuid, *account, credit, tao_in);
}

/// New alpha waits for the epoch in four pots.
void set_alpha_aside(Context& cx, NetUid netuid, u64 alpha_rao, U96F32 owner_cut,
                     bool sell_root_dividends) {
    auto& s = cx.state;
    AlphaBalance created{alpha_rao};
    storage.SubnetAlphaOutEmission.set(s, netuid, created);
    resolve_to_alpha_out(s, netuid, mint_alpha(s, netuid, created));

    bool cut = storage.OwnerCutEnabled.get(s, netuid);
    auto split =
        kernel::split_alpha_out(alpha_rao, cut ? owner_cut : U96F32{}, root_proportion(s, netuid));
    auto add = [&](auto& pot, u64 rao) {
        pot.change(s, netuid, [&](auto& v) { v = saturating_add(v, AlphaBalance{rao}); });
    };
    if (cut) add(storage.PendingOwnerCut, split.owner_cut);
    add(storage.PendingServerEmission, split.server);
    add(storage.PendingValidatorEmission, split.validator);
    if (sell_root_dividends)
        add(storage.PendingRootAlphaDivs, split.root);
    else
        recycle_subnet_alpha(s, netuid, AlphaBalance{split.root});
}

/// Two neurons with one hotkey would break the epoch's sums; such a subnet skips its epochs.
bool is_epoch_input_state_consistent(const State& s, NetUid netuid) {
    std::set<AccountId> seen;
    auto keys = storage.Keys.under(s, netuid);
    return std::all_of(keys.begin(), keys.end(),
                       [&](auto& k) { return seen.insert(k.second).second; });
}

PendingEmission take_pending(State& s, NetUid netuid) {
    auto empty = [&](auto& pot) {
        auto amount = pot.get(s, netuid);
        pot.set(s, netuid, {});
        return amount;
    };
    PendingEmission p;
    p.server = empty(storage.PendingServerEmission);
    p.validator = empty(storage.PendingValidatorEmission);
    p.root = empty(storage.PendingRootAlphaDivs);
    p.owner_cut = empty(storage.PendingOwnerCut);
    return p;
}

/// A large epoch of Null consensus has its block for itself.
u8 epoch_cap(const Context& cx, std::span<const NetUid> subnets) {
    auto& s = cx.state;
    const u8 cap = storage.MaxEpochsPerBlock.get(s);
    const bool null_due = std::any_of(subnets.begin(), subnets.end(), [&](NetUid netuid) {
        return is_null_consensus(s, netuid) && should_run_epoch(s, netuid, cx.block);
    });
    return null_due ? std::min<u8>(cap, 1) : cap;
}

std::map<NetUid, PendingEmission> drain_pending(Context& cx, std::span<const NetUid> subnets) {
    auto& s = cx.state;
    std::map<NetUid, PendingEmission> due;
    const u8 cap = epoch_cap(cx, subnets);
    for (NetUid netuid : subnets) {
        storage.BlocksSinceLastStep.change(s, netuid, [](u64& n) { n += n != ~u64{0}; });
        if (!should_run_epoch(s, netuid, cx.block)) continue;
        if (due.size() >= cap) {  // the rest of them go to the next block
            u64 next = u64{cx.block} + 1;
            storage.PendingEpochAt.set(s, netuid, next);
            cx.emit(EpochDeferred{netuid, cx.block, next});
            continue;
        }
        if (is_epoch_input_state_consistent(s, netuid)) {
            storage.BlocksSinceLastStep.set(s, netuid, 0);
            due[netuid] = take_pending(s, netuid);
            change_subnet_owner_if_needed(cx, netuid);
        } else
            cx.emit(EpochSkipped{netuid, cx.block});
        storage.LastEpochBlock.set(s, netuid, cx.block);
        storage.PendingEpochAt.set(s, netuid, 0);
        storage.SubnetEpochIndex.change(s, netuid, [](u64& n) { n += n != ~u64{0}; });
    }
    return due;
}

}  // namespace

U96F32 root_proportion(const State& s, NetUid netuid) {
    return kernel::root_proportion(storage.SubnetTAO.get(s, root_netuid).rao, get_tao_weight(s),
                                   get_alpha_issuance(s, netuid).rao);
}

bool should_run_epoch(const State& s, NetUid netuid, u64 block) {
    u16 tempo = storage.Tempo.get(s, netuid);
    if (tempo == 0) return false;
    u64 pending = storage.PendingEpochAt.get(s, netuid);
    if (pending > 0 && block >= pending) return true;
    if (storage.BlocksSinceLastStep.get(s, netuid) > constants.MaxTempo) return true;
    return kernel::sat_sub(block, storage.LastEpochBlock.get(s, netuid)) >= tempo;
}

std::set<NetUid> epochs_deferred_this_block(const State& s, std::span<const NetUid> subnets,
                                            u64 block) {
    const u8 cap = storage.MaxEpochsPerBlock.get(s);
    std::set<NetUid> deferred;
    u32 running = 0;
    for (NetUid netuid : subnets) {
        if (!should_run_epoch(s, netuid, block)) continue;
        if (running >= cap)
            deferred.insert(netuid);
        else if (is_epoch_input_state_consistent(s, netuid))
            ++running;
    }
    return deferred;
}

std::optional<u64> get_next_epoch_start_block(const State& s, NetUid netuid) {
    u16 tempo = storage.Tempo.get(s, netuid);
    if (tempo == 0) return {};
    u64 next = kernel::sat_add(storage.LastEpochBlock.get(s, netuid), tempo);
    u64 pending = storage.PendingEpochAt.get(s, netuid);
    return pending > 0 ? std::min(next, pending) : next;
}

void run_coinbase(Context& cx, balances::Credit credit) {
    auto& s = cx.state;
    storage.SubnetRootSellTao.erase_under(s, ~0u);
    auto subnets = get_all_subnet_netuids(s);
    std::erase(subnets, root_netuid);
    auto emitting = get_subnets_to_emit_to(s, subnets);

    auto emissions = get_subnet_block_emissions(cx, emitting, credit.amount);
    auto terms = get_subnet_terms(s, emissions.tao);
    for (NetUid netuid : emitting) inject_and_maybe_swap(cx, netuid, terms[netuid].pool, credit);
    recycle_credit(s, credit);

    auto owner_cut = kernel::u16_proportion(storage.SubnetOwnerCut.get(s));
    for (NetUid netuid : emitting)
        set_alpha_aside(cx, netuid, terms[netuid].alpha_emission_rao, owner_cut,
                        emissions.sell_root_dividends);

    for (auto& [netuid, pending] : drain_pending(cx, subnets)) {
        distribute_emission(cx, netuid, pending);
        storage.LastMechansimStepBlock.set(s, netuid, cx.block);
        // Before a subnet's first Null epoch this block and that one are the same; 475 writes it.
        const bool kept = storage.LastYumaStepBlock.has(s, netuid) || since_475(s);
        if (!is_null_consensus(s, netuid) && kept && cx.block != 0)
            storage.LastYumaStepBlock.set(s, netuid, cx.block);
    }
}

}  // namespace subtensor
