// How a validator's dividends reach its parents, itself and root stakers.
#include "kernel/dividends.hpp"

#include "kernel/emission_shares.hpp"
#include "kernel/saturating.hpp"

namespace kernel {
namespace {

U96F32 num(u64 v) { return U96F32::saturating_from_num(v); }

/// The part of a stake that is lent or kept, alpha and weighted root stake together.
U96F32 contribution(u64 alpha_rao, u64 root_rao, U96F32 part, U96F32 tao_weight) {
    const U96F32 root = num(root_rao).saturating_mul(part).saturating_mul(tao_weight);
    return num(alpha_rao).saturating_mul(part).saturating_add(root);
}

std::vector<U96F32> share_out(u64 pending_rao, std::span<const U96F32> parts) {
    U96F32 total;
    for (U96F32 p : parts) total = total.saturating_add(p);
    std::vector<U96F32> out;
    for (U96F32 p : parts) out.push_back(num(pending_rao).saturating_mul(p.safe_div(total)));
    return out;
}

}  // namespace

u64 self_contribution(u64 alpha_rao, u64 root_rao, std::span<const u64> child_proportions,
                      U96F32 tao_weight) {
    U96F32 kept = U96F32::one();
    for (u64 p : child_proportions) kept = kept.saturating_sub(u64_proportion(p));
    return contribution(alpha_rao, root_rao, kept, tao_weight).saturating_to_num<u64>();
}

ParentChildSplit parent_child_dividends(const ParentChildInput& in,
                                        std::span<const DividendParent> parents) {
    const U96F32 dividend = num(in.dividend_rao);
    std::vector<U96F32> contributions;
    U96F32 total = num(in.self_contribution_rao);
    for (const DividendParent& p : parents) {
        contributions.push_back(
            contribution(p.alpha_rao, p.root_rao, u64_proportion(p.proportion), in.tao_weight));
        total = total.saturating_add(contributions.back());
    }
    ParentChildSplit out;
    U96F32 remaining = dividend, takes;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        U96F32 emission = dividend.saturating_mul(contributions[i].safe_div(total));
        remaining = remaining.saturating_sub(emission);
        if (!parents[i].same_owner) {
            const U96F32 burn = in.burn.saturating_mul(emission);
            const U96F32 take = in.childkey_take.saturating_mul(emission);
            emission = emission.saturating_sub(burn).saturating_sub(take);
            takes = takes.saturating_add(take);
            out.recycled = sat_add(out.recycled, burn.saturating_to_num<u64>());
        }
        out.parents.push_back(emission.saturating_to_num<u64>());
    }
    out.own = remaining.saturating_add(takes).saturating_to_num<u64>();
    return out;
}

DividendSplit dividend_split(u64 pending_alpha_rao, u64 pending_root_alpha_rao, U96F32 tao_weight,
                             std::span<const DividendHotkey> hotkeys) {
    std::vector<U96F32> alpha_parts, root_parts;
    for (const DividendHotkey& h : hotkeys) {
        const U96F32 root_stake = num(h.root_rao).saturating_mul(tao_weight);
        const U96F32 root_part = root_stake.safe_div(num(h.alpha_rao).saturating_add(root_stake));
        root_parts.push_back(h.dividend.saturating_mul(root_part));
        alpha_parts.push_back(h.dividend.saturating_sub(root_parts.back()));
    }
    return {share_out(pending_alpha_rao, alpha_parts),
            share_out(pending_root_alpha_rao, root_parts)};
}

TakeSplit split_take(U96F32 amount, U96F32 take) {
    const U96F32 taken = take.saturating_mul(amount);
    return {taken.saturating_to_num<u64>(), amount.saturating_sub(taken).saturating_to_num<u64>()};
}

}  // namespace kernel
