// Blocks and every version of every state value in memory.
#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "store/arena.hpp"
#include "store/histories.hpp"
#include "store/store.hpp"

namespace store {
namespace {

class ViewAt final : public View {
public:
    ViewAt(const Histories& histories, u32 block) : histories_(histories), block_(block) {}
    bool read(BytesView key, ValueReader reader) const override {
        const auto lock = histories_.reading();
        return histories_.read(block_, key, reader);
    }
    std::optional<Bytes> next_key(BytesView key) const override {
        const auto lock = histories_.reading();
        return histories_.next_key(block_, key);
    }
    void scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const override {
        const auto lock = histories_.reading();
        histories_.scan(block_, key, use);
    }

private:
    const Histories& histories_;
    u32 block_;
};

class MemoryBackend final : public Backend {
public:
    Outcome<> write(const Block& block, const Changes& changes) override {
        histories_.add(block.number, changes);
        const std::unique_lock lock(mutex_);
        ASSERT(block.number == blocks_.size());
        blocks_.push_back(
            {block.hash, keep(block.header), bodies_.keep(block.body), keep(block.extra)});
        numbers_.emplace(first_bytes(block.hash), block.number);
        return {};
    }

    const View& head_view() const override { return histories_.newest(); }

    std::optional<Head> head() const override {
        const std::shared_lock lock(mutex_);
        if (blocks_.empty()) return std::nullopt;
        return Head{static_cast<u32>(blocks_.size() - 1), blocks_.back().hash};
    }
    std::unique_ptr<View> view_at(u32 number) const override {
        const std::shared_lock lock(mutex_);
        if (number >= blocks_.size()) return nullptr;
        return std::make_unique<ViewAt>(histories_, number);
    }
    std::optional<Block> block(u32 number) const override {
        const std::shared_lock lock(mutex_);
        if (number >= blocks_.size()) return std::nullopt;
        const auto& b = blocks_[number];
        Block out{number, b.hash, to_bytes(b.header), {}, to_bytes(b.extra)};
        b.body.read([&](BytesView body) { out.body = to_bytes(body); });
        return out;
    }
    std::optional<Hash> hash_of(u32 number) const override {
        const std::shared_lock lock(mutex_);
        if (number >= blocks_.size()) return std::nullopt;
        return blocks_[number].hash;
    }
    std::optional<u32> number_of(const Hash& hash) const override {
        const std::shared_lock lock(mutex_);
        const auto [first, last] = numbers_.equal_range(first_bytes(hash));
        const auto it = std::find_if(
            first, last, [&](const auto& entry) { return blocks_[entry.second].hash == hash; });
        return it == last ? std::nullopt : std::optional(it->second);
    }

private:
    struct Entry {
        Hash hash;
        BytesView header;
        Kept body;
        BytesView extra;
    };
    static u32 first_bytes(const Hash& hash) {
        u32 out;
        std::memcpy(&out, hash.data(), sizeof out);
        return out;
    }
    BytesView keep(BytesView bytes) { return {arena_.keep(bytes), bytes.size()}; }

    Histories histories_{Histories::all_blocks};
    mutable std::shared_mutex mutex_;  // guards the rest
    Arena arena_;
    Shelf bodies_{6};  // as many as authors take turns, and then some
    std::vector<Entry> blocks_;
    std::unordered_multimap<u32, u32> numbers_;  // by first_bytes() of the hash
};

}  // namespace

std::unique_ptr<Backend> memory_backend() { return std::make_unique<MemoryBackend>(); }

}  // namespace store
