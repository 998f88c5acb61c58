// Swaps against the stored pools.
#include "pallets/swap/swap.hpp"

#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/swap/errors.hpp"
#include "pallets/swap/storage.hpp"
#include "pallets/system/spec_version.hpp"

namespace swap {
namespace {

kernel::Pool pool_of(const State& s, NetUid netuid) {
    return {.tao_rao = subtensor::storage.SubnetTAO.get(s, netuid).rao,
            .alpha_rao = subtensor::storage.SubnetAlphaIn.get(s, netuid).rao,
            .balancer = storage.SwapBalancer.get(s, netuid),
            .fee_rate = storage.FeeRate.get(s, netuid),
            .mechanism = subtensor::storage.SubnetMechanism.get(s, netuid)};
}

Error error_of(kernel::SwapError e) {
    switch (e) {
        case kernel::SwapError::input_too_large: return Error::SwapInputTooLarge;
        case kernel::SwapError::reserves_too_low: return Error::ReservesTooLow;
        case kernel::SwapError::price_limit_exceeded: return Error::PriceLimitExceeded;
        default: return Error::InsufficientLiquidity;
    }
}

template <class In>
using Out = std::conditional_t<std::is_same_v<In, TaoBalance>, AlphaBalance, TaoBalance>;

struct Terms {
    TaoBalance price_limit{};
    bool drop_fees = false;
    bool simulate = false;
};
template <class In>
Result<SwapResult<In, Out<In>>> run(const State& s, NetUid netuid, In amount, const Terms& terms) {
    kernel::Pool pool = pool_of(s, netuid);
    if (!storage.PalSwapInitialized.get(s, netuid)) pool.balancer = {};
    const kernel::SwapOrder order{
        .side = std::is_same_v<In, TaoBalance> ? kernel::Side::buy : kernel::Side::sell,
        .amount_rao = amount.rao,
        .limit_price = kernel::limit_price(terms.price_limit.rao),
        .drop_fees = terms.drop_fees,
        .simulate = terms.simulate};
    const kernel::SwapResult r = kernel::swap(pool, order, constants.MinimumReserve.value);
    if (r.error != kernel::SwapError::none) return fail(error_of(r.error));
    return SwapResult<In, Out<In>>{{r.paid_in}, {r.paid_out}, {r.fee}, {r.fee_to_block_author}};
}
template <class In>
Result<SwapResult<In, Out<In>>> run_and_initialize(State& s, NetUid netuid, In amount,
                                                   const Terms& terms) {
    auto r = run(s, netuid, amount, terms);
    if (r) init_swap(s, netuid, std::nullopt);
    return r;
}
template <class In>
Result<SwapResult<In, Out<In>>> simulate(const State& s, NetUid netuid, In amount,
                                         TaoBalance price_limit) {
    if (subtensor::storage.SubnetMechanism.get(s, netuid) == 1)
        return run(s, netuid, amount, {.price_limit = price_limit, .simulate = true});
    const In actual = subtensor::if_subnet_exist(s, netuid) ? amount : In{};
    return SwapResult<In, Out<In>>{actual, {actual.rao}, {}, {}};
}

}  // namespace

U64F64 current_alpha_price(const State& s, NetUid netuid) {
    return kernel::current_price(pool_of(s, netuid));
}

Result<BuyResult> do_swap(State& s, NetUid netuid, TaoBalance amount, TaoBalance price_limit,
                          bool drop_fees) {
    return run_and_initialize(s, netuid, amount, {price_limit, drop_fees, false});
}
Result<SellResult> do_swap(State& s, NetUid netuid, AlphaBalance amount, TaoBalance price_limit,
                           bool drop_fees) {
    return run_and_initialize(s, netuid, amount, {price_limit, drop_fees, false});
}
Result<BuyResult> sim_swap_limit(const State& s, NetUid netuid, TaoBalance amount,
                                 TaoBalance price_limit) {
    return run(s, netuid, amount, {price_limit, false, true});
}
Result<SellResult> sim_swap_limit(const State& s, NetUid netuid, AlphaBalance amount,
                                  TaoBalance price_limit) {
    return run(s, netuid, amount, {price_limit, false, true});
}
Result<BuyResult> sim_swap(const State& s, NetUid netuid, TaoBalance amount) {
    return simulate(s, netuid, amount, max_price());
}
Result<SellResult> sim_swap(const State& s, NetUid netuid, AlphaBalance amount) {
    return simulate(s, netuid, amount, min_price());
}

u64 approx_fee_amount(const State& s, NetUid netuid, u64 amount_rao) {
    return kernel::swap_fee(pool_of(s, netuid), amount_rao);
}
AlphaBalance get_alpha_amount_for_tao(const State& s, NetUid netuid, TaoBalance tao) {
    return {kernel::alpha_for_tao(pool_of(s, netuid), tao.rao)};
}

void init_swap(State& s, NetUid netuid, std::optional<U64F64> price) {
    if (storage.PalSwapInitialized.get(s, netuid)) return;
    const auto tao = subtensor::storage.SubnetTAO.get(s, netuid);
    const auto alpha = subtensor::storage.SubnetAlphaIn.get(s, netuid);
    const auto balancer = kernel::Balancer::for_price(tao.rao, alpha.rao, price);
    if (!balancer) return;
    storage.SwapBalancer.set(s, netuid, *balancer);
    storage.PalSwapInitialized.set(s, netuid, true);
}

namespace {

template <class Map, class Amount>
void set_or_erase(State& s, const Map& map, NetUid netuid, Amount amount) {
    if (amount.rao == 0)
        map.erase(s, netuid);
    else
        map.set(s, netuid, amount);
}

/// What does not fit waits for a later block; then one side alone may fit.
std::pair<TaoBalance, AlphaBalance> adjust_with_reservoirs(State& s, NetUid netuid, TaoBalance tao,
                                                           AlphaBalance alpha) {
    const kernel::Pool pool = pool_of(s, netuid);
    tao = saturating_add(storage.BalancerTaoReservoir.get(s, netuid), tao);
    alpha = saturating_add(storage.BalancerAlphaReservoir.get(s, netuid), alpha);
    const std::pair<TaoBalance, AlphaBalance> choices[] = {{tao, alpha}, {{}, alpha}, {tao, {}}};
    std::pair<TaoBalance, AlphaBalance> added{};
    for (const auto& choice : choices) {
        const auto changed = pool.balancer.with_added_liquidity(
            pool.tao_rao, pool.alpha_rao, choice.first.rao, choice.second.rao);
        if (!changed) continue;
        storage.SwapBalancer.set(s, netuid, *changed);
        added = choice;
        break;
    }
    set_or_erase(s, storage.BalancerTaoReservoir, netuid, saturating_sub(tao, added.first));
    set_or_erase(s, storage.BalancerAlphaReservoir, netuid, saturating_sub(alpha, added.second));
    return added;
}

}  // namespace

std::pair<TaoBalance, AlphaBalance> adjust_protocol_liquidity(State& s, NetUid netuid,
                                                              TaoBalance tao_delta,
                                                              AlphaBalance alpha_delta) {
    if (frame_system::spec_version(s) >= 475)
        return adjust_with_reservoirs(s, netuid, tao_delta, alpha_delta);
    const kernel::Pool pool = pool_of(s, netuid);
    const auto changed = pool.balancer.with_added_liquidity(pool.tao_rao, pool.alpha_rao,
                                                            tao_delta.rao, alpha_delta.rao);
    if (!changed) return {};
    storage.SwapBalancer.set(s, netuid, *changed);
    return {tao_delta, alpha_delta};
}

std::pair<TaoBalance, AlphaBalance> take_protocol_reservoirs(State& s, NetUid netuid) {
    return {storage.BalancerTaoReservoir.take(s, netuid),
            storage.BalancerAlphaReservoir.take(s, netuid)};
}

bool clear_protocol_liquidity(State& s, NetUid netuid, WeightMeter& meter) {
    if (!meter.try_consume(db_weight(6, 8))) return false;
    (void)take_protocol_reservoirs(s, netuid);
    subtensor::decrease_provided_tao_reserve(s, netuid,
                                             subtensor::storage.SubnetTAO.get(s, netuid));
    subtensor::decrease_provided_alpha_reserve(s, netuid,
                                               subtensor::storage.SubnetAlphaIn.get(s, netuid));
    storage.PalSwapInitialized.erase(s, netuid);
    storage.FeeRate.erase(s, netuid);
    storage.SwapBalancer.erase(s, netuid);
    return true;
}

}  // namespace swap
