// Erasing a subnet.
#include "pallets/subtensor/coinbase/dissolve_network.hpp"

#include "kernel/saturating.hpp"
#include "pallets/commitments/commitments.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/claim_root.hpp"
#include "pallets/subtensor/staking/destroy_stakes.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/cleanup.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"
#include "pallets/subtensor/subnets/dissolution.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"
#include "pallets/swap/swap.hpp"

namespace subtensor {
namespace {

template <class... Items>
void erase_rows(State& s, auto prefix, const Items&... items) {
    (items.erase_under(s, ~u32{0}, prefix), ...);
}
/// Of items whose second key is the netuid.
template <class... Items>
void erase_by_second_key(State& s, NetUid netuid, const Items&... items) {
    const auto one = [&](const auto& item) {
        for (const auto& [first, second] : item.keys_under(s))
            if (second == netuid) item.erase(s, first, netuid);
    };
    (one(items), ...);
}

void erase_neurons(State& s, NetUid netuid) {
    for (const auto& [uid, hotkey] : storage.Keys.under(s, netuid))
        storage.IsNetworkMember.erase(s, hotkey, netuid);
    erase_rows(s, netuid, storage.Uids, storage.Keys, storage.BlockAtRegistration, storage.Axons,
               storage.NeuronCertificates, storage.Prometheus, storage.AlphaDividendsPerSubnet,
               storage.PendingChildKeys, storage.AssociatedEvmAddress,
               storage.AssociatedUidsByEvmAddress, storage.LastHotkeySwapOnNetuid);
    erase_by_second_key(s, netuid, storage.ChildkeyTake, storage.ChildKeys, storage.ParentKeys,
                        storage.LastHotkeyEmissionOnNetuid, storage.TotalHotkeyAlphaLastEpoch);
    for (const auto& [hotkey, on, kind] : storage.TransactionKeyLastBlock.keys_under(s))
        if (on == netuid) storage.TransactionKeyLastBlock.erase(s, hotkey, netuid, kind);
}

/// Root's weights for the subnet count for nothing.
void clear_root_weights(State& s, NetUid netuid) {
    const NetUidStorageIndex root{0};
    for (auto& [uid, row] : storage.Weights.under(s, root)) {
        for (auto& [subnet, weight] : row)
            if (subnet == netuid.id) weight = 0;
        storage.Weights.set(s, root, uid, row);
    }
}

void remove_network(Cleanup c) {
    State& s = c.state();
    const NetUid netuid = c.netuid();
    storage.NetworksAdded.erase(s, netuid);
    storage.TotalNetworks.change(s, [](u16& n) { n = n == 0 ? n : u16(n - 1); });
    clear_root_weights(s, netuid);
    erase_neurons(s, netuid);
    (void)clear_mechanisms(c);
    erase_values(s, netuid);
    if (storage.SubnetIdentitiesV3.take(s, netuid)) c.cx.emit(SubnetIdentityRemoved{netuid});
    (void)clear_lease(c);
    destroy_lock_maps(s, netuid);
    erase_collateral(s, netuid);
    erase_rows(s, netuid, storage.HotkeySuccessor, storage.HotkeyRoot);
}

}  // namespace

std::optional<NetUid> get_network_to_prune(const State& s, u64 block) {
    struct Candidate {
        NetUid netuid{};
        U64F64 price{};
        u64 registered_at = 0;
    };
    std::optional<Candidate> worst;
    for (const auto& [netuid, added] : storage.NetworksAdded.under(s)) {
        if (!added || netuid.is_root()) continue;
        const u64 registered_at = storage.NetworkRegisteredAt.get(s, netuid);
        if (block < kernel::sat_add(registered_at, storage.NetworkImmunityPeriod.get(s))) continue;
        const U64F64 price = get_moving_alpha_price(s, netuid);
        if (!worst || price < worst->price ||
            (price == worst->price && registered_at < worst->registered_at))
            worst = {netuid, price, registered_at};
    }
    if (!worst) return std::nullopt;
    return worst->netuid;
}

Result<> do_dissolve_network(Context& cx, NetUid netuid) {
    if (since_475(cx.state)) return queue_dissolution(cx, netuid);
    ENSURE(if_subnet_exist(cx.state, netuid) && !netuid.is_root(), Error::SubnetNotExists);
    finalize_all_subnet_root_dividends(cx.state, netuid);
    TRY(destroy_alpha_in_out_stakes(cx, netuid));
    auto meter = WeightMeter::unlimited();  // all of it in this call
    swap::clear_protocol_liquidity(cx.state, netuid, meter);
    commitments::purge_netuid(cx.state, netuid, meter);
    DissolveCleanupStatus status{.netuid = netuid};
    remove_network({cx, meter, status});
    cx.emit(NetworkRemoved{netuid});
    return {};
}

Result<> dissolve_network::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    return do_dissolve_network(cx, netuid);
}

Result<> root_dissolve_network::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    return do_dissolve_network(cx, netuid);
}

}  // namespace subtensor
