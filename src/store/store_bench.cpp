// The store at the size of a small network and of a large one: blocks, reads, scans, proofs, start.
#include <benchmark/benchmark.h>

#include <fstream>

#include "crypto/hash.hpp"
#include "store/test_chain.hpp"

namespace {

using namespace store;

/// Keys as FRAME makes them: one of 300 items (16 bytes of pallet, 16 of item), then an account.
Bytes item_prefix(std::size_t item) {
    Bytes key;
    for (auto text : {"pallet " + std::to_string(item / 40), "item " + std::to_string(item)}) {
        const auto hash = crypto::twox_128(text);
        key.insert(key.end(), hash.begin(), hash.end());
    }
    return key;
}
Bytes key_of(std::size_t n) {
    auto key = item_prefix(n % 300);
    const auto account = crypto::blake2_256(view(std::to_string(n)));
    key.insert(key.end(), account.begin(), account.end());
    return key;
}

class Fixture {
public:
    Fixture(bool disk, std::size_t keys) {
        for (std::size_t i = 0; i < keys; ++i) keys_.push_back(key_of(i));
        auto backend = memory_backend();
        if (disk) backend = *disk_backend({folder_.path()});
        store_ = std::make_unique<Store>(std::move(backend));
        Changes genesis;
        for (const auto& key : keys_) genesis[key] = Bytes(24, key.back());
        commit(std::move(genesis));
    }
    /// Like an empty block: the same few values change each time, most of them short.
    void empty_block() {
        Changes changes;
        for (std::size_t i = 0; i < 15; ++i) changes[keys_[i * 7]] = value(i == 3 ? 200 : 16);
        commit(std::move(changes));
    }
    void scattered_block(std::size_t count) {
        Changes changes;
        for (std::size_t i = 0; i < count; ++i) changes[random_key()] = value(24);
        commit(std::move(changes));
    }
    const Bytes& random_key() { return keys_[random_() % keys_.size()]; }
    Store& store() { return *store_; }
    const std::filesystem::path& folder() const { return folder_.path(); }
    void close() { store_.reset(); }

private:
    Bytes value(std::size_t size) {
        Bytes out(size);
        for (auto& b : out) b = static_cast<u8>(random_());
        return out;
    }
    void commit(Changes changes) {
        const Hash root = store_->propose(std::move(changes));
        auto block = block_of(next_++);
        block.header.insert(block.header.end(), root.begin(), root.end());
        ASSERT(store_->commit(block));
    }

    TemporaryFolder folder_;
    std::unique_ptr<Store> store_;
    std::vector<Bytes> keys_;
    u32 next_ = 0;
    std::mt19937_64 random_{1};
};

std::size_t resident_bytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    file >> all >> resident;
    return resident * 4096;
}

void empty_block(benchmark::State& state) {
    Fixture fixture(state.range(0) == 1, static_cast<std::size_t>(state.range(1)));
    const auto before = resident_bytes();
    std::size_t blocks = 0;
    for (auto _ : state) {
        fixture.empty_block();
        ++blocks;
    }
    state.counters["bytes_a_block"] =
        static_cast<double>(resident_bytes() - before) / static_cast<double>(blocks);
}
BENCHMARK(empty_block)->ArgNames({"disk", "keys"})->Args({0, 3000})->Args({1, 3000});
BENCHMARK(empty_block)->ArgNames({"disk", "keys"})->Args({0, 200000})->Args({1, 200000});

void block_of_1000_changes(benchmark::State& state) {
    Fixture fixture(state.range(0) == 1, 200'000);
    for (auto _ : state) fixture.scattered_block(1000);
}
BENCHMARK(block_of_1000_changes)->ArgName("disk")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// 200,000 keys, 100 blocks of 1000 changes each.
Fixture& grown(bool disk) {
    static std::unique_ptr<Fixture> kept[2];
    auto& fixture = kept[disk ? 1 : 0];
    if (!fixture) {
        fixture = std::make_unique<Fixture>(disk, 200'000);
        for (int i = 0; i < 100; ++i) fixture->scattered_block(1000);
    }
    return *fixture;
}

void read(benchmark::State& state, const View& view, Fixture& fixture) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(view.get(fixture.random_key()));
    }
}
void read_newest(benchmark::State& state) {
    auto& fixture = grown(state.range(0) == 1);
    read(state, fixture.store().head_view(), fixture);
}
void read_old(benchmark::State& state) {
    auto& fixture = grown(state.range(0) == 1);
    const auto view = fixture.store().view_at(50);
    read(state, *view, fixture);
}
BENCHMARK(read_newest)->ArgName("disk")->Arg(0)->Arg(1);
BENCHMARK(read_old)->ArgName("disk")->Arg(0)->Arg(1);

void scan_a_key(benchmark::State& state, const View& view) {
    std::optional<Bytes> key = Bytes{};
    for (auto _ : state) {
        key = view.next_key(key ? *key : Bytes{});
        if (key) benchmark::DoNotOptimize(view.get(*key));
    }
}
void scan_newest(benchmark::State& state) {
    scan_a_key(state, grown(state.range(0) == 1).store().head_view());
}
void scan_old(benchmark::State& state) {
    scan_a_key(state, *grown(state.range(0) == 1).store().view_at(50));
}
BENCHMARK(scan_newest)->ArgName("disk")->Arg(0)->Arg(1);
BENCHMARK(scan_old)->ArgName("disk")->Arg(0)->Arg(1);

void prove_newest(benchmark::State& state) {
    auto& fixture = grown(false);
    for (auto _ : state) {
        const std::vector<Bytes> keys{fixture.random_key()};
        benchmark::DoNotOptimize(fixture.store().prove(100, keys));
    }
}
BENCHMARK(prove_newest);

void first_proof_at_an_old_block(benchmark::State& state) {
    auto& fixture = grown(false);
    u32 number = 0;
    for (auto _ : state) {
        const std::vector<Bytes> keys{fixture.random_key()};
        benchmark::DoNotOptimize(fixture.store().prove(number++ % 50, keys));
    }
}
BENCHMARK(first_proof_at_an_old_block)->Unit(benchmark::kMillisecond);

/// Opening the database and rebuilding the trie.
void restart(benchmark::State& state) {
    Fixture fixture(true, static_cast<std::size_t>(state.range(0)));
    fixture.close();
    for (auto _ : state) ASSERT(Store::open({fixture.folder()}));
}
BENCHMARK(restart)->ArgName("keys")->Arg(3000)->Arg(200000)->Iterations(5)->Unit(
    benchmark::kMillisecond);

/// The whole root of 200,000 entries from nothing, as a base line for the incremental one.
void root_from_nothing(benchmark::State& state) {
    const auto model = contents(grown(false).store().head_view());
    for (auto _ : state) benchmark::DoNotOptimize(trie::root_of(model));
}
BENCHMARK(root_from_nothing)->Unit(benchmark::kMillisecond);

}  // namespace
