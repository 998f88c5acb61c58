// Blocks of a network as large as the main one: 128 subnets of 256 neurons, 64 of them validators.
#include <benchmark/benchmark.h>

#include "base/assert.hpp"
#include "frame/pallet.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/coinbase/block_step.hpp"
#include "pallets/subtensor/genesis.hpp"
#include "runtime/executive.hpp"
#include "testing/env/large_network.hpp"

namespace subtensor {
namespace {

constexpr u16 subnets = 128, neurons = 256;
constexpr u64 before = 1'000;  // the state is that after this block

MemoryView main_network() {
    MemoryView view;
    State s(view);
    build_frame_genesis(
        s, {.balances = {{spread_account(1), 1'000'000_tao}}, .authorities = {AccountId{{5}}}});
    build_genesis(s, {.issuance = 1'000'000_tao});
    for (u16 netuid = 2; netuid < subnets + 2; ++netuid)
        add_large_subnet(s, {.netuid = {netuid}, .neurons = neurons}, before);
    storage.NetworksAdded.erase(s, NetUid{1});
    view.apply(std::move(s).take_changes());
    return view;
}
const MemoryView& network() {
    static const MemoryView view = main_network();
    return view;
}

/// All of a block but the hashing of its state, with its changes in order; how many keys it
/// changed.
std::size_t empty_block(State& state) {
    BlockExecution block(state, before + 1, Hash{7}, {{aura::slot_digest(1)}});
    block.finalize();
    state.changes().settle();
    return state.changes().size();
}

void block_without_an_epoch(benchmark::State& bench) {
    const auto& view = network();
    for (auto _ : bench) {
        State state(view);
        bench.counters["changed_keys"] = double(empty_block(state));
    }
}
BENCHMARK(block_without_an_epoch)->Unit(benchmark::kMillisecond);

void block_with_128_epochs(benchmark::State& bench) {
    MemoryView view = network();
    State s(view);
    storage.MaxEpochsPerBlock.set(s, 255);
    for (u16 netuid = 2; netuid < subnets + 2; ++netuid) {
        storage.LastEpochBlock.set(s, NetUid{netuid}, before + 1 - 360);
        storage.PendingServerEmission.set(s, NetUid{netuid}, {1'000'000'000});
        storage.PendingValidatorEmission.set(s, NetUid{netuid}, {1'000'000'000});
    }
    view.apply(std::move(s).take_changes());
    for (auto _ : bench) {
        State state(view);
        bench.counters["changed_keys"] = double(empty_block(state));
    }
}
BENCHMARK(block_with_128_epochs)->Unit(benchmark::kMillisecond);

/// Decoded and dispatched; without the signature.
void set_weights_of_256_uids(benchmark::State& bench) {
    MemoryView view = network();
    State s(view);
    const NetUid netuid{2};
    storage.WeightsSetRateLimit.set(s, netuid, 0);
    storage.CommitRevealWeightsEnabled.set(s, netuid, false);
    set_weights call{.netuid = netuid};
    for (u16 uid = 0; uid < neurons; ++uid) {
        call.dests.push_back(uid);
        call.weights.push_back(u16(uid + 1));
    }
    Bytes raw{set_weights::pallet, set_weights::index};
    scale::encode(raw, call);
    Context cx{s, before + 1};
    u16 uid = 0;
    for (auto _ : bench) {
        scale::Reader in(raw);
        AnyCall decoded;
        scale::decode(in, decoded);
        uid = u16((uid + 1) % 64);
        const auto who = Origin::signed_by(hotkey_of(netuid, uid));
        ASSERT(bool(transactional(cx, [&] { return decoded.dispatch(cx, who); })));
        cx.events.clear();
    }
    bench.SetItemsProcessed(bench.iterations());
}
BENCHMARK(set_weights_of_256_uids);

void get_all_metagraphs(benchmark::State& bench) {
    const ApiRow* const row = find_api("SubnetInfoRuntimeApi_get_all_metagraphs");
    const auto& view = network();
    for (auto _ : bench) {
        State s(view);
        bench.counters["bytes"] = double(row->call(s, {})->size());
    }
}
BENCHMARK(get_all_metagraphs)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace subtensor
