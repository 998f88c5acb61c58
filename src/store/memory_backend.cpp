// Blocks and every version of every state value in memory.
#include <algorithm>
#include <array>
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

private:
    const Histories& histories_;
    u32 block_;
};

/// A body: what stands in a body not long ago at the same place lies there only.
struct Body {
    const u8* head = nullptr;
    const u8* shared = nullptr;
    u32 head_size = 0, shared_size = 0, size = 0;  // the rest follows the head

    Bytes bytes() const {
        Bytes out(head, head + head_size);
        out.insert(out.end(), shared, shared + shared_size);
        out.insert(out.end(), head + head_size, head + (size - shared_size));
        return out;
    }
};

class Bodies {
public:
    explicit Bodies(Arena& arena) : arena_(arena) {}
    Body keep(BytesView body) {
        Body out;
        out.size = static_cast<u32>(body.size());
        for (const auto& old : recent_) share(body, old, out);
        if (out.shared_size == 0) {
            out.head = arena_.keep(body);
            out.head_size = out.size;
            if (body.size() >= worth_sharing)
                recent_[next_++ % recent_.size()] = {out.head, body.size()};
            return out;
        }
        auto own = to_bytes(body.first(out.head_size));
        const auto rest = body.subspan(out.head_size + out.shared_size);
        own.insert(own.end(), rest.begin(), rest.end());
        out.head = arena_.keep(own);
        return out;
    }

private:
    static constexpr std::size_t worth_sharing = 256, furthest_start = 64;

    static void share(BytesView body, BytesView old, Body& out) {
        const auto end = std::min(body.size(), old.size());
        for (std::size_t from = 0; from < furthest_start && from + worth_sharing <= end; ++from) {
            if (std::memcmp(&body[from], &old[from], worth_sharing) != 0) continue;
            std::size_t to = from + worth_sharing;
            while (to < end && body[to] == old[to]) ++to;
            if (to - from <= out.shared_size) return;
            out.shared = &old[from];
            out.head_size = static_cast<u32>(from);
            out.shared_size = static_cast<u32>(to - from);
            return;
        }
    }

    Arena& arena_;
    std::array<BytesView, 6> recent_{};  // as many as authors take turns, and then some
    std::size_t next_ = 0;
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
        return Block{number, b.hash, to_bytes(b.header), b.body.bytes(), to_bytes(b.extra)};
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
    struct Kept {
        Hash hash;
        BytesView header;
        Body body;
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
    Bodies bodies_{arena_};
    std::vector<Kept> blocks_;
    std::unordered_multimap<u32, u32> numbers_;  // by first_bytes() of the hash
};

}  // namespace

std::unique_ptr<Backend> memory_backend() { return std::make_unique<MemoryBackend>(); }

}  // namespace store
