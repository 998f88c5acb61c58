// The versions of every state value in memory, from some block on.
#pragma once
#include <deque>
#include <shared_mutex>

#include "state/state.hpp"
#include "store/shelf.hpp"

namespace store {

/// A value as one block left it. Up to 8 bytes lie here: most values are short, and there are many.
class Version {
public:
    Version() : short_{} {}
    Version(u32 block, const std::optional<Bytes>& value, Shelf& shelf);
    Version(Version&& other) noexcept { *this = std::move(other); }
    Version& operator=(Version&& other) noexcept;
    ~Version() {
        if (size_ == is_long) long_.~Kept();
    }

    u32 block() const { return block_; }
    bool present() const { return size_ != is_erased; }
    /// False where the value is erased.
    bool read(ValueReader reader) const;

private:
    static constexpr u32 is_erased = ~0u, is_long = ~0u - 1;

    u32 block_ = 0;
    u32 size_ = is_erased;
    union {
        u8 short_[8] = {};
        Kept long_;
    };
};

/// The state after each block from first() on. One writer; the others read under reading().
class Histories {
public:
    static constexpr u32 all_blocks = ~0u;
    /// Keeps the states of that many blocks.
    explicit Histories(u32 kept_blocks) : kept_blocks_(kept_blocks) {}

    /// (writer) What a block changed; blocks ascend. The first one brings a whole state.
    void add(u32 block, const Changes& changes);
    /// (writer) The newest state. Nobody else changes it, so it takes no lock.
    const View& newest() const { return newest_; }

    [[nodiscard]] std::shared_lock<std::shared_mutex> reading() const {
        return std::shared_lock(mutex_);
    }
    /// (reading) The oldest block whose state is here.
    u32 first() const { return first_; }
    /// (reading) As View::read and View::next_key, after a block not before first().
    bool read(u32 block, BytesView key, ValueReader reader) const;
    std::optional<Bytes> next_key(u32 block, BytesView key) const;
    void scan(u32 block, BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const;

private:
    /// All versions of one key; the newest is beside the key because most reads want it.
    struct History {
        Version newest;
        std::vector<Version> older;  // by block, ascending

        void add(Version version);
        void forget_before(u32 block);
        const Version* at(u32 block) const;
    };
    using Map = KeyMap<History>;

    class NewestView final : public View {
    public:
        explicit NewestView(const Map& map) : map_(map) {}
        bool read(BytesView key, ValueReader reader) const override;
        std::optional<Bytes> next_key(BytesView key) const override;
        void scan(BytesView key, FunctionRef<bool(BytesView, BytesView)> use) const override;

    private:
        const Map& map_;
    };

    void forget_before(u32 block);

    const u32 kept_blocks_;
    mutable std::shared_mutex mutex_;
    Map map_;
    NewestView newest_{map_};
    u32 first_ = 0;
    // Several keys hold one value, one after the other: hashes of blocks, keys of authors. What is
    // small changes more often and must not push out what is big.
    static constexpr std::size_t big = 256;
    Shelf small_{4}, big_{16};
    struct Change {
        u32 block;
        std::vector<Map::Entry*> at;
    };
    std::deque<Change> changed_;  // since first(); empty where all blocks are kept
};

}  // namespace store
