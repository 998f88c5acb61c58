// The stake a hotkey votes with: its own less what it lends to child keys, plus what parents lend.
// Source: subtensor staking/stake_utils.rs.
#pragma once
#include <span>

#include "primitives/fixed.hpp"

namespace kernel {

/// A parent hotkey and the part of its stake it lends, of 2^64 - 1.
struct ParentStake {
    u64 proportion = 0;
    u64 stake_rao = 0;
};
/// Inherited stake in rao (alpha on a subnet, or TAO on root). The root subnet itself inherits
/// nothing: pass no relations there.
u64 inherited_stake(u64 own_rao, std::span<const u64> child_proportions,
                    std::span<const ParentStake> parents);

/// alpha + tao * tao_weight, both inherited.
I64F64 stake_weight(u64 inherited_alpha_rao, u64 inherited_tao_rao, U96F32 tao_weight);

}  // namespace kernel
