// The stake a hotkey votes with.
#include "kernel/stake_weight.hpp"

#include "kernel/emission_shares.hpp"

namespace kernel {

u64 inherited_stake(u64 own_rao, std::span<const u64> child_proportions,
                    std::span<const ParentStake> parents) {
    const U96F32 own = U96F32::saturating_from_num(own_rao);
    U96F32 lent, borrowed;
    for (u64 proportion : child_proportions) {
        lent = lent.saturating_add(own.saturating_mul(u64_proportion(proportion)));
    }
    for (const ParentStake& p : parents) {
        borrowed = borrowed.saturating_add(
            U96F32::saturating_from_num(p.stake_rao).saturating_mul(u64_proportion(p.proportion)));
    }
    return own.saturating_sub(lent).saturating_add(borrowed).saturating_to_num<u64>();
}

I64F64 stake_weight(u64 inherited_alpha_rao, u64 inherited_tao_rao, U96F32 tao_weight) {
    return I64F64::saturating_from_num(inherited_alpha_rao)
        .saturating_add(I64F64::saturating_from_num(inherited_tao_rao)
                            .saturating_mul(I64F64::saturating_from_num(tao_weight)));
}

}  // namespace kernel
