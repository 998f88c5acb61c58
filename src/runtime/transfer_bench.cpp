// Signed transfers through the whole path: decode, signature, checks, fee, dispatch, events.
#include <benchmark/benchmark.h>

#include "base/assert.hpp"
#include "crypto/secret_uri.hpp"
#include "pallets/aura/aura.hpp"
#include "pallets/balances/calls.hpp"
#include "runtime/executive.hpp"

namespace {

const Hash genesis_hash{7};

struct Wallet {
    crypto::Sr25519Pair pair = *crypto::sr25519_from_uri("//Alice");
    AccountId account{pair.public_key};

    Bytes transfer(u32 nonce) const {
        auto call = AnyCall::of(balances::transfer_keep_alive{AccountId{{1, 2, 3}}, {{1'000}}});
        ExtrinsicExtra extra{.nonce = nonce};
        auto raw = crypto::sr25519_sign(
            pair, signing_payload(call, extra, genesis_hash, genesis_hash, newest_spec_version));
        MultiSignature signature{};
        std::copy(raw.begin(), raw.end(), signature.bytes.begin());
        return encode_extrinsic({ExtrinsicSigner{account, signature, extra}, 5, call});
    }
};

void a_block_of_transfers(benchmark::State& bench) {
    Wallet alice;
    MemoryView view;
    State genesis(view);
    build_frame_genesis(
        genesis, {.balances = {{alice.account, 1'000'000_tao}}, .authorities = {AccountId{{5}}}});
    view.apply(std::move(genesis).take_changes());
    std::vector<Bytes> extrinsics;
    for (u32 i = 0; i < u32(bench.range(0)); ++i) extrinsics.push_back(alice.transfer(i));
    for (auto _ : bench) {
        State state(view);
        BlockExecution block(state, 1, genesis_hash, {{aura::slot_digest(1)}});
        for (auto& xt : extrinsics) ASSERT(bool(block.apply(xt)));
        block.finalize();
    }
    bench.SetItemsProcessed(bench.iterations() * bench.range(0));
}
BENCHMARK(a_block_of_transfers)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
