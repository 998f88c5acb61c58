// Blocks and transfers through the whole path: pool, execution, root, store (in memory).
#include <benchmark/benchmark.h>

#include "chain/test_chain.hpp"

namespace {

using namespace chain;

void empty_blocks(benchmark::State& bench) {
    const auto chain = memory_chain();
    for (auto _ : bench) ASSERT(chain->make_block());
    bench.SetItemsProcessed(bench.iterations());
}
BENCHMARK(empty_blocks);

/// Extrinsics are signed beforehand; decoding, both checks of the signature's owner, execution,
/// events, root and storing are measured.
void signed_transfers(benchmark::State& bench) {
    const auto senders = {dev_key("//Alice"), dev_key("//Bob"), dev_key("//Charlie")};
    const auto chain = memory_chain();
    const auto count = static_cast<u32>(bench.range(0));
    u32 nonce = 0;
    for (auto _ : bench) {
        bench.PauseTiming();
        std::vector<Bytes> extrinsics;
        for (u32 i = 0; i < count; ++i) {
            AccountId to{{1, u8(i), u8(i >> 8)}};
            for (const auto& sender : senders)
                extrinsics.push_back(transfer(*chain, sender, to, 1'000, nonce));
            ++nonce;
        }
        bench.ResumeTiming();
        for (auto& extrinsic : extrinsics) ASSERT(!chain->submit(std::move(extrinsic)));
        ASSERT(chain->make_block());
        ASSERT(chain->pool().size() == 0);
    }
    bench.SetItemsProcessed(bench.iterations() * count * 3);
}
BENCHMARK(signed_transfers)->Arg(500)->Unit(benchmark::kMillisecond);

}  // namespace
