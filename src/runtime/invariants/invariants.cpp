#include "runtime/invariants/invariants.hpp"

#include "pallets/balances/balances.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/storage.hpp"
#include "runtime/invariants/findings.hpp"

using subtensor::storage;

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

static void each_line(std::string_view text, FunctionRef<void(std::string_view)> visit) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        visit(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
}

Invariants::Invariants(const State& start) : at_start_(gaps(start)) {
    each_line(found(start), [&](std::string_view line) { known_.emplace(line); });
}

namespace {

template <class E>
std::optional<E> as(const Event& e) {
    if (e.pallet != E::pallet || e.index != E::index) return {};
    return scale::decoded<E>(e.payload);
}

i64 lost_dust(std::span<const Event> events) {
    i64 out = 0;
    for (auto& e : events)
        if (auto dust = as<balances::DustLost>(e)) out += i64(dust->amount.rao);
    return out;
}

/// What these events took out of the issuance (or brought into it: negative) that the reference's
/// SubtensorModule.TotalIssuance does not follow: burning, balances set by root.
i64 missed(std::span<const Event> events) {
    i64 out = 0, last = 0;
    for (auto& e : events) {
        if (auto burned = as<balances::Burned>(e)) out += i64(burned->amount.rao);
        if (as<balances::BalanceSet>(e)) out += last;
        auto issued = as<balances::Issued>(e);
        auto rescinded = as<balances::Rescinded>(e);
        last = issued ? -i64(issued->amount.rao) : rescinded ? i64(rescinded->amount.rao) : 0;
    }
    return out;
}

}  // namespace

std::string Invariants::broken(const State& s, std::span<const Event> events) {
    // Of dust SubtensorModule follows what its own transfers lose (transfer_tao), and no other.
    const i64 least = missed_rao_ + missed(events), most = least + lost_dust(events);
    missed_rao_ = std::clamp(gaps(s).issuance - at_start_.issuance, least, most);
    std::string out;
    each_line(found(s), [&](std::string_view line) {
        if (known_.find(line) == known_.end()) (out += line) += '\n';
    });
    return out;
}

std::string Invariants::found(const State& s) const {
    invariants::Findings out;
    const Gaps now = gaps(s);
    out.equal(now.issuance, at_start_.issuance + missed_rao_,
              "issuance that no account holds, now and as it should be");
    for (auto& [netuid, gap] : now.accounts) {
        // It may hold more than its pool: the swap fees of registrations stay there.
        const auto at = at_start_.accounts.find(netuid);
        const i64 allowed = at == at_start_.accounts.end() ? 0 : std::max<i64>(at->second, 0);
        out.that(gap <= allowed, [id = netuid.id, gap = gap, allowed] {
            return fmt::format("subnet {}: its account lacks {} rao of its pool, {} at the start",
                               id, gap, allowed);
        });
    }
    invariants::check_tao(out, s);
    invariants::check_alpha(out, s);
    invariants::check_places(out, s);
    invariants::check_keys(out, s);
    return out.text;
}
