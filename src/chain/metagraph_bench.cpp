// A metagraph of 256 neurons, from stored state to bytes; with the parts that cost most.
#include <benchmark/benchmark.h>

#include "chain/block.hpp"
#include "frame/pallet.hpp"
#include "pallets/subtensor/api/metagraph.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "store/test_chain.hpp"

namespace subtensor {
namespace {

AccountId account(u64 number) {
    AccountId id;
    u64 x = number;
    for (auto& byte : id.bytes) {  // splitmix64, so that keys spread as real ones do
        x += 0x9e3779b97f4a7c15;
        u64 z = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
        byte = u8(z >> 27);
    }
    return id;
}

constexpr NetUid netuid{1};
constexpr u64 rao = 1'000'000'000;

void add_neuron(State& s, u16 uid) {
    const AccountId hotkey = account(uid), coldkey = account(10'000u + uid);
    storage.Owner.set(s, hotkey, coldkey);
    append_neuron(s, netuid, hotkey, uid);
    storage.Axons.set(s, netuid, hotkey, {.block = 5, .ip = uid, .port = 8091, .ip_type = 4});
    storage.IdentitiesV2.set(s, coldkey, {.name = Bytes(20, u8('a'))});
    storage.AlphaDividendsPerSubnet.set(s, netuid, hotkey, {uid * rao});
    for (const NetUid where : {netuid, root_netuid})
        increase_stake_for_hotkey_and_coldkey_on_subnet(s, hotkey, coldkey, where,
                                                        {(uid + 1u) * rao});
}

/// 256 neurons with stake, axons and identities; every tenth lends stake to its neighbour.
Changes subnet(u16 neurons) {
    const MemoryView nothing;
    State s(nothing);
    storage.NetworksAdded.set(s, netuid, true);
    storage.TaoWeight.set(s, ~u64{0} / 5);
    for (u16 uid = 0; uid < neurons; ++uid) add_neuron(s, uid);
    for (u16 uid = 0; uid + 1 < neurons; uid += 10) {
        storage.ChildKeys.set(s, account(uid), netuid, {{~u64{0} / 2, account(uid + 1u)}});
        storage.ParentKeys.set(s, account(uid + 1u), netuid, {{~u64{0} / 2, account(uid)}});
    }
    const auto index = get_mechanism_storage_index(netuid, main_mechid);
    storage.Incentive.set(s, index, std::vector<PerU16>(neurons, {255}));
    for (const auto* item : {&storage.Dividends, &storage.Consensus})
        item->set(s, netuid, std::vector<PerU16>(neurons, {255}));
    storage.Emission.set(s, netuid, std::vector<AlphaBalance>(neurons, {rao}));
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
