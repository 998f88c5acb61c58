#include "pallets/subtensor/coinbase/subnet_emissions.hpp"

#include "kernel/emission_gate.hpp"
#include "kernel/emission_shares.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

static i64 sat_add(i64 a, i64 b) {
    i64 out = 0;
    if (__builtin_add_overflow(a, b, &out)) return a < 0 ? INT64_MIN : INT64_MAX;
    return out;
}
static i64 sat_sub(i64 a, i64 b) {
    i64 out = 0;
    if (__builtin_sub_overflow(a, b, &out)) return a < 0 ? INT64_MIN : INT64_MAX;
    return out;
}

void record_tao_inflow(State& s, NetUid netuid, TaoBalance tao) {
    storage.SubnetTaoFlow.change(s, netuid, [&](i64& f) { f = sat_add(f, i64(tao.rao)); });
}
void record_tao_outflow(State& s, NetUid netuid, TaoBalance tao) {
    storage.SubnetTaoFlow.change(s, netuid, [&](i64& f) { f = sat_sub(f, i64(tao.rao)); });
}
void record_protocol_inflow(State& s, NetUid netuid, TaoBalance tao) {
    storage.SubnetProtocolFlow.change(s, netuid, [&](i64& f) { f = sat_add(f, i64(tao.rao)); });
}
void record_protocol_outflow(State& s, NetUid netuid, TaoBalance tao) {
    storage.SubnetProtocolFlow.change(s, netuid, [&](i64& f) { f = sat_sub(f, i64(tao.rao)); });
}

std::vector<NetUid> get_subnets_to_emit_to(const State& s, std::span<const NetUid> subnets) {
    std::vector<NetUid> out;
    for (NetUid netuid : subnets)
        if (!netuid.is_root() && storage.FirstEmissionBlockNumber.has(s, netuid) &&
            storage.SubtokenEnabled.get(s, netuid) &&
            storage.NetworkRegistrationAllowed.get(s, netuid))
            out.push_back(netuid);
    return out;
}

/// The bar stays between two settings, so that a price that moves a little opens and shuts nothing.
static void update_emission_bar(Context& cx, std::span<const U64F64> shares) {
    constexpr u64 interval_blocks = 360;
    auto& s = cx.state;
    if (storage.EmissionGateBar.get(s).bits != 0 && cx.block % interval_blocks != 0) return;
    const auto bar = kernel::emission_bar(shares, storage.EmissionBarRank.get(s),
                                          storage.EmissionBarQuantile.get(s));
    if (bar.bits != 0) storage.EmissionGateBar.set(s, bar);
}

SubnetEmissions get_subnet_block_emissions(Context& cx, std::span<const NetUid> subnets,
                                           TaoBalance block_emission) {
    auto& s = cx.state;
    std::vector<kernel::SubnetForEmission> in;
    for (NetUid netuid : subnets)
        in.push_back({get_moving_alpha_price(s, netuid), storage.MinerBurned.get(s, netuid),
                      storage.SubnetEmissionEnabled.get(s, netuid)});
    auto shares = kernel::emission_shares(in);
    if (since_475(s)) {
        update_emission_bar(cx, shares);
        shares = kernel::gated_shares(shares, storage.EmissionGateBar.get(s),
                                      storage.EmissionGateExponent.get(s));
    }
    auto emissions =
        kernel::subnet_block_emissions(in, shares, U96F32::saturating_from_num(block_emission.rao));
    SubnetEmissions out;
    for (std::size_t i = 0; i < subnets.size(); ++i) out.tao[subnets[i]] = emissions[i];
    out.sell_root_dividends = kernel::root_sell_flag(in);
    return out;
}

}  // namespace subtensor
