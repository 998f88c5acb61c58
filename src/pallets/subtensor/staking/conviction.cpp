// The arithmetic of fading locks.
#include "pallets/subtensor/staking/conviction.hpp"

#include "primitives/fixed_math.hpp"

namespace subtensor {
namespace {

U64F64 num(u64 v) { return U64F64::saturating_from_num(v); }

/// Below this many rao of mass and of conviction a lock is gone.
constexpr u64 zero_threshold_rao = 100;

/// e^(-dt / tau).
U64F64 exp_decay(u64 dt, u64 tau) {
    if (dt == 0) return U64F64::one();
    if (tau == 0) return {};
    const auto lowest = I64F64::saturating_from_num(i64{-40});
    const auto ratio = I64F64::saturating_from_num(-i128{dt})
                           .checked_div(I64F64::saturating_from_num(tau))
                           .value_or(lowest);
    const I64F64 decay = primitives::exp(std::max(ratio, lowest)).value_or(I64F64{});
    return U64F64::saturating_from_num(decay);
}

/// Conviction that the mass of a fading lock has earned since the last roll.
U64F64 fading_conviction(U64F64 mass, u64 dt, LockRates rates, U64F64 unlock, U64F64 maturity) {
    if (rates.unlock == rates.maturity)
        return mass.saturating_mul(num(dt).safe_div(num(rates.maturity)).saturating_mul(maturity));
    if (rates.unlock == 0 || rates.maturity == 0) return {};
    const auto tau_delta = I64F64::saturating_from_num(i128{rates.unlock} - i128{rates.maturity});
    const auto decay_delta =
        I64F64::saturating_from_num(unlock).saturating_sub(I64F64::saturating_from_num(maturity));
    const auto gamma = I64F64::saturating_from_num(rates.unlock)
                           .saturating_mul(decay_delta)
                           .checked_div(tau_delta)
                           .value_or(I64F64{});
    if (gamma <= I64F64{}) return {};
    return mass.saturating_mul(U64F64::saturating_from_num(gamma));
}

LockState decayed(const LockState& lock, u64 now, LockRates rates, bool perpetual) {
    const u64 dt = now - lock.last_update;
    const U64F64 unlock = exp_decay(dt, rates.unlock), maturity = exp_decay(dt, rates.maturity);
    const U64F64 mass = num(lock.locked_mass.rao);
    const U64F64 earned = perpetual ? mass.saturating_mul(U64F64::one().saturating_sub(maturity))
                                    : fading_conviction(mass, dt, rates, unlock, maturity);
    return {perpetual ? lock.locked_mass
                      : AlphaBalance{unlock.saturating_mul(mass).saturating_to_num<u64>()},
            maturity.saturating_mul(lock.conviction).saturating_add(earned), now};
}

}  // namespace

bool is_zero(const LockState& lock) {
    return lock.locked_mass.rao < zero_threshold_rao && lock.conviction < num(zero_threshold_rao);
}

LockState empty_lock(u64 now) { return {{}, {}, now}; }

LockState add_lock(const LockState& a, const LockState& b) {
    return {saturating_add(a.locked_mass, b.locked_mass), a.conviction.saturating_add(b.conviction),
            std::max(a.last_update, b.last_update)};
}

LockState reduce_lock(const LockState& lock, AlphaBalance mass, U64F64 conviction) {
    return {saturating_sub(lock.locked_mass, mass), lock.conviction.saturating_sub(conviction),
            lock.last_update};
}

RolledLock roll_forward(const LockState& lock, u64 now, LockRates rates, LockKind kind) {
    LockState rolled = now > lock.last_update ? decayed(lock, now, rates, kind.perpetual) : lock;
    if (kind.owner) rolled.conviction = num(rolled.locked_mass.rao);
    if (is_zero(rolled)) rolled = empty_lock(rolled.last_update);
    return {rolled, saturating_sub(lock.locked_mass, rolled.locked_mass),
            lock.conviction.saturating_sub(rolled.conviction)};
}

}  // namespace subtensor
