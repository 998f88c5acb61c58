// Epoch step: the emission shared by incentive and dividends.
#include "kernel/epoch/steps.hpp"

namespace kernel {
namespace {

std::vector<u64> shares_of(VectorView parts, u64 emission_rao) {
    std::vector<u64> out;
    out.reserve(parts.size());
    for (const I32F32 part : parts) {
        const u128 share = part.bits <= 0 ? 0 : (static_cast<u128>(part.bits) * emission_rao) >> 32;
        out.push_back(share >> 64 == 0 ? static_cast<u64>(share) : ~u64{0});
    }
    return out;
}

}  // namespace

// Without any incentive and dividends the validators get it all by stake.
void share_emission(const EpochInput& in, EpochOutput& out) {
    const EpochSteps& steps = out.steps;
    Vector server = steps.incentive, validator = steps.dividends, combined;
    combined.reserve(server.size());
    for (std::size_t uid = 0; uid < server.size(); ++uid) {
        combined.push_back(server[uid].saturating_add(validator[uid]));
    }
    const I32F32 total = sum(combined);
    if (total.bits == 0) {
        validator = is_zero(steps.active_stake) ? steps.stake : steps.active_stake;
        combined = validator;
    } else {
        normalize_using_sum(server, total);
        normalize_using_sum(validator, total);
        normalize_using_sum(combined, total);
    }
    out.server_emission_rao = shares_of(server, in.emission_rao);
    out.validator_emission_rao = shares_of(validator, in.emission_rao);
    out.emission_rao = shares_of(combined, in.emission_rao);
}

}  // namespace kernel
