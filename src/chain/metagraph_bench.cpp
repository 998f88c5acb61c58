// A metagraph of 256 neurons, from stored state to bytes; with the parts that cost most.
#include <benchmark/benchmark.h>

#include "chain/block.hpp"
#include "frame/pallet.hpp"
#include "pallets/subtensor/api/metagraph.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "store/test_chain.hpp"
#include "testing/env/large_network.hpp"

namespace subtensor {
namespace {

constexpr NetUid netuid{1};

Changes subnet(u16 neurons) {
    const MemoryView nothing;
    State s(nothing);
    storage.TaoWeight.set(s, ~u64{0} / 5);
    add_large_subnet(s, {.netuid = netuid, .neurons = neurons, .validators = 0});
    return std::move(s).take_changes();
}

MemoryView in_memory(u16 neurons) {
    MemoryView view;
    view.apply(subnet(neurons));
    return view;
}

std::size_t metagraph_bytes(const View& view) {
    static const ApiRow* const row = find_api("SubnetInfoRuntimeApi_get_metagraph");
    State s(view);
    return row->call(s, scale::encoded(netuid))->size();
}

void metagraph(benchmark::State& b) {
    const auto view = in_memory(u16(b.range(0)));
    for (auto _ : b) b.counters["bytes"] = double(metagraph_bytes(view));
}
BENCHMARK(metagraph)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond);

/// As a node on disk serves it: a view of the newest block in RocksDB, made for the request.
void metagraph_on_disk(benchmark::State& b) {
    const store::TemporaryFolder folder;
    store::Store store(*store::disk_backend({folder.path()}));
    Header genesis;
    genesis.state_root = {store.propose(subnet(u16(b.range(0))))};
    ASSERT(store.commit(chain::make_block(genesis, {})));
    for (auto _ : b) b.counters["bytes"] = double(metagraph_bytes(*store.view_at(0)));
}
BENCHMARK(metagraph_on_disk)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond);

void stake_weights(benchmark::State& b) {
    const auto view = in_memory(u16(b.range(0)));
    const State s(view);
    for (auto _ : b) benchmark::DoNotOptimize(get_stake_weights_for_network(s, netuid));
}
BENCHMARK(stake_weights)->Arg(256)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace subtensor
