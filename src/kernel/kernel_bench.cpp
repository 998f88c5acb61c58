// Time of the pool, share and price arithmetic that runs many times in each block.
#include <benchmark/benchmark.h>

#include "kernel/registration_burn.hpp"
#include "kernel/share_pool.hpp"
#include "kernel/swap.hpp"

namespace {

kernel::Pool pool_with_weight(u64 quote_weight) {
    return {.tao_rao = 61'535'000'000'123,
            .alpha_rao = 1'751'095'000'000'777,
            .balancer = {{quote_weight}},
            .fee_rate = 33};
}

void swap_buy(benchmark::State& state, u64 quote_weight, U64F64 limit) {
    const kernel::Pool pool = pool_with_weight(quote_weight);
    u64 amount = 1'000'000'000;
    for (auto _ : state) {
        kernel::SwapOrder order{.amount_rao = amount++, .limit_price = limit};
        benchmark::DoNotOptimize(kernel::swap(pool, order, 1'000'000));
    }
}

void swap_series(benchmark::State& state) {
    swap_buy(state, 519'529'794'750'595'930, U64F64::max());
}
void swap_to_a_limit(benchmark::State& state) {
    const kernel::Pool pool = pool_with_weight(519'529'794'750'595'930);
    const U64F64 limit = kernel::current_price(pool).saturating_add(U64F64::from_bits(1'000'000));
    swap_buy(state, 519'529'794'750'595'930, limit);
}
void swap_equal_weights(benchmark::State& state) {
    swap_buy(state, 500'000'000'000'000'000, U64F64::max());
}
void swap_exact_root(benchmark::State& state) {
    swap_buy(state, 498'000'000'000'000'000, U64F64::max());  // 251 / 249
}

void share_value(benchmark::State& state) {
    const auto share = kernel::SafeFloat::from_u64(123'456'789'012);
    const auto denominator = kernel::SafeFloat::from_u64(9'876'543'210'987);
    u64 total = 12'345'678'901'234;
    for (auto _ : state) {
        benchmark::DoNotOptimize(kernel::share_value(total++, share, denominator));
    }
}
void share_update(benchmark::State& state) {
    kernel::ShareUpdate pool{12'345'678'901'234, kernel::SafeFloat::from_u64(9'876'543'210'987),
                             kernel::SafeFloat::from_u64(123'456'789'012)};
    i64 amount = 1'000'000;
    for (auto _ : state) {
        pool = kernel::update_value_for_one(pool.shared_value, pool.denominator, pool.share,
                                            amount = -amount);
        benchmark::DoNotOptimize(pool);
    }
}
void burn_decay(benchmark::State& state) {
    u64 burn = 1'000'000'000'000;
    for (auto _ : state) {
        benchmark::DoNotOptimize(kernel::burn_after_decay(burn++, 360, 2, {1, ~u64{0}}));
    }
}

BENCHMARK(swap_series);
BENCHMARK(swap_to_a_limit);
BENCHMARK(swap_equal_weights);
BENCHMARK(swap_exact_root);
BENCHMARK(share_value);
BENCHMARK(share_update);
BENCHMARK(burn_decay);

}  // namespace
