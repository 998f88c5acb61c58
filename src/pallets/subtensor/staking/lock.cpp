// Locks in stake operations.
#include "pallets/subtensor/staking/lock.hpp"

#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/lock_store.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

AlphaBalance total_coldkey_alpha_on_subnet(const State& s, const AccountId& coldkey,
                                           NetUid netuid) {
    AlphaBalance sum;
    for (const AccountId& hotkey : storage.StakingHotkeys.get(s, coldkey))
        sum = saturating_add(
            sum, get_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, netuid));
    return sum;
}

std::optional<LockState> get_coldkey_lock(const State& s, const AccountId& coldkey, NetUid netuid,
                                          u64 now) {
    auto model = read_lock(s, coldkey, netuid, now);
    if (!model) return std::nullopt;
    model->roll(now, lock_rates(s));
    return model->individual;
}

StakeAvailable stake_availability(const State& s, const AccountId& coldkey, NetUid netuid,
                                  u64 now) {
    const auto total = total_coldkey_alpha_on_subnet(s, coldkey, netuid);
    const auto lock = get_coldkey_lock(s, coldkey, netuid, now);
    const AlphaBalance locked = lock ? lock->locked_mass : AlphaBalance{};
    const auto collateral = storage.ColdkeyMinerCollateral.get(s, netuid, coldkey);
    return {total, locked, saturating_sub(saturating_sub(total, locked), collateral)};
}

Result<> ensure_available_to_unstake(const State& s, const AccountId& coldkey, NetUid netuid,
                                     AlphaBalance amount, u64 now) {
    ENSURE(stake_availability(s, coldkey, netuid, now).available >= amount,
           Error::StakeUnavailable);
    return {};
}

Result<> do_lock_stake(Context& cx, const AccountId& coldkey, NetUid netuid,
                       const AccountId& hotkey, AlphaBalance amount) {
    State& s = cx.state;
    ENSURE(amount.rao != 0, Error::AmountTooLow);
    ENSURE(hotkey_account_exists(s, hotkey), Error::HotKeyAccountNotExists);
    const u64 now = cx.block;
    const LockRates rates = lock_rates(s);
    auto found = read_lock(s, coldkey, netuid, now);
    if (found) ENSURE(found->hotkey == hotkey, Error::LockHotkeyMismatch);
    LockModel model = found ? *found : read_lock_of_hotkey(s, coldkey, netuid, hotkey, now);
    model.roll(now, rates);
    // A faded lock begins anew; its conviction is 0 then.
    const bool anew =
        model.individual.locked_mass.rao == 0 && model.individual.conviction == U64F64{};
    LockState lock = anew ? empty_lock(now) : model.individual;
    lock.locked_mass = saturating_add(lock.locked_mass, amount);
    ENSURE(total_coldkey_alpha_on_subnet(s, coldkey, netuid) >= lock.locked_mass,
           Error::InsufficientStakeForLock);
    model.individual = roll_forward(lock, now, rates, model.kind).lock;
    model.roll_aggregate(now, rates);
    model.aggregate = add_lock(model.aggregate, {amount, {}, now});
    model.roll_aggregate(now, rates);
    save_individual(s, model);
    save_aggregate(s, model);
    cx.emit(StakeLocked{coldkey, hotkey, netuid, amount});
    return {};
}

void auto_lock_owner_cut(Context& cx, NetUid netuid, AlphaBalance amount) {
    const State& s = cx.state;
    if (!storage.OwnerCutAutoLockEnabled.get(s, netuid)) return;
    const AccountId owner = storage.SubnetOwner.get(s, netuid);
    const auto lock = read_lock(s, owner, netuid, cx.block);
    const AccountId hotkey = lock ? lock->hotkey : storage.SubnetOwnerHotkey.get(s, netuid);
    // Fails without harm when there is nothing to lock.
    (void)do_lock_stake(cx, owner, netuid, hotkey, amount);
}

void force_reduce_lock(Context& cx, const AccountId& coldkey, NetUid netuid, AlphaBalance amount) {
    const u64 now = cx.block;
    auto model = read_lock(cx.state, coldkey, netuid, now);
    if (!model) return;
    const LockRates rates = lock_rates(cx.state);
    model->roll(now, rates);
    model->roll_aggregate(now, rates);
    const LockState before = model->individual;
    LockState after = empty_lock(now);
    after.locked_mass = saturating_sub(before.locked_mass, amount);
    if (after.locked_mass.rao != 0) {
        const auto removed = U64F64::saturating_from_num(amount.rao)
                                 .safe_div(U64F64::saturating_from_num(before.locked_mass.rao));
        after.conviction = before.conviction.saturating_mul(U64F64::one().saturating_sub(removed));
    }
    model->individual = after;
    model->aggregate =
        reduce_lock(model->aggregate, saturating_sub(before.locked_mass, after.locked_mass),
                    before.conviction.saturating_sub(after.conviction));
    save_individual(cx.state, *model);
    save_aggregate(cx.state, *model);
}

void cleanup_lock_if_zero(Context& cx, const AccountId& coldkey, NetUid netuid) {
    auto model = read_lock(cx.state, coldkey, netuid, cx.block);
    if (!model) return;
    model->roll(cx.block, lock_rates(cx.state));
    save_individual(cx.state, *model);
    save_aggregate(cx.state, *model);
}

namespace {

/// What goes along with a transfer out of a partly locked stake.
struct LockedPart {
    AlphaBalance mass{};
    U64F64 conviction{};
};
LockedPart locked_part(const LockState& source, AlphaBalance locked_transfer) {
    const AlphaBalance mass = std::min(locked_transfer, source.locked_mass);
    if (mass.rao == 0) return {};
    const auto part = U64F64::saturating_from_num(mass.rao).safe_div(
        U64F64::saturating_from_num(source.locked_mass.rao));
    return {mass, source.conviction.saturating_mul(part)};
}
Result<> ensure_can_receive_locked_alpha(const State& s, const AccountId& coldkey,
                                         AlphaBalance amount) {
    const bool accepts = (storage.AccountFlags.get(s, coldkey) & accept_locked_alpha) != 0;
    ENSURE(amount.rao == 0 || accepts, Error::AccountRejectsLockedAlpha);
    return {};
}

/// Conviction earned for one owner is not given to another.
bool conviction_survives(const State& s, const AccountId& from, const AccountId& to) {
    return from == to ||
           get_owning_coldkey_for_hotkey(s, from) == get_owning_coldkey_for_hotkey(s, to);
}

}  // namespace

Result<> transfer_lock(Context& cx, const AccountId& origin_coldkey,
                       const AccountId& destination_coldkey, const AccountId& destination_hotkey,
                       NetUid netuid, AlphaBalance amount) {
    State& s = cx.state;
    if (origin_coldkey == destination_coldkey || amount.rao == 0) return {};
    const u64 now = cx.block;
    const LockRates rates = lock_rates(s);
    const auto total = total_coldkey_alpha_on_subnet(s, origin_coldkey, netuid);
    auto source = read_lock(s, origin_coldkey, netuid, now);
    if (!source) return {};
    source->roll(now, rates);
    auto destination = read_lock(s, destination_coldkey, netuid, now);
    if (destination) destination->roll(now, rates);

    const auto available = saturating_sub(total, source->individual.locked_mass);
    const auto from_locked = saturating_sub(amount, std::min(amount, available));
    // Under 425 the lock stayed with the hotkey that the stake left.
    const AccountId follows = since_475(s) ? destination_hotkey : source->hotkey;
    LockedPart part;
    if (from_locked.rao != 0) {
        if (destination) ENSURE(destination->hotkey == follows, Error::LockHotkeyMismatch);
        part = locked_part(source->individual, from_locked);
    }
    TRY(ensure_can_receive_locked_alpha(s, destination_coldkey, part.mass));

    const AccountId hotkey = destination ? destination->hotkey : follows;
    const U64F64 received =
        conviction_survives(s, source->hotkey, hotkey) ? part.conviction : U64F64{};
    const LockKind destination_kind{is_subnet_owner_hotkey(s, netuid, hotkey),
                                    is_perpetual_lock(s, destination_coldkey, netuid)};
    const LockState taken = reduce_lock(source->individual, part.mass, part.conviction);
    const LockState given =
        add_lock(destination ? destination->individual : empty_lock(now), {part.mass, received, 0});
    insert_lock_state(s, origin_coldkey, netuid, source->hotkey,
                      roll_forward(taken, now, rates, source->kind).lock);
    insert_lock_state(s, destination_coldkey, netuid, hotkey,
                      roll_forward(given, now, rates, destination_kind).lock);
    if (part.mass.rao == 0) return {};
    reduce_aggregate_lock(cx, origin_coldkey, source->hotkey, netuid, part.mass, part.conviction);
    add_aggregate_lock(cx, destination_coldkey, hotkey, netuid, {part.mass, received, now});
    return {};
}

void destroy_lock_maps(State& s, NetUid netuid) {
    for (const auto& [hotkey, coldkey] : storage.LockingColdkeys.keys_under(s, netuid))
        storage.Lock.erase(s, coldkey, netuid, hotkey);
    storage.LockingColdkeys.erase_under(s, ~u32{0}, netuid);
    storage.HotkeyLock.erase_under(s, ~u32{0}, netuid);
    storage.DecayingHotkeyLock.erase_under(s, ~u32{0}, netuid);
    storage.OwnerLock.erase(s, netuid);
    storage.DecayingOwnerLock.erase(s, netuid);
    for (const auto& [coldkey, lock_netuid] : storage.DecayingLock.keys_under(s))
        if (lock_netuid == netuid) storage.DecayingLock.erase(s, coldkey, netuid);
}

}  // namespace subtensor
