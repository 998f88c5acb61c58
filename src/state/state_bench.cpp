// What one storage access costs block execution: reads, writes, transactions, steps to the next
// key.
#include <benchmark/benchmark.h>

#include <random>

#include "state/state.hpp"

namespace {

/// 3,000 keys of 64 bytes; 40 of each share their first half, as the entries of a map do.
const MemoryView& base() {
    static const MemoryView view = [] {
        MemoryView v;
        std::mt19937_64 random(1);
        Bytes key(64);
        for (int i = 0; i < 3000; ++i) {
            for (std::size_t at = i % 40 == 0 ? 0 : 32; at < 64; ++at)
                key[at] = static_cast<u8>(random());
            v.put(key, Bytes(16, 1));
        }
        return v;
    }();
    return view;
}
const std::vector<Bytes>& keys() {
    static const std::vector<Bytes> all = [] {
        std::vector<Bytes> out;
        for (const auto& [key, value] : base().entries()) out.push_back(to_bytes(key));
        std::shuffle(out.begin(), out.end(), std::mt19937_64(2));
        return out;
    }();
    return all;
}

u64 sum(const State& state, const Bytes& key) {
    u64 out = 0;
    state.read(key, [&](BytesView value) { out += value[0]; });
    return out;
}

void read_of_the_base(benchmark::State& bench) {
    State state(base());
    std::size_t i = 0;
    for (auto _ : bench) benchmark::DoNotOptimize(sum(state, keys()[i++ % 3000]));
}
BENCHMARK(read_of_the_base);

void read_of_a_pending_value(benchmark::State& bench) {
    State state(base());
    for (std::size_t i = 0; i < 100; ++i) state.put(keys()[i], Bytes(16, 2));
    std::size_t i = 0;
    for (auto _ : bench) benchmark::DoNotOptimize(sum(state, keys()[i++ % 100]));
}
BENCHMARK(read_of_a_pending_value);

void overwrite(benchmark::State& bench) {
    State state(base());
    std::size_t i = 0;
    for (auto _ : bench) state.put(keys()[i++ % 100], Bytes(16, 2));
}
BENCHMARK(overwrite);

void transaction_of_4_writes(benchmark::State& bench) {
    State state(base());
    const bool keep = bench.range(0) == 1;
    for (auto _ : bench) {
        Transaction transaction(state);
        for (std::size_t i = 0; i < 4; ++i) state.put(keys()[i], Bytes(16, 3));
        if (keep) transaction.keep();
    }
}
BENCHMARK(transaction_of_4_writes)->ArgName("keep")->Arg(0)->Arg(1);

void empty_transaction(benchmark::State& bench) {
    State state(base());
    for (auto _ : bench) Transaction(state).keep();
}
BENCHMARK(empty_transaction);

void step_to_the_next_key(benchmark::State& bench) {
    State state(base());
    for (std::size_t i = 0; i < 300; ++i) {
        state.erase(keys()[2 * i]);
        state.put(keys()[2 * i + 1], {});
    }
    std::optional<Bytes> key;
    for (auto _ : bench) key = state.next_key(key ? *key : Bytes{});
}
BENCHMARK(step_to_the_next_key);

}  // namespace
