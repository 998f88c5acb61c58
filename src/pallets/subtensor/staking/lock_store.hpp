// Locks as stored: one per coldkey and subnet, and the sums of all locks to a hotkey.
// Source: subtensor staking/lock.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/staking/conviction.hpp"

namespace subtensor {

/// The bit of AccountFlags by which a coldkey takes locked alpha from others.
inline constexpr u128 accept_locked_alpha = 1;

LockRates lock_rates(const State& s);
bool is_subnet_owner_hotkey(const State& s, NetUid netuid, const AccountId& hotkey);
bool is_perpetual_lock(const State& s, const AccountId& coldkey, NetUid netuid);

/// The sum that a lock of this kind belongs to; nullopt where there is none. Each kind has its own
/// item; a sum of nothing is erased.
std::optional<LockState> find_aggregate(const State& s, NetUid netuid, const AccountId& hotkey,
                                        LockKind kind);
void set_aggregate(State& s, NetUid netuid, const AccountId& hotkey, LockKind kind,
                   const LockState& lock);
void insert_lock_state(State& s, const AccountId& coldkey, NetUid netuid, const AccountId& hotkey,
                       const LockState& lock);

/// A coldkey's lock to a hotkey together with the sum it belongs to.
struct LockModel {
    AccountId coldkey{}, hotkey{};
    NetUid netuid{};
    LockKind kind{};
    LockState individual{}, aggregate{};

    void roll(u64 now, LockRates rates);
    void roll_aggregate(u64 now, LockRates rates);
};
LockModel read_lock_of_hotkey(const State& s, const AccountId& coldkey, NetUid netuid,
                              const AccountId& hotkey, u64 now);
/// The coldkey's lock on the subnet: at most one.
std::optional<LockModel> read_lock(const State& s, const AccountId& coldkey, NetUid netuid,
                                   u64 now);
void save_individual(State& s, const LockModel& model);
void save_aggregate(State& s, const LockModel& model);

/// Moves part of a lock into or out of the sum it belongs to.
void add_aggregate_lock(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                        NetUid netuid, const LockState& added);
void reduce_aggregate_lock(Context& cx, const AccountId& coldkey, const AccountId& hotkey,
                           NetUid netuid, AlphaBalance mass, U64F64 conviction);

}  // namespace subtensor
