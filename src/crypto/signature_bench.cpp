// How fast signatures verify, alone and in batches, and how fast short inputs hash.
#include <benchmark/benchmark.h>

#include "crypto/ecdsa.hpp"
#include "crypto/ed25519.hpp"
#include "crypto/hash.hpp"
#include "crypto/signature.hpp"
#include "crypto/sr25519.hpp"

using namespace crypto;

namespace {

const Bytes message(120, 7);  // about a signed transfer's payload

Seed seed(u8 number) {
    Seed out;
    out.fill(number);
    return out;
}

void sr25519_verify_one(benchmark::State& state) {
    const Sr25519Pair pair = sr25519_from_seed(seed(1));
    const Signature signature = sr25519_sign(pair, message);
    for (auto _ : state)
        if (!sr25519_verify(signature, message, pair.public_key)) state.SkipWithError("refused");
}
BENCHMARK(sr25519_verify_one)->Unit(benchmark::kMicrosecond);

void sr25519_verify_many(benchmark::State& state) {
    std::vector<Sr25519Pair> pairs;
    std::vector<Signature> signatures;
    for (int i = 0; i < state.range(0); ++i) {
        pairs.push_back(sr25519_from_seed(seed(static_cast<u8>(i))));
        signatures.push_back(sr25519_sign(pairs.back(), message));
    }
    std::vector<Signed> entries;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        entries.push_back(
            {signatures[i].data(), pairs[i].public_key.data(), message.data(), message.size()});
    for (auto _ : state)
        if (!sr25519_verify_batch(entries)) state.SkipWithError("refused");
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(sr25519_verify_many)->Arg(2)->Arg(8)->Arg(32)->Arg(128)->Unit(benchmark::kMicrosecond);

void sr25519_sign_one(benchmark::State& state) {
    const Sr25519Pair pair = sr25519_from_seed(seed(1));
    for (auto _ : state) benchmark::DoNotOptimize(sr25519_sign(pair, message));
}
BENCHMARK(sr25519_sign_one)->Unit(benchmark::kMicrosecond);

void ed25519_verify_one(benchmark::State& state) {
    const Signature signature = ed25519_sign(seed(1), message);
    const PublicKey key = ed25519_public(seed(1));
    for (auto _ : state)
        if (!ed25519_verify(signature, message, key)) state.SkipWithError("refused");
}
BENCHMARK(ed25519_verify_one)->Unit(benchmark::kMicrosecond);

void ecdsa_verify_one(benchmark::State& state) {
    const EcdsaSignature signature = *ecdsa_sign(seed(1), message);
    const AccountBytes account = ecdsa_account(*ecdsa_public(seed(1)));
    for (auto _ : state)
        if (!verify(SignatureKind::Ecdsa, signature, message, account))
            state.SkipWithError("refused");
}
BENCHMARK(ecdsa_verify_one)->Unit(benchmark::kMicrosecond);

void blake2_256_of(benchmark::State& state) {
    const Bytes data(static_cast<std::size_t>(state.range(0)), 1);
    for (auto _ : state) benchmark::DoNotOptimize(blake2_256(data));
}
BENCHMARK(blake2_256_of)->Arg(32)->Arg(128)->Arg(1024);

void twox_128_of(benchmark::State& state) {
    const Bytes data(static_cast<std::size_t>(state.range(0)), 1);
    for (auto _ : state) benchmark::DoNotOptimize(twox_128(data));
}
BENCHMARK(twox_128_of)->Arg(8)->Arg(32);

}  // namespace
