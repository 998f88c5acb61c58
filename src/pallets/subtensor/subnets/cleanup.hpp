// The phases in which a dissolved subnet is erased, each as far as the block's weight reaches.
// Source: subtensor subnets/dissolution.rs, staking/remove_stake.rs, utils/cleanup.rs.
#pragma once
#include "frame/weight_meter.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

/// What a phase works with. A phase returns whether it is done; if not, it leaves in
/// `status.last_key` where to go on.
struct Cleanup {
    Context& cx;
    WeightMeter& meter;
    DissolveCleanupStatus& status;

    State& state() const { return cx.state; }
    NetUid netuid() const { return status.netuid; }
};

/// Walks the item; what `matches` (by the parts of its key) is erased after the walk, as the
/// original does. `cursor(parts, key)` names the entry behind which the next block goes on.
template <class Item, class Matches, class Erase, class Cursor>
bool sweep(Cleanup& c, const Item& item, Weight each, Matches&& matches, Erase&& erase,
           Cursor&& cursor) {
    using Parts = std::decay_t<decltype(item.keys_under(c.state()).front())>;
    std::vector<Parts> doomed;
    std::optional<Bytes> last;
    bool all = true;
    each_key_after(c.state(), item, c.status.last_key, [&](const Bytes& key, const auto& parts) {
        all = c.meter.try_consume(db_weight(1, 0));
        if (!all) return false;
        if constexpr (std::tuple_size_v<std::decay_t<decltype(parts)>> == 1) {
            const Parts& only = std::get<0>(parts);
            if (matches(only)) {
                all = c.meter.try_consume(each);
                if (all) doomed.push_back(only);
            }
            if (all) last = cursor(only, key);
        } else {
            if (matches(parts)) {
                all = c.meter.try_consume(each);
                if (all) doomed.push_back(parts);
            }
            if (all) last = cursor(parts, key);
        }
        return all;
    });
    for (const Parts& parts : doomed) erase(parts);
    if (!all) c.status.last_key = last;
    return all;
}
template <class Item, class Matches, class Erase>
bool sweep(Cleanup& c, const Item& item, Weight each, Matches&& matches, Erase&& erase) {
    return sweep(c, item, each, matches, erase, [](const auto&, const Bytes& key) { return key; });
}
/// Of an item whose second key is the netuid.
template <class Item>
bool sweep_by_second_key(Cleanup& c, const Item& item) {
    return sweep(
        c, item, db_weight(0, 1),
        [&](const auto& parts) { return std::get<1>(parts) == c.netuid(); },
        [&](const auto& parts) { item.erase(c.state(), std::get<0>(parts), c.netuid()); });
}

// Root dividends: staking/claim_root.cpp.
bool clean_up_root_claimable(Cleanup&);
bool clean_up_root_claimed(Cleanup&);

// Stake: staking/settle_stakes.cpp. First all alpha is counted, then the pool's TAO is paid out by
// it, then alpha, totals and locks go, at last what is left of the pool.
bool count_alpha(Cleanup&);
bool settle_stakes(Cleanup&);
bool clean_alpha(Cleanup&);
bool clear_hotkey_totals(Cleanup&);
bool clear_locks(Cleanup&);
bool clear_decaying_locks(Cleanup&);
bool finish_stakes(Cleanup&);

// Everything else: subnets/purge_network.cpp.
bool clear_pool(Cleanup&);
bool purge_commitments(Cleanup&);
bool remove_members(Cleanup&);
bool remove_parameters(Cleanup&);
bool remove_map_parameters(Cleanup&);
bool remove_childkey_takes(Cleanup&);
bool remove_childkeys(Cleanup&);
bool remove_parentkeys(Cleanup&);
bool remove_last_emissions(Cleanup&);
bool remove_last_epoch_alpha(Cleanup&);
bool remove_rate_limits(Cleanup&);
bool clear_alpha_counters(Cleanup&);

// Parts of remove_map_parameters that runtimes before 475 had too.
bool clear_mechanisms(Cleanup&);
bool clear_lease(Cleanup&);
/// The single values that a subnet has under its netuid, as runtimes before 475 erased them too.
void erase_values(State& s, NetUid netuid);

}  // namespace subtensor
