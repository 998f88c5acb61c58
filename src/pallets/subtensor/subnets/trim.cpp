// Shrinking a subnet: the neurons that earn least go and the rest move together.
// Source: subtensor subnets/uids.rs, trim_to_max_allowed_uids.
#include "pallets/subtensor/subnets/trim.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "kernel/saturating.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/registration.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/utils/evm.hpp"

namespace subtensor {

std::vector<NetUidStorageIndex> mechanism_indices(const State& s, NetUid netuid) {
    std::vector<NetUidStorageIndex> out;
    for (u8 m = 0; m < storage.MechanismCountCurrent.get(s, netuid).id; ++m)
        out.push_back(get_mechanism_storage_index(netuid, MechId{m}));
    return out;
}

namespace {

bool is_immune(const Context& cx, NetUid netuid, u16 uid) {
    auto since = storage.BlockAtRegistration.get(cx.state, netuid, uid);
    return kernel::sat_sub(cx.block, since) < storage.ImmunityPeriod.get(cx.state, netuid);
}

void remove_neuron(State& s, NetUid netuid, u16 uid) {
    if (auto hotkey = storage.Keys.find(s, netuid, uid)) {
        storage.Uids.erase(s, netuid, *hotkey);
        storage.IsNetworkMember.erase(s, *hotkey, netuid);
        storage.LastHotkeyEmissionOnNetuid.erase(s, *hotkey, netuid);
        storage.AlphaDividendsPerSubnet.erase(s, netuid, *hotkey);
        storage.Axons.erase(s, netuid, *hotkey);
        storage.NeuronCertificates.erase(s, netuid, *hotkey);
        storage.Prometheus.erase(s, netuid, *hotkey);
    }
    storage.Keys.erase(s, netuid, uid);
    storage.BlockAtRegistration.erase(s, netuid, uid);
    remove_associated_evm_address(s, netuid, uid);
    for (auto index : mechanism_indices(s, netuid)) {
        storage.Weights.erase(s, index, uid);
        storage.Bonds.erase(s, index, uid);
    }
}

/// Removes the lowest earners that may go, until `max_n` are left; the uids that stay, in order.
std::vector<u16> remove_lowest(Context& cx, NetUid netuid, u16 n, u16 max_n,
                               const std::set<u16>& owner_uids) {
    auto emission = storage.Emission.get(cx.state, netuid);
    std::vector<u16> by_emission(emission.size());
    for (u16 uid = 0; uid < by_emission.size(); ++uid) by_emission[uid] = uid;
    std::stable_sort(by_emission.begin(), by_emission.end(),
                     [&](u16 a, u16 b) { return emission[a] > emission[b]; });
    u16 left = n;
    for (std::size_t i = n; i-- > 0 && left != max_n;) {
        if (i >= by_emission.size()) continue;
        u16 uid = by_emission[i];
        if (owner_uids.contains(uid) || is_immune(cx, netuid, uid)) continue;
        remove_neuron(cx.state, netuid, uid);
        by_emission.erase(by_emission.begin() + std::ptrdiff_t(i));
        --left;
    }
    std::sort(by_emission.begin(), by_emission.end());
    return by_emission;
}

/// Keeps the entries of the uids that stay.
template <class Item, class K>
void compact(State& s, const Item& item, K key, const std::vector<u16>& stay) {
    auto old = item.get(s, key);
    decltype(old) kept;
    for (u16 uid : stay)
        kept.push_back(uid < old.size() ? old[uid] : typename decltype(old)::value_type{});
    item.set(s, key, kept);
}

/// FRAME's `swap` of two entries of a map.
template <class Item, class K>
void swap_entries(State& s, const Item& item, K key, u16 a, u16 b) {
    auto at_a = item.find(s, key, a), at_b = item.find(s, key, b);
    auto put = [&](u16 uid, auto& v) {
        if (v)
            item.set(s, key, uid, *v);
        else
            item.erase(s, key, uid);
    };
    put(a, at_b);
    put(b, at_a);
}

/// Rows of a uid that moved point at the new uids of others; cells of those that left go.
template <class Item>
void renumber_row(State& s, const Item& item, NetUidStorageIndex index, u16 uid,
                  const std::map<u16, u16>& moved) {
    item.change(s, index, uid, [&](auto& row) {
        std::erase_if(row, [&](auto& cell) { return !moved.contains(cell.first); });
        for (auto& cell : row) cell.first = moved.at(cell.first);
    });
}

void close_gaps(State& s, NetUid netuid, const std::vector<u16>& stay) {
    std::map<u16, u16> moved;
    for (u16 i = 0; i < stay.size(); ++i) moved[stay[i]] = i;
    for (auto& [from, to] : moved) {
        swap_entries(s, storage.Keys, netuid, from, to);
        swap_entries(s, storage.AssociatedEvmAddress, netuid, from, to);
        swap_entries(s, storage.BlockAtRegistration, netuid, from, to);
        for (auto index : mechanism_indices(s, netuid)) {
            swap_entries(s, storage.Weights, index, from, to);
            renumber_row(s, storage.Weights, index, to, moved);
            swap_entries(s, storage.Bonds, index, from, to);
            renumber_row(s, storage.Bonds, index, to, moved);
        }
    }
    remap_associated_evm_address_index(s, netuid, moved);
    storage.Uids.erase_under(s, ~0u, netuid);
    for (u16 uid = 0; uid < stay.size(); ++uid)
        storage.Uids.set(s, netuid, storage.Keys.get(s, netuid, uid), uid);
}

/// part / whole in percent, rounded down, at most 100 (sp_arithmetic Percent::from_rational).
u32 percent(u32 part, u32 whole) {
    return whole == 0 ? 100 : std::min<u32>(100, part * 100 / whole);
}

std::set<u16> owner_uids(const State& s, NetUid netuid) {
    auto owned = get_immune_owner_uids(s, netuid, storage.SubnetOwner.get(s, netuid));
    return {owned.begin(), owned.end()};
}

}  // namespace

Result<> ensure_trimmable(const Context& cx, NetUid netuid, u16 n, u16 max_n) {
    auto owned = owner_uids(cx.state, netuid);
    u32 immune = 0;
    for (u16 uid = 0; uid < n; ++uid) immune += owned.contains(uid) || is_immune(cx, netuid, uid);
    ENSURE(percent(immune, max_n) < constants.MaxImmuneUidsPercentage.parts,
           Error::TrimmingWouldExceedMaxImmunePercentage);
    return {};
}

Result<> trim_uids(Context& cx, NetUid netuid, u16 max_n) {
    auto& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(max_n >= storage.MinAllowedUids.get(s, netuid), Error::InvalidValue);
    ENSURE(max_n <= storage.MaxAllowedUids.get(s, netuid), Error::InvalidValue);
    storage.MaxAllowedUids.set(s, netuid, max_n);
    const u16 n = storage.SubnetworkN.get(s, netuid);
    if (n <= max_n) return {};
    TRY(ensure_trimmable(cx, netuid, n, max_n));

    auto stay = remove_lowest(cx, netuid, n, max_n, owner_uids(s, netuid));
    const bool is_null = is_null_consensus(s, netuid);
    if (is_null) {
        ASSIGN(stay, fill_gaps(stay, max_n));
        TRY(move_from_tail(s, netuid, n, stay));
    }
    compact(s, storage.Emission, netuid, stay);
    compact(s, storage.Active, netuid, stay);
    compact(s, storage.Consensus, netuid, stay);
    compact(s, storage.Dividends, netuid, stay);
    compact(s, storage.ValidatorTrust, netuid, stay);
    compact(s, storage.ValidatorPermit, netuid, stay);
    compact(s, storage.StakeWeight, netuid, stay);
    for (auto index : mechanism_indices(s, netuid)) {
        compact(s, storage.Incentive, index, stay);
        if (storage.ConsensusByMechanism.has(s, index))
            compact(s, storage.ConsensusByMechanism, index, stay);
        compact(s, storage.LastUpdate, index, stay);
    }
    if (!is_null) close_gaps(s, netuid, stay);
    storage.SubnetworkN.set(s, netuid, max_n);
    if (is_null) elect_null_validator(s, netuid);
    return {};
}

}  // namespace subtensor
