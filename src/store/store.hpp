// The chain's memory: blocks, the state after each of them, the state trie of the newest one.
#pragma once
#include <filesystem>
#include <mutex>

#include "base/outcome.hpp"
#include "state/state.hpp"
#include "trie/proof.hpp"

namespace store {

/// What is kept of a block beside the state it leaves. The store does not look into the bytes.
struct Block {
    u32 number = 0;
    Hash hash{};
    Bytes header, body;
    Bytes extra;  // whatever the chain wants to find again with the block
};

/// The newest block.
struct Head {
    u32 number = 0;
    Hash hash{};
};

/// Where blocks and states lie: in memory or in RocksDB. Functions marked (writer) belong to one
/// thread; the others may be called from any thread at any time. Views must not outlive it.
class Backend {
public:
    virtual ~Backend() = default;

    /// (writer) Stores block and state together or, with a failure, neither.
    virtual Outcome<> write(const Block& block, const Changes& changes) = 0;
    /// (writer) The state after the newest block; stays valid and follows each write.
    virtual const View& head_view() const = 0;

    virtual std::optional<Head> head() const = 0;
    /// The state after a block, for use by one thread; nullptr where there is no such block.
    virtual std::unique_ptr<View> view_at(u32 number) const = 0;
    virtual std::optional<Block> block(u32 number) const = 0;
    virtual std::optional<Hash> hash_of(u32 number) const = 0;
    virtual std::optional<u32> number_of(const Hash& hash) const = 0;
};

struct DiskOptions {
    std::filesystem::path directory;
    /// Without it a block survives the death of the process at any moment (the operating system
    /// holds what was written), with it also the loss of power, at one fsync a block.
    bool sync = false;
};

std::unique_ptr<Backend> memory_backend();
/// Opens or creates a folder. Fails with a sentence when it is in use, damaged or not writable.
Outcome<std::unique_ptr<Backend>> disk_backend(const DiskOptions& options);

/// A backend and the trie over its newest state. A new block comes in two steps, because its header
/// holds the state root: propose() the changes, then commit() the finished block, or withdraw().
class Store {
public:
    /// Most keys in one read proof.
    static constexpr std::size_t MaxProofKeys = 4096;

    /// Builds the trie from the newest state.
    explicit Store(std::unique_ptr<Backend> backend);
    static Outcome<std::unique_ptr<Store>> open(const DiskOptions& options);

    /// (writer) The state root once these changes to the newest state are committed. Replaces an
    /// earlier proposal.
    Hash propose(Changes changes);
    /// (writer) Drops the proposal.
    void withdraw();
    /// (writer) Stores a block with the proposed changes. Blocks are numbered from 0 without gaps.
    /// After a failure nothing of it is kept, and the store refuses every later block.
    Outcome<> commit(const Block& block);
    /// (writer)
    const View& head_view() const { return backend_->head_view(); }

    /// Of the newest state, whatever is proposed.
    Hash state_root() const;
    std::optional<Head> head() const { return backend_->head(); }
    std::unique_ptr<View> view_at(u32 number) const { return backend_->view_at(number); }
    std::optional<Block> block(u32 number) const { return backend_->block(number); }
    std::optional<Hash> hash_of(u32 number) const { return backend_->hash_of(number); }
    std::optional<u32> number_of(const Hash& hash) const { return backend_->number_of(hash); }

    /// Trie nodes proving what `keys` hold after a block. Cheap at the newest block; elsewhere the
    /// first proof rebuilds that block's trie (about a second for a million keys), which is kept
    /// until another block is asked for.
    Outcome<std::vector<Bytes>> prove(u32 number, std::span<const Bytes> keys) const;

private:
    void apply(const Changes& changes) const;
    void take_back(const View& newest) const;

    std::unique_ptr<Backend> backend_;
    std::optional<Changes> proposed_;  // already in the trie
    std::optional<Failure> broken_;

    mutable std::mutex mutex_;  // guards trie_, proposed_, state_root_
    mutable trie::Trie trie_;
    Hash state_root_{};

    mutable std::mutex old_mutex_;  // guards the two below
    mutable std::optional<u32> old_number_;
    mutable trie::Trie old_trie_;
};

}  // namespace store
