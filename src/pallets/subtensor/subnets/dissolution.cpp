#include "pallets/subtensor/subnets/dissolution.hpp"

#include <algorithm>

#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/subnets/cleanup.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/swap/swap.hpp"

namespace subtensor {
namespace {

/// A phase with nothing to do: this chain keeps no root baskets, and root has no weights.
bool nothing(Cleanup&) { return true; }

struct Phase {
    DissolveCleanupPhase name;
    bool (*run)(Cleanup&);
};
using P = DissolveCleanupPhase;
constexpr Phase phases[] = {
    {P::SubnetBasketHoldingsToRoot, &nothing},
    {P::SubnetRootDividendsRootClaimable, &clean_up_root_claimable},
    {P::SubnetRootDividendsRootClaimed, &clean_up_root_claimed},
    {P::AlphaInOutStakesGetTotalAlphaValue, &count_alpha},
    {P::AlphaInOutStakesSettleStakes, &settle_stakes},
    {P::AlphaInOutStakesAlpha, &clean_alpha},
    {P::AlphaInOutStakesHotkeyTotals, &clear_hotkey_totals},
    {P::AlphaInOutStakesLocks, &clear_locks},
    {P::AlphaInOutStakesDecayingLocks, &clear_decaying_locks},
    {P::AlphaInOutStakes, &finish_stakes},
    {P::ProtocolLiquidity, &clear_pool},
    {P::PurgeNetuid, &purge_commitments},
    {P::NetworkIsNetworkMember, &remove_members},
    {P::NetworkParameters, &remove_parameters},
    {P::NetworkMapParameters, &remove_map_parameters},
    {P::NetworkUpdateWeightsOnRoot, &nothing},
    {P::NetworkChildkeyTake, &remove_childkey_takes},
    {P::NetworkChildkeys, &remove_childkeys},
    {P::NetworkParentkeys, &remove_parentkeys},
    {P::NetworkLastHotkeyEmissionOnNetuid, &remove_last_emissions},
    {P::NetworkTotalHotkeyAlphaLastEpoch, &remove_last_epoch_alpha},
    {P::NetworkTransactionKeyLastBlock, &remove_rate_limits},
    {P::NetworkLock, &clear_locks},
    {P::NetworkDecayingLock, &clear_decaying_locks},
    {P::NetworkPendingBasketDeposits, &nothing},
    {P::NetworkAlphaAssetCounters, &clear_alpha_counters},
};

/// Phase after phase while the weight lasts; whether the last one is done.
bool clean_up(Context& cx, WeightMeter& meter, DissolveCleanupStatus& status) {
    if (!meter.can_consume(db_weight(1, 0))) return false;
    Cleanup c{cx, meter, status};
    auto at = std::find_if(std::begin(phases), std::end(phases),
                           [&](const Phase& phase) { return phase.name == status.phase; });
    for (bool done = true; done;) {
        done = at->run(c);
        if (done) {
            status.last_key.reset();
            if (++at == std::end(phases)) {
                cx.emit(NetworkDissolveCleanupCompleted{status.netuid});
                return true;
            }
            status.phase = at->name;
        }
        storage.CurrentDissolveCleanupStatus.set(cx.state, status);
    }
    return false;
}

/// The pool's share that waited outside of it belongs to what is paid out.
void take_in_reservoirs(State& s, NetUid netuid) {
    const auto [tao, alpha] = swap::take_protocol_reservoirs(s, netuid);
    increase_provided_tao_reserve(s, netuid, tao);
    increase_provided_alpha_reserve(s, netuid, alpha);
    if (tao.rao != 0) increase_total_stake(s, tao);
}

}  // namespace

bool in_cleanup(const State& s, NetUid netuid) {
    const auto queue = storage.DissolveCleanupQueue.get(s);
    return std::find(queue.begin(), queue.end(), netuid) != queue.end();
}

Result<> queue_dissolution(Context& cx, NetUid netuid) {
    State& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid) && !netuid.is_root(), Error::SubnetNotExists);
    ENSURE(!in_cleanup(s, netuid), Error::NetworkDissolveAlreadyQueued);
    take_in_reservoirs(s, netuid);
    storage.NetworksAdded.erase(s, netuid);
    storage.TotalNetworks.change(s, [](u16& n) { n = n == 0 ? n : u16(n - 1); });
    decrease_total_stake(s, storage.SubnetTAO.get(s, netuid));
    // Bounded: a netuid is given again only after it has left the queue, so there are never more in
    // it than subnets may exist.
    storage.DissolveCleanupQueue.change(s, [&](auto& queue) { queue.push_back(netuid); });
    cx.emit(NetworkRemoved{netuid});
    return {};
}

Weight remove_data_for_dissolved_networks(Context& cx, Weight left) {
    State& s = cx.state;
    WeightMeter meter(left);
    auto status = storage.CurrentDissolveCleanupStatus.get(s);
    if (!status) {
        if (!meter.try_consume(db_weight(1, 0))) return meter.consumed();
        const auto queue = storage.DissolveCleanupQueue.get(s);
        if (queue.empty() || !meter.try_consume(db_weight(0, 1))) return meter.consumed();
        status = DissolveCleanupStatus{.netuid = queue.front()};
        storage.CurrentDissolveCleanupStatus.set(s, *status);
    }
    if (clean_up(cx, meter, *status)) {
        storage.DissolveCleanupQueue.change(
            s, [&](auto& queue) { std::erase(queue, status->netuid); });
        storage.CurrentDissolveCleanupStatus.erase(s);
        meter.consume(db_weight(0, 2));
    }
    return meter.consumed();
}

}  // namespace subtensor
