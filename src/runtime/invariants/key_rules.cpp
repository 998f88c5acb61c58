// Places and keys: numbered without gaps, owned, and known on both sides.
#include <algorithm>

#include "base/hex.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/dissolution.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "runtime/invariants/findings.hpp"

namespace invariants {

using subtensor::storage;

namespace {

template <class Item>
void check_length(Findings& out, const State& s, const Item& item, NetUid netuid, std::size_t n) {
    const auto length = item.get(s, netuid).size();
    out.that(length == n || !item.has(s, netuid), [&] {
        return fmt::format("subnet {}: {} has {} entries for {} neurons", netuid.id, item.name(),
                           length, n);
    });
}

void check_subnet(Findings& out, const State& s, NetUid netuid) {
    const u16 n = storage.SubnetworkN.get(s, netuid);
    const auto keys = storage.Keys.under(s, netuid);
    const auto uids = storage.Uids.under(s, netuid);
    out.equal(keys.size(), n, fmt::format("subnet {}: Keys, SubnetworkN", netuid.id));
    out.equal(uids.size(), n, fmt::format("subnet {}: Uids, SubnetworkN", netuid.id));
    out.that(n <= storage.MaxAllowedUids.get(s, netuid),
             [&] { return fmt::format("subnet {}: more neurons than places", netuid.id); });
    for (auto& [uid, hotkey] : keys) {
        auto about = [&, id = uid](std::string_view what) {
            return [=] { return fmt::format("subnet {}: uid {} {}", netuid.id, id, what); };
        };
        out.that(uid < n && storage.Uids.find(s, netuid, hotkey) == uid,
                 about("is not its hotkey's"));
        out.that(storage.IsNetworkMember.get(s, hotkey, netuid), about("is no member"));
        out.that(storage.Owner.has(s, hotkey), about("has a hotkey that nobody owns"));
    }
    check_length(out, s, storage.Active, netuid, n);
    check_length(out, s, storage.Emission, netuid, n);
    check_length(out, s, storage.Consensus, netuid, n);
    check_length(out, s, storage.Dividends, netuid, n);
    check_length(out, s, storage.ValidatorPermit, netuid, n);
}

std::string name(const AccountId& who) { return to_hex(who.bytes); }

/// A coldkey's list names exactly the hotkeys that say it owns them.
void check_owners(Findings& out, const State& s) {
    for (auto& [coldkey, hotkeys] : storage.OwnedHotkeys.under(s))
        for (auto& hotkey : hotkeys)
            out.that(storage.Owner.find(s, hotkey) == coldkey, [&, cold = coldkey] {
                return fmt::format("coldkey {} lists hotkey {}, which is not its own", name(cold),
                                   name(hotkey));
            });
    for (auto& [hotkey, coldkey] : storage.Owner.under(s)) {
        const auto list = storage.OwnedHotkeys.get(s, coldkey);
        out.that(std::find(list.begin(), list.end(), hotkey) != list.end(),
                 [&, hot = hotkey, cold = coldkey] {
                     return fmt::format("hotkey {} is missing in the list of its coldkey {}",
                                        name(hot), name(cold));
                 });
    }
}

/// Every child knows its parent with the same proportion, and the other way round.
template <class Item>
void check_family(Findings& out, const State& s, const Item& from, const Item& to) {
    for (auto& [key, relatives] : from.under(s)) {
        const auto& [hotkey, netuid] = key;
        if (subtensor::in_cleanup(s, netuid)) continue;  // one side goes after the other
        for (auto& [proportion, relative] : relatives) {
            const auto back = to.get(s, relative, netuid);
            const bool known =
                std::any_of(back.begin(), back.end(), [&, p = proportion, hot = hotkey](auto& r) {
                    return r.first == p && r.second == hot;
                });
            out.that(known, [&, hot = hotkey, id = netuid.id, other = relative] {
                return fmt::format("subnet {}: {} of hotkey {} names {}, which does not know it",
                                   id, from.name(), name(hot), name(other));
            });
        }
    }
}

}  // namespace

void check_places(Findings& out, const State& s) {
    for (NetUid netuid : subtensor::get_all_subnet_netuids(s)) check_subnet(out, s, netuid);
}

void check_keys(Findings& out, const State& s) {
    check_owners(out, s);
    check_family(out, s, storage.ChildKeys, storage.ParentKeys);
    check_family(out, s, storage.ParentKeys, storage.ChildKeys);
}

}  // namespace invariants
