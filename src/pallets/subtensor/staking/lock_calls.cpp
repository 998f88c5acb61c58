// What a coldkey can do with its locks.
// Source: subtensor staking/lock.rs, macros/dispatches.rs.
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock.hpp"
#include "pallets/subtensor/staking/lock_store.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

Result<> lock_stake::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto coldkey, ensure_signed(origin));
    return do_lock_stake(cx, coldkey, netuid, hotkey, amount);
}

Result<> move_lock::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    ENSURE(if_subnet_exist(s, netuid) || !since_475(s), Error::SubnetNotExists);
    ENSURE(hotkey_account_exists(s, destination_hotkey), Error::HotKeyAccountNotExists);
    auto model = read_lock(s, coldkey, netuid, cx.block);
    ENSURE(model, Error::NoExistingLock);
    const LockRates rates = lock_rates(s);
    model->roll(cx.block, rates);
    const LockState removed = model->individual;
    LockState lock = removed;
    // Conviction earned for one owner is not given to another.
    if (get_owning_coldkey_for_hotkey(s, model->hotkey) !=
        get_owning_coldkey_for_hotkey(s, destination_hotkey))
        lock.conviction = {};
    const LockKind kind{is_subnet_owner_hotkey(s, netuid, destination_hotkey),
                        model->kind.perpetual};
    lock = roll_forward(lock, cx.block, rates, kind).lock;
    storage.Lock.erase(s, coldkey, netuid, model->hotkey);
    storage.LockingColdkeys.erase(s, netuid, model->hotkey, coldkey);
    insert_lock_state(s, coldkey, netuid, destination_hotkey, lock);
    reduce_aggregate_lock(cx, coldkey, model->hotkey, netuid, removed.locked_mass,
                          removed.conviction);
    add_aggregate_lock(cx, coldkey, destination_hotkey, netuid, lock);
    cx.emit(LockMoved{coldkey, model->hotkey, destination_hotkey, netuid});
    return {};
}

Result<> set_perpetual_lock::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    const bool changes = is_perpetual_lock(s, coldkey, netuid) != enabled;
    auto model = read_lock(s, coldkey, netuid, cx.block);
    if (model) {
        model->roll(cx.block, lock_rates(s));
        save_individual(s, *model);
        save_aggregate(s, *model);
        if (changes)
            reduce_aggregate_lock(cx, coldkey, model->hotkey, netuid, model->individual.locked_mass,
                                  model->individual.conviction);
    }
    if (enabled)
        storage.DecayingLock.set(s, coldkey, netuid, false);
    else
        storage.DecayingLock.erase(s, coldkey, netuid);
    if (const auto lock = read_lock(s, coldkey, netuid, cx.block); changes && lock)
        add_aggregate_lock(cx, coldkey, lock->hotkey, netuid, lock->individual);
    cx.emit(PerpetualLockUpdated{coldkey, netuid, enabled});
    return {};
}

Result<> set_reject_locked_alpha::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto coldkey, ensure_signed(origin));
    u128 flags = storage.AccountFlags.get(s, coldkey);
    flags = enabled ? flags & ~accept_locked_alpha : flags | accept_locked_alpha;
    if (flags == 0)
        storage.AccountFlags.erase(s, coldkey);
    else
        storage.AccountFlags.set(s, coldkey, flags);
    cx.emit(RejectLockedAlphaUpdated{coldkey, enabled});
    return {};
}

}  // namespace subtensor
