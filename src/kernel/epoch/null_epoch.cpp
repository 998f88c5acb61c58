// An epoch of Null consensus.
#include "kernel/epoch/null_epoch.hpp"

#include <algorithm>

#include "kernel/apportion.hpp"
#include "kernel/epoch/steps.hpp"
#include "kernel/saturating.hpp"

namespace kernel {
namespace {

/// For display only: payouts come from the shares themselves.
Vector proportions(std::vector<I64F64> parts) {
    normalize(parts);
    Vector out;
    out.reserve(parts.size());
    for (const I64F64 part : parts) out.push_back(I32F32::saturating_from_num(part));
    return out;
}

/// What the winner's weights give each uid; without any that counts all uids are equal.
std::vector<u128> miner_shares(const EpochInput& in, const std::vector<bool>& permits,
                               std::optional<u16> winner) {
    std::vector<u128> out(in.n);
    if (!winner) return out;
    const Weights weights = valid_weights(in, permits, std::span(&*winner, 1));
    const auto row = weights.values.row(0);
    for (u16 uid = 0; uid < in.n; ++uid) out[uid] = static_cast<u128>(row[uid].bits);
    if (std::all_of(out.begin(), out.end(), [](u128 share) { return share == 0; }))
        out.assign(in.n, 1);
    return out;
}

}  // namespace

std::optional<u16> null_validator_winner(std::span<const I64F64> stakes) {
    if (stakes.empty()) return {};
    // The first of equals: max_element keeps it.
    return static_cast<u16>(std::max_element(stakes.begin(), stakes.end()) - stakes.begin());
}

std::optional<u16> null_validator_winner(const EpochInput& in) {
    return null_validator_winner(weigh_stakes(in).total);
}

EpochOutput run_null_epoch(const EpochInput& in, NullBudgets budgets) {
    Stakes stakes = weigh_stakes(in);
    const auto winner = null_validator_winner(stakes.total);
    EpochOutput out;
    out.permits.resize(in.n);
    if (winner) out.permits[*winner] = true;

    const auto mined = miner_shares(in, out.permits, winner);
    std::vector<u128> staked;
    std::vector<I64F64> mined_parts, staked_parts;
    for (u16 uid = 0; uid < in.n; ++uid) {
        const I64F64 stake = std::max(stakes.total[uid], I64F64{});
        staked.push_back(static_cast<u128>(stake.bits));
        staked_parts.push_back(stake);
        mined_parts.push_back(I64F64::saturating_from_num(static_cast<u64>(mined[uid])));
        out.stake_rao.push_back(stakes.total[uid].saturating_to_num<u64>());
    }
    const bool any_stake =
        std::any_of(staked.begin(), staked.end(), [](u128 share) { return share != 0; });
    out.server_emission_rao = apportion_units(mined, any_stake ? budgets.miners : budgets.fallback);
    out.validator_emission_rao = apportion_units(staked, any_stake ? budgets.dividends : 0);
    for (u16 uid = 0; uid < in.n; ++uid)
        out.emission_rao.push_back(
            sat_add(out.server_emission_rao[uid], out.validator_emission_rao[uid]));

    out.steps.incentive = proportions(std::move(mined_parts));
    out.steps.dividends = proportions(std::move(staked_parts));
    out.steps.stake = std::move(stakes.stake);
    out.stake_weight = to_u16_proportions(out.steps.stake);
    out.incentive = to_u16_proportions(out.steps.incentive);
    out.dividends = to_u16_proportions(out.steps.dividends);
    out.consensus.resize(in.n);
    out.validator_trust.resize(in.n);
    out.active = std::move(stakes.active);
    return out;
}

}  // namespace kernel
