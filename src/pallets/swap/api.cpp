// Runtime APIs: prices and what a swap would give.
// Source: subtensor runtime/src/lib.rs, pallets/swap/runtime-api.
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/swap/pallet.hpp"
#include "pallets/swap/swap.hpp"

namespace swap {
namespace {

struct SimSwapResult {
    TaoBalance tao_amount{};
    AlphaBalance alpha_amount{};
    TaoBalance tao_fee{};
    AlphaBalance alpha_fee{};
    TaoBalance tao_slippage{};
    AlphaBalance alpha_slippage{};
    FIELDS(tao_amount, alpha_amount, tao_fee, alpha_fee, tao_slippage, alpha_slippage)
    PATH("pallet_subtensor_swap_runtime_api::SimSwapResult")
};
struct SubnetPrice {
    NetUid netuid{};
    u64 price = 0;
    FIELDS(netuid, price)
    PATH("pallet_subtensor_swap_runtime_api::SubnetPrice")
};

U64F64 num(u64 v) { return U64F64::saturating_from_num(v); }

/// In rao per whole alpha.
u64 current_alpha_price_rao(State& s, NetUid netuid) {
    return current_alpha_price(s, netuid)
        .saturating_mul(num(1'000'000'000))
        .saturating_to_num<u64>();
}
std::vector<SubnetPrice> current_alpha_price_all(State& s) {
    std::vector<SubnetPrice> out;
    for (const NetUid netuid : subtensor::get_all_subnet_netuids(s))
        out.push_back({netuid, current_alpha_price_rao(s, netuid)});
    return out;
}
SimSwapResult sim_swap_tao_for_alpha(State& s, NetUid netuid, TaoBalance tao) {
    const u64 ideal =
        num(tao.rao).safe_div(current_alpha_price(s, netuid)).saturating_to_num<u64>();
    const auto r = sim_swap(s, netuid, tao);
    if (!r) return {};
    return {.tao_amount = r->amount_paid_in,
            .alpha_amount = r->amount_paid_out,
            .tao_fee = r->fee_paid,
            .alpha_slippage = saturating_sub(AlphaBalance{ideal}, r->amount_paid_out)};
}
SimSwapResult sim_swap_alpha_for_tao(State& s, NetUid netuid, AlphaBalance alpha) {
    const u64 ideal =
        num(alpha.rao).saturating_mul(current_alpha_price(s, netuid)).saturating_to_num<u64>();
    const auto r = sim_swap(s, netuid, alpha);
    if (!r) return {};
    return {.tao_amount = r->amount_paid_out,
            .alpha_amount = r->amount_paid_in,
            .alpha_fee = r->fee_paid,
            .tao_slippage = saturating_sub(TaoBalance{ideal}, r->amount_paid_out)};
}

}  // namespace

static constexpr std::array rows{
    api<current_alpha_price_rao>("SwapRuntimeApi_current_alpha_price", "netuid"),
    api<current_alpha_price_all>("SwapRuntimeApi_current_alpha_price_all"),
    api<sim_swap_tao_for_alpha>("SwapRuntimeApi_sim_swap_tao_for_alpha", "netuid, tao"),
    api<sim_swap_alpha_for_tao>("SwapRuntimeApi_sim_swap_alpha_for_tao", "netuid, alpha"),
};
std::span<const ApiRow> apis() { return rows; }

}  // namespace swap
