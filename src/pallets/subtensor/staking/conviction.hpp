// How a lock fades and earns conviction over blocks: pure arithmetic.
// Source: subtensor staking/lock.rs (ConvictionModel).
#pragma once
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Blocks over which locked mass fades and conviction grows, to 1/e.
struct LockRates {
    u64 unlock = 0, maturity = 0;
};
/// Which kind of lock: to the subnet owner's hotkey (full conviction at once), and perpetual ones,
/// whose mass does not fade.
struct LockKind {
    bool owner = false, perpetual = false;
};

/// Too little to keep.
bool is_zero(const LockState& lock);
LockState empty_lock(u64 now);
LockState add_lock(const LockState& a, const LockState& b);
LockState reduce_lock(const LockState& lock, AlphaBalance mass, U64F64 conviction);

struct RolledLock {
    LockState lock{};
    AlphaBalance mass_lost{};  ///< against before
    U64F64 conviction_lost{};
};
RolledLock roll_forward(const LockState& lock, u64 now, LockRates rates, LockKind kind);

}  // namespace subtensor
