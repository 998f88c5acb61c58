// Locks on staked alpha and the conviction they earn.
// Source: subtensor staking/lock.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Stake of a coldkey over all its hotkeys on a subnet.
AlphaBalance total_coldkey_alpha_on_subnet(const State& s, const AccountId& coldkey, NetUid netuid);
/// The coldkey's lock on a subnet rolled forward to block `now`; nullopt without one.
std::optional<LockState> get_coldkey_lock(const State& s, const AccountId& coldkey, NetUid netuid,
                                          u64 now);
struct StakeAvailable {
    AlphaBalance total{}, locked{}, available{};
};
StakeAvailable stake_availability(const State& s, const AccountId& coldkey, NetUid netuid, u64 now);
/// StakeUnavailable when a lock holds part of the amount back.
Result<> ensure_available_to_unstake(const State& s, const AccountId& coldkey, NetUid netuid,
                                     AlphaBalance amount, u64 now);
/// Locks stake to a hotkey. AmountTooLow, HotKeyAccountNotExists, LockHotkeyMismatch,
/// InsufficientStakeForLock.
Result<> do_lock_stake(Context& cx, const AccountId& coldkey, NetUid netuid,
                       const AccountId& hotkey, AlphaBalance amount);
/// Locks the owner's cut where the subnet asks for it.
void auto_lock_owner_cut(Context& cx, NetUid netuid, AlphaBalance amount);
/// Takes a lock down with stake that is already gone.
void force_reduce_lock(Context& cx, const AccountId& coldkey, NetUid netuid, AlphaBalance amount);
/// Rolls a lock forward and stores it; a lock that faded is erased.
void cleanup_lock_if_zero(Context& cx, const AccountId& coldkey, NetUid netuid);
/// The part of a moved amount that was locked stays locked under the new coldkey, since 475 to the
/// hotkey that the stake goes to. LockHotkeyMismatch, AccountRejectsLockedAlpha.
Result<> transfer_lock(Context& cx, const AccountId& origin_coldkey,
                       const AccountId& destination_coldkey, const AccountId& destination_hotkey,
                       NetUid netuid, AlphaBalance amount);

/// Locks to an old hotkey hold to a new one; what that read and wrote. Sums of the new hotkey's own
/// locks are overwritten, as in the original.
DbCost swap_hotkey_locks(Context& cx, const AccountId& old_hotkey, const AccountId& new_hotkey,
                         const std::vector<NetUid>& netuids);
/// A new coldkey takes over locks, their kinds and what the account takes. ActiveLockExists where
/// it has locks of its own.
Result<> swap_coldkey_locks(Context& cx, const AccountId& old_coldkey,
                            const AccountId& new_coldkey);

/// Conviction behind a hotkey, and behind all hotkeys of a subnet, at block `now`.
U64F64 hotkey_conviction(const State& s, const AccountId& hotkey, NetUid netuid, u64 now);
U64F64 get_total_conviction(const State& s, NetUid netuid, u64 now);
std::optional<AccountId> subnet_king(const State& s, NetUid netuid, u64 now);
/// Gives a subnet that is older than a year to the owner of the hotkey with most conviction.
void change_subnet_owner_if_needed(Context& cx, NetUid netuid);
/// Erases all locks of a dissolved subnet.
void destroy_lock_maps(State& s, NetUid netuid);

}  // namespace subtensor
