// Blocks and every version of every state value in memory.
#include <shared_mutex>
#include <unordered_map>

#include "store/arena.hpp"
#include "store/store.hpp"

namespace store {
namespace {

/// A value as one block left it. Up to 8 bytes lie here, longer ones in the arena.
class Version {
public:
    Version() = default;
    Version(u32 block, const std::optional<Bytes>& value, Arena& arena) : block_(block) {
        if (!value) return;
        ASSERT(value->size() < erased);
        size_ = static_cast<u32>(value->size());
        if (is_short())
            std::copy(value->begin(), value->end(), short_);
        else
            long_ = arena.keep(*value);
    }
    u32 block() const { return block_; }
    bool present() const { return size_ != erased; }
    /// Valid as long as neither this object nor the arena goes.
    BytesView bytes() const { return {is_short() ? short_ : long_, size_}; }

private:
    static constexpr u32 erased = ~0u;
    bool is_short() const { return size_ <= sizeof short_; }

    u32 block_ = 0;
    u32 size_ = erased;
    union {
        u8 short_[8];
        const u8* long_;
    };
};

/// All versions of one key; the newest is beside the key because most reads want it.
struct History {
    Version newest;
    std::vector<Version> older;  // by block, ascending

    void add(const Version& version) {
        if (newest.present() || !older.empty()) {
            // Grows by a quarter: there are many of these and they only grow.
            if (older.size() == older.capacity())
                older.reserve(older.size() + older.size() / 4 + 1);
            older.push_back(newest);
        }
        newest = version;
    }
    const Version* at(u32 block) const {
        if (newest.block() <= block) return &newest;
        auto it = std::upper_bound(older.begin(), older.end(), block,
                                   [](u32 b, const Version& v) { return b < v.block(); });
        return it == older.begin() ? nullptr : &*std::prev(it);
    }
};
using Histories = std::map<Bytes, History, BytesLess>;

bool read_version(const Version* version, ValueReader reader) {
    if (version == nullptr || !version->present()) return false;
    reader(version->bytes());
    return true;
}

/// The newest state, for the writing thread: nobody else changes the map, so it takes no lock.
class NewestView final : public View {
public:
    explicit NewestView(const Histories& histories) : histories_(histories) {}
    bool read(BytesView key, ValueReader reader) const override {
        auto it = histories_.find(key);
        return it != histories_.end() && read_version(&it->second.newest, reader);
    }
    std::optional<Bytes> next_key(BytesView key) const override {
        for (auto it = histories_.upper_bound(key); it != histories_.end(); ++it)
            if (it->second.newest.present()) return it->first;
        return std::nullopt;
    }

private:
    const Histories& histories_;
};

class ViewAt final : public View {
public:
    ViewAt(const Histories& histories, std::shared_mutex& mutex, u32 block)
        : histories_(histories), mutex_(mutex), block_(block) {}
    bool read(BytesView key, ValueReader reader) const override {
        const std::shared_lock lock(mutex_);
        auto it = histories_.find(key);
        return it != histories_.end() && read_version(it->second.at(block_), reader);
    }
    std::optional<Bytes> next_key(BytesView key) const override {
        const std::shared_lock lock(mutex_);
        for (auto it = histories_.upper_bound(key); it != histories_.end(); ++it)
            if (auto version = it->second.at(block_); version != nullptr && version->present())
                return it->first;
        return std::nullopt;
    }

private:
    const Histories& histories_;
    std::shared_mutex& mutex_;
    u32 block_;
};

struct ByFirstBytes {  // a block hash is spread well as it is
    std::size_t operator()(const Hash& h) const {
        std::size_t out;
        std::memcpy(&out, h.data(), sizeof out);
        return out;
    }
};

class MemoryBackend final : public Backend {
public:
    Outcome<> write(const Block& block, const Changes& changes) override {
        const std::unique_lock lock(mutex_);
        ASSERT(block.number == blocks_.size());
        for (const auto& [key, value] : changes)
            histories_[key].add(Version(block.number, value, arena_));
        blocks_.push_back({block.hash, keep(block.header), keep(block.body), keep(block.extra)});
        numbers_.emplace(block.hash, block.number);
        return {};
    }

    const View& head_view() const override { return newest_; }

    std::optional<Head> head() const override {
        const std::shared_lock lock(mutex_);
        if (blocks_.empty()) return std::nullopt;
        return Head{static_cast<u32>(blocks_.size() - 1), blocks_.back().hash};
    }
    std::unique_ptr<View> view_at(u32 number) const override {
        const std::shared_lock lock(mutex_);
        if (number >= blocks_.size()) return nullptr;
        return std::make_unique<ViewAt>(histories_, mutex_, number);
    }
    std::optional<Block> block(u32 number) const override {
        const std::shared_lock lock(mutex_);
        if (number >= blocks_.size()) return std::nullopt;
        const auto& b = blocks_[number];
        return Block{number, b.hash, to_bytes(b.header), to_bytes(b.body), to_bytes(b.extra)};
    }
    std::optional<Hash> hash_of(u32 number) const override {
        const std::shared_lock lock(mutex_);
        if (number >= blocks_.size()) return std::nullopt;
        return blocks_[number].hash;
    }
    std::optional<u32> number_of(const Hash& hash) const override {
        const std::shared_lock lock(mutex_);
        auto it = numbers_.find(hash);
        return it == numbers_.end() ? std::nullopt : std::optional(it->second);
    }

private:
    struct Kept {
        Hash hash;
        BytesView header, body, extra;
    };
    BytesView keep(BytesView bytes) { return {arena_.keep(bytes), bytes.size()}; }

    mutable std::shared_mutex mutex_;
    Arena arena_;
    Histories histories_;
    std::vector<Kept> blocks_;
    std::unordered_map<Hash, u32, ByFirstBytes> numbers_;
    NewestView newest_{histories_};
};

}  // namespace

std::unique_ptr<Backend> memory_backend() { return std::make_unique<MemoryBackend>(); }

}  // namespace store
