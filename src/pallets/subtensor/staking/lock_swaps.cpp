// Locks when a hotkey or a coldkey is swapped for a new one.
// Source: subtensor staking/lock.rs.
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/lock_store.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {
namespace {

/// A subnet where locks to the old hotkey, or the role of the owner's hotkey, are at stake.
struct Affected {
    NetUid netuid{};
    bool old_is_owner = false, new_is_owner = false;
};
std::vector<Affected> affected_by(const State& s, const AccountId& old_hotkey,
                                  const AccountId& new_hotkey, const std::vector<NetUid>& netuids) {
    std::vector<Affected> out;
    for (const NetUid netuid : netuids) {
        const bool old_is_owner = is_subnet_owner_hotkey(s, netuid, old_hotkey);
        const bool new_is_owner = is_subnet_owner_hotkey(s, netuid, new_hotkey);
        if (old_is_owner || new_is_owner || storage.HotkeyLock.has(s, netuid, old_hotkey) ||
            storage.DecayingHotkeyLock.has(s, netuid, old_hotkey))
            out.push_back({netuid, old_is_owner, old_is_owner || new_is_owner});
    }
    return out;
}

void move_single_locks(Context& cx, const AccountId& old_hotkey, const AccountId& new_hotkey,
                       const Affected& at, DbCost& cost) {
    State& s = cx.state;
    const LockRates rates = lock_rates(s);
    for (const AccountId& coldkey : storage.LockingColdkeys.keys_under(s, at.netuid, old_hotkey)) {
        cost.add(1, 0);
        const auto lock = storage.Lock.take(s, coldkey, at.netuid, old_hotkey);
        storage.LockingColdkeys.erase(s, at.netuid, old_hotkey, coldkey);
        if (!lock) {
            cost.add(0, 1);
            continue;
        }
        const bool perpetual = is_perpetual_lock(s, coldkey, at.netuid);
        const LockState rolled =
            roll_forward(*lock, cx.block, rates, {at.old_is_owner, perpetual}).lock;
        insert_lock_state(s, coldkey, at.netuid, new_hotkey,
                          roll_forward(rolled, cx.block, rates, {at.new_is_owner, perpetual}).lock);
        cost.add(0, 2);
    }
}

void move_sums(Context& cx, const AccountId& old_hotkey, const AccountId& new_hotkey,
               const Affected& at) {
    State& s = cx.state;
    const LockRates rates = lock_rates(s);
    for (const bool perpetual : {true, false}) {
        const LockKind from{at.old_is_owner, perpetual}, to{at.new_is_owner, perpetual};
        const auto sum = find_aggregate(s, at.netuid, old_hotkey, from);
        if (!sum) continue;
        set_aggregate(s, at.netuid, old_hotkey, from, empty_lock(cx.block));
        const LockState rolled = roll_forward(*sum, cx.block, rates, from).lock;
        set_aggregate(s, at.netuid, new_hotkey, to, roll_forward(rolled, cx.block, rates, to).lock);
    }
}

Result<> ensure_no_active_locks(const Context& cx, const AccountId& coldkey) {
    const State& s = cx.state;
    for (const auto& [at, lock] : storage.Lock.under(s, coldkey)) {
        const auto& [netuid, hotkey] = at;
        const LockKind kind{is_subnet_owner_hotkey(s, netuid, hotkey),
                            is_perpetual_lock(s, coldkey, netuid)};
        const auto rolled = roll_forward(lock, cx.block, lock_rates(s), kind);
        ENSURE(rolled.lock.locked_mass.rao == 0, Error::ActiveLockExists);
    }
    return {};
}

/// The locks of a coldkey rolled forward.
std::vector<LockModel> rolled_locks(const Context& cx, const AccountId& coldkey) {
    std::vector<LockModel> out;
    for (const auto& [netuid, hotkey] : storage.Lock.keys_under(cx.state, coldkey)) {
        auto model = read_lock_of_hotkey(cx.state, coldkey, netuid, hotkey, cx.block);
        model.individual =
            roll_forward(model.individual, cx.block, lock_rates(cx.state), model.kind).lock;
        out.push_back(model);
    }
    return out;
}

/// Whether locks last, and whether the account takes locked alpha.
void move_flags(State& s, const AccountId& old_coldkey, const AccountId& new_coldkey) {
    for (const auto& [netuid, fades] : storage.DecayingLock.under(s, old_coldkey)) {
        storage.DecayingLock.erase(s, old_coldkey, netuid);
        storage.DecayingLock.set(s, new_coldkey, netuid, fades);
    }
    const u128 flags = storage.AccountFlags.take(s, old_coldkey);
    if (flags != 0)
        storage.AccountFlags.set(s, new_coldkey, flags);
    else
        storage.AccountFlags.erase(s, new_coldkey);
}

}  // namespace

DbCost swap_hotkey_locks(Context& cx, const AccountId& old_hotkey, const AccountId& new_hotkey,
                         const std::vector<NetUid>& netuids) {
    DbCost cost{5 * netuids.size(), 0};
    const auto affected = affected_by(cx.state, old_hotkey, new_hotkey, netuids);
    for (const Affected& at : affected) {
        move_single_locks(cx, old_hotkey, new_hotkey, at, cost);
        move_sums(cx, old_hotkey, new_hotkey, at);
        cost.add(0, 6);
    }
    return cost;
}

Result<> swap_coldkey_locks(Context& cx, const AccountId& old_coldkey,
                            const AccountId& new_coldkey) {
    State& s = cx.state;
    TRY(ensure_no_active_locks(cx, new_coldkey));
    const auto locks = rolled_locks(cx, old_coldkey);
    // Which sum a lock belongs to depends on the flags of its coldkey: out of the sums before the
    // flags move, into them after.
    for (const LockModel& lock : locks) {
        storage.Lock.erase(s, old_coldkey, lock.netuid, lock.hotkey);
        storage.LockingColdkeys.erase(s, lock.netuid, lock.hotkey, old_coldkey);
        reduce_aggregate_lock(cx, old_coldkey, lock.hotkey, lock.netuid,
                              lock.individual.locked_mass, lock.individual.conviction);
    }
    move_flags(s, old_coldkey, new_coldkey);
    for (const LockModel& lock : locks) {
        const auto moved = roll_forward(lock.individual, cx.block, lock_rates(s), lock.kind).lock;
        insert_lock_state(s, new_coldkey, lock.netuid, lock.hotkey, moved);
        add_aggregate_lock(cx, new_coldkey, lock.hotkey, lock.netuid, moved);
    }
    return {};
}

}  // namespace subtensor
