// Conviction behind hotkeys, and what it decides: who owns a subnet.
// Source: subtensor staking/lock.rs.
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/lock_store.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/registration.hpp"
#include "pallets/subtensor/subnets/uids.hpp"

namespace subtensor {
namespace {

/// A subnet younger than this many blocks (a year) keeps its owner.
constexpr u64 one_year_blocks = 7200 * 365 + 1800;

constexpr LockKind perpetual{false, true}, fading{false, false}, owner_perpetual{true, true},
    owner_fading{true, false};

/// Sums of conviction by hotkey, rolled forward to `now`.
class Scores {
public:
    Scores(const State& s, NetUid netuid, u64 now) : rates_(lock_rates(s)), now_(now) {
        for (const auto& [hotkey, lock] : storage.HotkeyLock.under(s, netuid))
            add(hotkey, lock, perpetual);
        for (const auto& [hotkey, lock] : storage.DecayingHotkeyLock.under(s, netuid))
            add(hotkey, lock, fading);
        const AccountId owner = storage.SubnetOwnerHotkey.get(s, netuid);
        if (const auto lock = storage.OwnerLock.get(s, netuid)) add(owner, *lock, owner_perpetual);
        if (const auto lock = storage.DecayingOwnerLock.get(s, netuid))
            add(owner, *lock, owner_fading);
    }
    U64F64 total{};
    std::map<AccountId, U64F64> by_hotkey{};

private:
    void add(const AccountId& hotkey, const LockState& lock, LockKind kind) {
        const U64F64 conviction = roll_forward(lock, now_, rates_, kind).lock.conviction;
        U64F64& score = by_hotkey[hotkey];
        score = score.saturating_add(conviction);
        total = total.saturating_add(conviction);
    }
    LockRates rates_;
    u64 now_;
};

/// Moves the sum of one kind of locks to another kind, as a hotkey gains or loses its role.
void move_sum(Context& cx, NetUid netuid, const AccountId& hotkey, LockKind from, LockKind to) {
    State& s = cx.state;
    const auto sum = find_aggregate(s, netuid, hotkey, from);
    if (!sum) return;
    const LockRates rates = lock_rates(s);
    const u64 now = cx.block;
    set_aggregate(s, netuid, hotkey, from, empty_lock(now));
    const LockState moved = roll_forward(*sum, now, rates, from).lock;
    LockState there = empty_lock(now);
    if (const auto current = find_aggregate(s, netuid, hotkey, to))
        there = roll_forward(*current, now, rates, to).lock;
    LockState joined = add_lock(there, moved);
    joined.last_update = now;
    if (to.owner) joined = roll_forward(joined, now, rates, to).lock;
    set_aggregate(s, netuid, hotkey, to, joined);
}

/// The hotkey that takes the subnet over now; nullopt while its owner stays.
std::optional<AccountId> successor(const Context& cx, NetUid netuid) {
    const State& s = cx.state;
    const u64 alpha_out = storage.SubnetAlphaOut.get(s, netuid).rao;
    if (alpha_out == 0) return std::nullopt;
    if (cx.block < storage.NetworkRegisteredAt.get(s, netuid) + one_year_blocks)
        return std::nullopt;
    const U64F64 ten = U64F64::saturating_from_num(10);
    if (get_total_conviction(s, netuid, cx.block).saturating_mul(ten) <
        U64F64::saturating_from_num(alpha_out))
        return std::nullopt;
    const auto king = subnet_king(s, netuid, cx.block);
    if (!king) return std::nullopt;
    const AccountId coldkey = get_owning_coldkey_for_hotkey(s, *king);
    if (coldkey == AccountId{} || coldkey == storage.SubnetOwner.get(s, netuid))
        return std::nullopt;
    return king;
}

}  // namespace

U64F64 hotkey_conviction(const State& s, const AccountId& hotkey, NetUid netuid, u64 now) {
    const LockRates rates = lock_rates(s);
    const bool is_owner = is_subnet_owner_hotkey(s, netuid, hotkey);
    U64F64 sum;
    for (const LockKind kind : {perpetual, fading, owner_perpetual, owner_fading}) {
        if (kind.owner && !is_owner) continue;
        if (const auto lock = find_aggregate(s, netuid, hotkey, kind))
            sum = sum.saturating_add(roll_forward(*lock, now, rates, kind).lock.conviction);
    }
    return sum;
}

U64F64 get_total_conviction(const State& s, NetUid netuid, u64 now) {
    return Scores(s, netuid, now).total;
}

std::optional<AccountId> subnet_king(const State& s, NetUid netuid, u64 now) {
    const Scores scores(s, netuid, now);
    std::optional<std::pair<AccountId, U64F64>> best;
    // Of equal scores the greatest account wins.
    for (const auto& [hotkey, score] : scores.by_hotkey)
        if (!best || score >= best->second) best = {hotkey, score};
    if (!best) return std::nullopt;
    return best->first;
}

void change_subnet_owner_if_needed(Context& cx, NetUid netuid) {
    State& s = cx.state;
    const auto king = successor(cx, netuid);
    if (!king) return;
    if (!get_uid_for_net_and_hotkey(s, netuid, *king) && !register_neuron(cx, netuid, *king))
        return;
    const AccountId old_hotkey = storage.SubnetOwnerHotkey.get(s, netuid);
    move_sum(cx, netuid, old_hotkey, owner_perpetual, perpetual);
    move_sum(cx, netuid, old_hotkey, owner_fading, fading);
    move_sum(cx, netuid, *king, perpetual, owner_perpetual);
    move_sum(cx, netuid, *king, fading, owner_fading);
    const AccountId old_coldkey = storage.SubnetOwner.get(s, netuid);
    const AccountId new_coldkey = get_owning_coldkey_for_hotkey(s, *king);
    storage.SubnetOwner.set(s, netuid, new_coldkey);
    storage.SubnetOwnerHotkey.set(s, netuid, *king);
    cx.emit(SubnetOwnerChanged{netuid, old_coldkey, new_coldkey});
}

}  // namespace subtensor
