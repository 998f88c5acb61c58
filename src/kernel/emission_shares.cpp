// How the block's TAO emission is divided over subnets.
#include "kernel/emission_shares.hpp"

#include <algorithm>

namespace kernel {
namespace {

U64F64 sum(std::span<const U64F64> values) {
    U64F64 total;
    for (U64F64 v : values) total = total.saturating_add(v);
    return total;
}

std::vector<U64F64> divided_by(std::vector<U64F64> values, U64F64 total) {
    for (U64F64& v : values) v = v.safe_div(total);
    return values;
}

}  // namespace

std::vector<U64F64> emission_shares(std::span<const SubnetForEmission> subnets) {
    std::vector<U64F64> prices;
    for (const SubnetForEmission& s : subnets) prices.push_back(s.moving_price);
    const U64F64 total_price = sum(prices);
    const std::vector<U64F64> price_shares = divided_by(std::move(prices), total_price);

    std::vector<U64F64> weighted;
    for (std::size_t i = 0; i < subnets.size(); ++i) {
        const U64F64 burned =
            std::min(U64F64::saturating_from_num(subnets[i].miner_burned), U64F64::one());
        weighted.push_back(price_shares[i].saturating_mul(U64F64::one().saturating_sub(burned)));
    }
    const U64F64 total = sum(weighted);
    return total.bits == 0 ? price_shares : divided_by(std::move(weighted), total);
}

std::vector<U96F32> subnet_block_emissions(std::span<const SubnetForEmission> subnets,
                                           std::span<const U64F64> shares, U96F32 block_emission) {
    ASSERT(subnets.size() == shares.size());
    bool any_disabled = false;
    U64F64 enabled_sum;
    for (std::size_t i = 0; i < subnets.size(); ++i) {
        if (subnets[i].emission_enabled) {
            enabled_sum = enabled_sum.saturating_add(shares[i]);
        } else {
            any_disabled = true;
        }
    }
    const U64F64 emission = U64F64::saturating_from_num(block_emission);
    std::vector<U96F32> out;
    for (std::size_t i = 0; i < subnets.size(); ++i) {
        U64F64 share = shares[i];
        if (any_disabled)
            share = subnets[i].emission_enabled ? share.safe_div(enabled_sum) : U64F64{};
        out.push_back(U96F32::saturating_from_num(emission.saturating_mul(share)));
    }
    return out;
}

bool root_sell_flag(std::span<const SubnetForEmission> subnets) {
    U64F64 total;
    for (const SubnetForEmission& s : subnets) total = total.saturating_add(s.moving_price);
    return total > U64F64::one();
}

U96F32 u64_proportion(u64 value) {
    return U96F32::saturating_from_num(value).safe_div(U96F32::saturating_from_num(~u64{0}));
}

U96F32 u16_proportion(u16 value) {
    return U96F32::saturating_from_num(value).safe_div(U96F32::saturating_from_num(65535));
}

U96F32 root_proportion(u64 root_tao_rao, U96F32 tao_weight, u64 alpha_issuance_rao) {
    const U96F32 weighted = U96F32::saturating_from_num(root_tao_rao).saturating_mul(tao_weight);
    return weighted.safe_div(
        weighted.saturating_add(U96F32::saturating_from_num(alpha_issuance_rao)));
}

PoolInjection pool_injection(U96F32 tao_emission, u64 alpha_emission_rao, U64F64 price,
                             U96F32 root_part) {
    const U96F32 p = U96F32::saturating_from_num(price);
    const U96F32 cap = root_part.saturating_mul(U96F32::saturating_from_num(alpha_emission_rao));
    PoolInjection out{tao_emission, tao_emission.safe_div(p), {}};
    if (out.alpha_in > cap) {
        out.alpha_in = cap;
        out.tao_in = cap.saturating_mul(p);
    }
    out.excess_tao = tao_emission.saturating_sub(out.tao_in);
    return out;
}

AlphaOutSplit split_alpha_out(u64 alpha_out_rao, U96F32 owner_cut, U96F32 root_part) {
    const U96F32 half = U96F32::from_bits(U96F32::one().bits / 2);
    const U96F32 created = U96F32::saturating_from_num(alpha_out_rao);
    const U96F32 cut = created.saturating_mul(owner_cut);
    const U96F32 rest = created.saturating_sub(cut);
    const U96F32 root = root_part.saturating_mul(rest).saturating_mul(half);
    const U96F32 server = rest.saturating_mul(half);
    const U96F32 validator = rest.saturating_sub(server).saturating_sub(root);
    return {cut.saturating_to_num<u64>(), server.saturating_to_num<u64>(),
            validator.saturating_to_num<u64>(), root.saturating_to_num<u64>()};
}

U96F32 withheld_proportion(u64 withheld_rao, u64 total_rao) {
    return U96F32::saturating_from_num(withheld_rao)
        .safe_div(U96F32::saturating_from_num(total_rao));
}

}  // namespace kernel
