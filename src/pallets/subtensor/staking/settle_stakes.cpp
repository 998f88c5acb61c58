// What happens to stake when its subnet is dissolved (since 475): counted, paid out and erased, by
// hotkeys, over several blocks.
// Source: subtensor staking/remove_stake.rs, destroy_alpha_in_out_stakes and its helpers.
#include <algorithm>

#include "pallets/subtensor/coinbase/tao.hpp"
#include "pallets/subtensor/staking/destroy_stakes.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/subnets/cleanup.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

/// Calls visit(hotkey) for each hotkey with stake on the subnet. A hotkey that was begun is
/// finished, whatever weight that takes: visit returns whether there is weight for another one.
template <class F>
bool each_hotkey(Cleanup& c, F&& visit) {
    bool all = true;
    std::optional<Bytes> last = c.status.last_key;
    each_key_after(c.state(), storage.TotalHotkeyAlpha, c.status.last_key,
                   [&](const Bytes& key, const auto& parts) {
                       all = c.meter.try_consume(db_weight(1, 0));
                       if (!all) return false;
                       if (std::get<1>(parts) != c.netuid()) return true;
                       all = visit(std::get<0>(parts));
                       last = key;
                       return all;
                   });
    if (!all) c.status.last_key = last;
    return all;
}

struct Holding {
    AccountId coldkey{};
    u64 alpha_rao = 0;
};

/// Calls visit(coldkey, alpha) for what coldkeys hold on the hotkey; `reads` are counted for each
/// row of the hotkey, on whichever subnet. False where the weight was not enough for them.
template <class F>
bool each_holding(Cleanup& c, const AccountId& hotkey, u64 reads, F&& visit) {
    const State& s = c.state();
    bool enough = true;
    for (const auto& [coldkey, on, share] : alpha_iter_single_prefix(s, hotkey)) {
        enough &= c.meter.try_consume(db_weight(reads, 0));
        if (on != c.netuid() || alpha_share_is_retired(s, hotkey, coldkey, on)) continue;
        u64 alpha = get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, on).rao;
        if (alpha == 0) alpha = share.to_u64();  // a pool that has no value yet
        if (alpha != 0) enough &= visit(coldkey, alpha);
    }
    return enough;
}

struct Portion {
    AccountId coldkey{};
    u64 share_rao = 0;
    u128 remainder = 0;
};
/// The pot by alpha, what rounding leaves to the largest remainders. `total` counts also the alpha
/// of hotkeys that other blocks see to.
std::vector<Portion> divide(u64 pot_rao, u128 total, const std::vector<Holding>& held) {
    std::vector<Portion> out;
    u128 remainders = 0;
    for (const Holding& one : held) {
        const u128 product = u128{pot_rao} * one.alpha_rao;
        const u128 share = std::min<u128>(product / total, ~u64{0});
        out.push_back({one.coldkey, u64(share), product % total});
        remainders += product % total;
    }
    const std::size_t left = std::size_t(std::min<u128>(remainders / total, out.size()));
    if (left == 0) return out;
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.remainder > b.remainder; });
    for (std::size_t i = 0; i < left; ++i) ++out[i].share_rao;
    return out;
}

/// Pays the coldkeys; how much, payments that failed included.
u128 pay_out(Cleanup& c, const std::vector<Holding>& held) {
    const u64 pot = storage.SubnetTAO.get(c.state(), c.netuid()).rao;
    const u128 total = *c.status.subnet_total_alpha_value;
    if (pot == 0 || total == 0) return 0;
    std::map<AccountId, TaoBalance> payments;
    for (const Portion& portion : divide(pot, total, held))
        if (portion.share_rao != 0) {
            TaoBalance& sum = payments[portion.coldkey];
            sum = saturating_add(sum, TaoBalance{portion.share_rao});
        }
    u128 out = 0;
    for (const auto& [coldkey, amount] : payments) {
        out += amount.rao;
        // A payment that fails does not stop the others.
        (void)transfer_tao_from_subnet(c.cx, c.netuid(), coldkey, amount);
    }
    return out;
}

/// The part of the pot that the protocol's own alpha stands for.
TaoBalance protocol_share(const State& s, NetUid netuid, u128 total_alpha) {
    const u128 own = storage.SubnetProtocolAlpha.get(s, netuid).rao;
    if (own == 0 || total_alpha == 0) return {};
    const u128 share = storage.SubnetTAO.get(s, netuid).rao * own / total_alpha;
    return {u64(std::min<u128>(share, ~u64{0}))};
}

}  // namespace

bool count_alpha(Cleanup& c) {
    State& s = c.state();
    if (!c.status.subnet_total_alpha_value)
        c.status.subnet_total_alpha_value = protocol_alpha_rao(s, c.netuid());
    u128& total = *c.status.subnet_total_alpha_value;
    const bool done = each_hotkey(c, [&](const AccountId& hotkey) {
        return each_holding(c, hotkey, 3, [&](const AccountId&, u64 alpha_rao) {
            total += alpha_rao;
            return true;
        });
    });
    if (!done) return false;
    c.status.subnet_distributed_tao = 0;
    c.meter.consume(db_weight(0, 2));
    return true;
}

bool settle_stakes(Cleanup& c) {
    if (!c.status.subnet_total_alpha_value || !c.status.subnet_distributed_tao) return false;
    std::vector<Holding> held;
    std::set<AccountId> coldkeys;
    const bool done = each_hotkey(c, [&](const AccountId& hotkey) {
        return each_holding(c, hotkey, 4, [&](const AccountId& coldkey, u64 alpha_rao) {
            held.push_back({coldkey, alpha_rao});
            const bool first = coldkeys.insert(coldkey).second;
            return c.meter.try_consume(first ? db_weight(11, 4) : db_weight(0, 1));
        });
    });
    if (!held.empty()) *c.status.subnet_distributed_tao += pay_out(c, held);
    return done;
}

bool clean_alpha(Cleanup& c) {
    State& s = c.state();
    const NetUid netuid = c.netuid();
    return each_hotkey(c, [&](const AccountId& hotkey) {
        bool enough = true;
        std::vector<AccountId> coldkeys;
        for (const auto& [coldkey, on, share] : alpha_iter_single_prefix(s, hotkey)) {
            enough &= c.meter.try_consume(db_weight(1, 0));
            if (on == netuid) coldkeys.push_back(coldkey);
        }
        enough &= c.meter.try_consume(db_weight(0, 3 * coldkeys.size()));
        for (const AccountId& coldkey : coldkeys) {
            storage.Alpha.erase(s, hotkey, coldkey, netuid);
            storage.AlphaV2.erase(s, hotkey, coldkey, netuid);
            storage.AlphaShareEpoch.erase(s, hotkey, coldkey, netuid);
        }
        return enough;
    });
}

bool clear_hotkey_totals(Cleanup& c) {
    State& s = c.state();
    const NetUid netuid = c.netuid();
    return sweep(
        c, storage.TotalHotkeyAlpha, db_weight(1, 5),
        [&](const auto& parts) { return std::get<1>(parts) == netuid; },
        [&](const auto& parts) {
            const AccountId& hotkey = std::get<0>(parts);
            const AlphaBalance alpha = storage.TotalHotkeyAlpha.take(s, hotkey, netuid);
            if (alpha.rao != 0)
                storage.TotalAlphaStaked.change(
                    s, netuid, [&](AlphaBalance& total) { total = saturating_sub(total, alpha); });
            storage.TotalHotkeyShares.erase(s, hotkey, netuid);
            storage.TotalHotkeySharesV2.erase(s, hotkey, netuid);
            storage.AlphaSharePoolEpoch.erase(s, hotkey, netuid);
        });
}

bool clear_locks(Cleanup& c) {
    State& s = c.state();
    const NetUid netuid = c.netuid();
    return sweep(
        c, storage.Lock, db_weight(0, 1),
        [&](const auto& parts) { return std::get<1>(parts) == netuid; },
        [&](const auto& parts) {
            storage.Lock.erase(s, std::get<0>(parts), netuid, std::get<2>(parts));
        },
        // The original names the dissolved subnet here, whichever the last lock was on.
        [&](const auto& parts, const Bytes&) {
            return storage.Lock.key(std::get<0>(parts), netuid, std::get<2>(parts));
        });
}

bool clear_decaying_locks(Cleanup& c) { return sweep_by_second_key(c, storage.DecayingLock); }

bool finish_stakes(Cleanup& c) {
    State& s = c.state();
    const NetUid netuid = c.netuid();
    if (!c.status.subnet_total_alpha_value || !c.status.subnet_distributed_tao) return false;
    if (!c.meter.try_consume(db_weight(20, 12))) return false;
    const AccountId owner = storage.SubnetOwner.get(s, netuid);
    const u128 pot = storage.SubnetTAO.get(s, netuid).rao;
    TaoBalance refund = refund_of_owner(s, netuid);
    const TaoBalance kept = protocol_share(s, netuid, *c.status.subnet_total_alpha_value);
    storage.SubnetAlphaIn.erase(s, netuid);
    storage.SubnetAlphaOut.erase(s, netuid);
    storage.SubnetProtocolAlpha.erase(s, netuid);
    storage.SubnetLocked.set(s, netuid, {});
    const AccountId account = *get_subnet_account_id(s, netuid);
    if (refund.rao != 0) {
        const u128 spent = *c.status.subnet_distributed_tao + refund.rao;
        if (spent < pot) refund = saturating_add(refund, TaoBalance{u64(pot - spent)});
        const auto free = saturating_sub(get_coldkey_balance(s, account), kept);
        (void)transfer_tao(c.cx, account, owner, std::min(refund, free));  // as much as there is
    }
    const TaoBalance rest = get_keep_alive_balance(s, account);
    if (recycle_tao(c.cx, account, rest)) storage.RAORecycledForRegistration.set(s, netuid, rest);
    c.status.subnet_total_alpha_value.reset();
    c.status.subnet_distributed_tao.reset();
    storage.SubnetTAO.erase(s, netuid);
    return true;
}

}  // namespace subtensor
