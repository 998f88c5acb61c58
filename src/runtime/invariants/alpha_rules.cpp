// Alpha: hotkeys hold no more than was issued, coldkeys no more than their hotkey has.
#include <map>

#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/dissolution.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "runtime/invariants/findings.hpp"

namespace invariants {

using subtensor::storage;

/// No hotkey's alpha is more than its subnet has issued; waiting emission included.
static void check_issued(Findings& out, const State& s) {
    std::map<NetUid, u64> held;
    for (auto& [key, alpha] : storage.TotalHotkeyAlpha.under(s))
        held[std::get<1>(key)] += alpha.rao;
    for (NetUid netuid : subtensor::get_all_subnet_netuids(s)) {
        const u64 issued = storage.SubnetAlphaOut.get(s, netuid).rao;
        if (netuid.is_root()) {
            out.equal(issued, held[netuid], "SubnetAlphaOut of root, alpha of its hotkeys");
            continue;
        }
        u64 sum = held[netuid];
        for (auto pot : {&storage.PendingServerEmission, &storage.PendingValidatorEmission,
                         &storage.PendingRootAlphaDivs, &storage.PendingOwnerCut})
            sum += pot->get(s, netuid).rao;
        out.that(sum <= issued, [&] {
            return fmt::format("subnet {}: {} alpha-rao held or waiting, {} issued", netuid.id, sum,
                               issued);
        });
        held.erase(netuid);
    }
    held.erase(root_netuid);
    for (auto& [netuid, rao] : held)
        out.that(rao == 0 || subtensor::in_cleanup(s, netuid), [id = netuid.id, rao = rao] {
            return fmt::format("subnet {} is gone and hotkeys hold {} alpha-rao of it", id, rao);
        });
}

/// What the coldkeys of a hotkey hold adds up to its alpha at most: each part is rounded down.
static void check_shares(Findings& out, const State& s) {
    std::map<std::pair<AccountId, NetUid>, u64> held;
    for (auto& [key, shares] : storage.AlphaV2.under(s)) {
        auto& [hotkey, coldkey, netuid] = key;
        held[{hotkey, netuid}] +=
            subtensor::get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid).rao;
    }
    for (auto& [key, sum] : held) {
        const u64 whole = storage.TotalHotkeyAlpha.get(s, key.first, key.second).rao;
        out.that(sum <= whole, [&, id = key.second.id, sum = sum] {
            return fmt::format("subnet {}: coldkeys hold {} alpha-rao of {}", id, sum, whole);
        });
    }
}

void check_alpha(Findings& out, const State& s) {
    check_issued(out, s);
    check_shares(out, s);
}

}  // namespace invariants
