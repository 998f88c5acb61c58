// Reading and writing locks and their sums.
#include "pallets/subtensor/staking/lock_store.hpp"

#include "pallets/subtensor/storage.hpp"

namespace subtensor {

LockRates lock_rates(const State& s) {
    return {storage.UnlockRate.get(s), storage.MaturityRate.get(s)};
}

bool is_subnet_owner_hotkey(const State& s, NetUid netuid, const AccountId& hotkey) {
    return storage.SubnetOwnerHotkey.get(s, netuid) == hotkey;
}

bool is_perpetual_lock(const State& s, const AccountId& coldkey, NetUid netuid) {
    return storage.DecayingLock.get(s, coldkey, netuid) == false;
}

std::optional<LockState> find_aggregate(const State& s, NetUid netuid, const AccountId& hotkey,
                                        LockKind kind) {
    if (kind.owner)
        return kind.perpetual ? storage.OwnerLock.get(s, netuid)
                              : storage.DecayingOwnerLock.get(s, netuid);
    return kind.perpetual ? storage.HotkeyLock.get(s, netuid, hotkey)
                          : storage.DecayingHotkeyLock.get(s, netuid, hotkey);
}

void set_aggregate(State& s, NetUid netuid, const AccountId& hotkey, LockKind kind,
                   const LockState& lock) {
    const bool empty = lock.locked_mass.rao == 0 && lock.conviction == U64F64{};
    const auto write = [&](const auto& item, const auto&... key) {
        if (empty)
            item.erase(s, key...);
        else
            item.set(s, key..., lock);
    };
    if (kind.owner)
        write(kind.perpetual ? storage.OwnerLock : storage.DecayingOwnerLock, netuid);
    else
        write(kind.perpetual ? storage.HotkeyLock : storage.DecayingHotkeyLock, netuid, hotkey);
}

void insert_lock_state(State& s, const AccountId& coldkey, NetUid netuid, const AccountId& hotkey,
                       const LockState& lock) {
    if (is_zero(lock)) {
        storage.LockingColdkeys.erase(s, netuid, hotkey, coldkey);
        storage.Lock.erase(s, coldkey, netuid, hotkey);
    } else {
        storage.LockingColdkeys.set(s, netuid, hotkey, coldkey, {});
        storage.Lock.set(s, coldkey, netuid, hotkey, lock);
    }
}

void LockModel::roll_aggregate(u64 now, LockRates rates) {
    aggregate = roll_forward(aggregate, now, rates, kind).lock;
}

void LockModel::roll(u64 now, LockRates rates) {
    const auto rolled = roll_forward(individual, now, rates, kind);
    individual = rolled.lock;
    if (rolled.mass_lost.rao == 0 && rolled.conviction_lost == U64F64{}) {
        roll_aggregate(now, rates);
        return;
    }
    aggregate = reduce_lock(aggregate, rolled.mass_lost, rolled.conviction_lost);
    aggregate.last_update = now;
}

LockModel read_lock_of_hotkey(const State& s, const AccountId& coldkey, NetUid netuid,
                              const AccountId& hotkey, u64 now) {
    const LockKind kind{is_subnet_owner_hotkey(s, netuid, hotkey),
                        is_perpetual_lock(s, coldkey, netuid)};
    return {coldkey,
            hotkey,
            netuid,
            kind,
            storage.Lock.get(s, coldkey, netuid, hotkey).value_or(empty_lock(now)),
            find_aggregate(s, netuid, hotkey, kind).value_or(empty_lock(now))};
}

std::optional<LockModel> read_lock(const State& s, const AccountId& coldkey, NetUid netuid,
                                   u64 now) {
    std::optional<AccountId> hotkey;
    storage.Lock.each_under(
        s,
        [&](const AccountId& key, const LockState&) {
            hotkey = key;
            return false;
        },
        coldkey, netuid);
    if (!hotkey) return std::nullopt;
    return read_lock_of_hotkey(s, coldkey, netuid, *hotkey, now);
}

void save_individual(State& s, const LockModel& model) {
    insert_lock_state(s, model.coldkey, model.netuid, model.hotkey, model.individual);
}

void save_aggregate(State& s, const LockModel& model) {
    set_aggregate(s, model.netuid, model.hotkey, model.kind, model.aggregate);
}

void add_aggregate_lock(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                        NetUid netuid, const LockState& added) {
    const LockRates rates = lock_rates(cx.state);
    auto model = read_lock_of_hotkey(cx.state, coldkey, netuid, hotkey, cx.block);
    model.roll_aggregate(cx.block, rates);
    model.aggregate = add_lock(model.aggregate, added);
    model.roll_aggregate(cx.block, rates);
    save_aggregate(cx.state, model);
}

void reduce_aggregate_lock(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                           NetUid netuid, AlphaBalance mass, U64F64 conviction) {
    auto model = read_lock_of_hotkey(cx.state, coldkey, netuid, hotkey, cx.block);
    model.roll_aggregate(cx.block, lock_rates(cx.state));
    model.aggregate = reduce_lock(model.aggregate, mass, conviction);
    save_aggregate(cx.state, model);
}

}  // namespace subtensor
