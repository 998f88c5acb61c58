// The versions of every state value in memory, from some block on.
#pragma once
#include <array>
#include <deque>
#include <shared_mutex>

#include "state/state.hpp"

namespace store {

/// A value as one block left it. Up to 8 bytes lie here, longer ones on the heap: most values are
/// short, and there are many.
class Version {
public:
    Version() = default;
    Version(u32 block, const std::optional<Bytes>& value);
    /// The value of another version, which both hold from now on. (writer)
    Version(u32 block, const Version& same);
    Version(Version&& other) noexcept { swap(other); }
    Version& operator=(Version&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Version() {
        if (!is_short() && present()) release();
    }

    u32 block() const { return block_; }
    bool present() const { return size_ != erased; }
    /// Valid as long as this object.
    BytesView bytes() const { return {is_short() ? short_ : long_ + counter, size_}; }

private:
    static constexpr u32 erased = ~0u;
    static constexpr std::size_t counter = sizeof(u32);  // of versions that hold it, in front
    bool is_short() const { return size_ <= sizeof short_; }
    void swap(Version& other) noexcept;
    void release() noexcept;

    u32 block_ = 0;
    u32 size_ = erased;
    union {
        u8 short_[8] = {};
        u8* long_;
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

private:
    /// All versions of one key; the newest is beside the key because most reads want it.
    struct History {
        Version newest;
        std::vector<Version> older;  // by block, ascending

        void add(Version version);
        void forget_before(u32 block);
        const Version* at(u32 block) const;
    };
    using Map = std::map<Bytes, History, BytesLess>;

    class NewestView final : public View {
    public:
        explicit NewestView(const Map& map) : map_(map) {}
        bool read(BytesView key, ValueReader reader) const override;
        std::optional<Bytes> next_key(BytesView key) const override;

    private:
        const Map& map_;
    };

    void forget_before(u32 block);
    Version version_of(u32 block, const std::optional<Bytes>& value);

    /// Values of late, so that what several keys hold one after the other lies here once, as hashes
    /// of blocks and keys of authors do. What every block changes must not push out the big ones.
    template <std::size_t size>
    struct Recent {
        std::array<Version, size> values{};
        std::size_t next = 0;
        Version version_of(u32 block, const Bytes& value);
    };
    static constexpr std::size_t small = 32, big = 256;

    const u32 kept_blocks_;
    mutable std::shared_mutex mutex_;
    Map map_;
    NewestView newest_{map_};
    u32 first_ = 0;
    Recent<4> small_;
    Recent<16> big_;
    struct Change {
        u32 block;
        std::vector<Map::iterator> at;
    };
    std::deque<Change> changed_;  // since first(); empty where all blocks are kept
};

}  // namespace store
