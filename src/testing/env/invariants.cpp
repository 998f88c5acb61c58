#include "testing/env/invariants.hpp"

#include <fmt/format.h>

#include "pallets/balances/balances.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/storage.hpp"

namespace {

using subtensor::storage;

struct Findings {
    std::string text;

    template <class A, class B>
    void equal(const A& a, const B& b, std::string_view what) {
        if (!(a == b)) text += fmt::format("{}: {} and {}\n", what, a, b);
    }
    void that(bool holds, const std::string& what) {
        if (!holds) text += what + "\n";
    }
};

/// Every rao lies in an account.
void check_balances(Findings& out, const State& s) {
    u64 sum = 0;
    for (auto& [who, account] : frame_system::storage.Account.under(s))
        sum += account.data.free.rao + account.data.reserved.rao;
    out.equal(balances::total_issuance(s).rao, sum, "Balances issuance, sum of all accounts");
}

/// No hotkey's alpha is more than its subnet has issued; waiting emission included.
void check_alpha(Findings& out, const State& s) {
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
        out.that(sum <= issued, fmt::format("subnet {}: {} alpha-rao held or waiting, {} issued",
                                            netuid.id, sum, issued));
    }
}

/// What the coldkeys of a hotkey hold adds up to its alpha at most: each part is rounded down.
void check_shares(Findings& out, const State& s) {
    std::map<std::pair<AccountId, NetUid>, u64> held;
    for (auto& [key, shares] : storage.AlphaV2.under(s)) {
        auto& [hotkey, coldkey, netuid] = key;
        held[{hotkey, netuid}] +=
            subtensor::get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid).rao;
    }
    for (auto& [key, sum] : held) {
        const u64 whole = storage.TotalHotkeyAlpha.get(s, key.first, key.second).rao;
        out.that(sum <= whole, fmt::format("subnet {}: coldkeys hold {} alpha-rao of {}",
                                           key.second.id, sum, whole));
    }
}

template <class Item>
void check_length(Findings& out, const State& s, const Item& item, NetUid netuid, std::size_t n) {
    const auto length = item.get(s, netuid).size();
    out.that(length == n || !item.has(s, netuid),
             fmt::format("subnet {}: {} has {} entries for {} neurons", netuid.id, item.name(),
                         length, n));
}

/// Places are numbered without gaps, each hotkey has one, and each column has an entry for each.
void check_places(Findings& out, const State& s) {
    for (NetUid netuid : subtensor::get_all_subnet_netuids(s)) {
        const u16 n = storage.SubnetworkN.get(s, netuid);
        const auto keys = storage.Keys.under(s, netuid);
        const auto uids = storage.Uids.under(s, netuid);
        out.equal(keys.size(), n, fmt::format("subnet {}: Keys, SubnetworkN", netuid.id));
        out.equal(uids.size(), n, fmt::format("subnet {}: Uids, SubnetworkN", netuid.id));
        out.that(n <= storage.MaxAllowedUids.get(s, netuid),
                 fmt::format("subnet {}: more neurons than places", netuid.id));
        for (auto& [uid, hotkey] : keys) {
            out.that(uid < n && storage.Uids.find(s, netuid, hotkey) == uid,
                     fmt::format("subnet {}: uid {} is not its hotkey's", netuid.id, uid));
            out.that(storage.IsNetworkMember.get(s, hotkey, netuid),
                     fmt::format("subnet {}: uid {} is no member", netuid.id, uid));
        }
        check_length(out, s, storage.Active, netuid, n);
        check_length(out, s, storage.Emission, netuid, n);
        check_length(out, s, storage.Consensus, netuid, n);
        check_length(out, s, storage.Dividends, netuid, n);
        check_length(out, s, storage.ValidatorPermit, netuid, n);
    }
}

}  // namespace

Invariants::Gaps Invariants::gaps(const State& s) {
    Gaps out;
    out.issuance = i64(storage.TotalIssuance.get(s).rao - balances::total_issuance(s).rao);
    for (NetUid netuid : subtensor::get_all_subnet_netuids(s)) {
        const auto account = *subtensor::get_subnet_account_id(s, netuid);
        const u64 free = frame_system::storage.Account.get(s, account).data.free.rao;
        out.accounts[netuid] = i64(storage.SubnetTAO.get(s, netuid).rao - free);
    }
    return out;
}

Invariants::Invariants(const State& start) : at_start_(gaps(start)) {}

std::string Invariants::broken(const State& s) const {
    Findings out;
    const Gaps now = gaps(s);
    out.equal(now.issuance, at_start_.issuance, "issuance that no account holds, now and before");
    for (auto& [netuid, gap] : now.accounts) {
        // It may hold more than its pool: the swap fees of registrations stay there.
        const auto at = at_start_.accounts.find(netuid);
        const i64 before = at == at_start_.accounts.end() ? 0 : at->second;
        out.that(gap <= before, fmt::format("subnet {}: its account lacks {} rao of its pool, {} "
                                            "at the start",
                                            netuid.id, gap, before));
    }
    check_balances(out, s);
    check_alpha(out, s);
    check_shares(out, s);
    check_places(out, s);
    return out.text;
}
