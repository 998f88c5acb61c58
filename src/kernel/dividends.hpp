// How a validator's dividends reach its parents, itself and root stakers.
// Source: subtensor coinbase/run_coinbase.rs.
#pragma once
#include <span>

#include "primitives/fixed.hpp"

namespace kernel {

/// What a hotkey's own stake contributes to its voting weight in rao, after what it lends to child
/// keys (parts of 2^64 - 1).
u64 self_contribution(u64 alpha_rao, u64 root_rao, std::span<const u64> child_proportions,
                      U96F32 tao_weight);

struct DividendParent {
    u64 proportion = 0;  ///< of its stake lent to the hotkey, of 2^64 - 1
    u64 alpha_rao = 0;
    u64 root_rao = 0;
    bool same_owner = false;  ///< as the hotkey: no take, no burn
};
struct ParentChildInput {
    u64 dividend_rao = 0;
    u64 self_contribution_rao = 0;  ///< of self_contribution()
    U96F32 tao_weight{};
    U96F32 childkey_take{};  ///< u16_proportion() of the hotkey's take
    U96F32 burn{};           ///< u64_proportion() of CKBurn
};
struct ParentChildSplit {
    std::vector<u64> parents;  ///< in the order given
    u64 own = 0;               ///< the hotkey itself, take included
    u64 recycled = 0;          ///< burned: to be taken off the subnet's outstanding alpha
};
/// Parents get the part of the dividend that their stake earned.
ParentChildSplit parent_child_dividends(const ParentChildInput& in,
                                        std::span<const DividendParent> parents);

struct DividendHotkey {
    u64 alpha_rao = 0;  ///< total stake of the hotkey on the subnet
    u64 root_rao = 0;   ///< and on root
    U96F32 dividend{};    ///< its dividends, summed over child keys
};
struct DividendSplit {
    std::vector<U96F32> alpha;  ///< per hotkey, in the order given
    std::vector<U96F32> root;
};
/// Divides the epoch's pending alpha by the alpha-earned part of each dividend, and the pending
/// root alpha by the root-earned part.
DividendSplit dividend_split(u64 pending_alpha_rao, u64 pending_root_alpha_rao, U96F32 tao_weight,
                             std::span<const DividendHotkey> hotkeys);

/// A validator's commission on an amount and what is left for its nominators. The recorded dividend
/// is the left part.
struct TakeSplit {
    u64 take = 0;
    u64 rest = 0;
};
TakeSplit split_take(U96F32 amount, U96F32 take);

}  // namespace kernel
