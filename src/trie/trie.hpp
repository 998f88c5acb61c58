// The state trie in memory: changes cost their paths, node hashes are kept.
#pragma once
#include <memory>

#include "trie/node_codec.hpp"

namespace trie {

/// Holds keys, values up to 32 bytes and hashes of longer ones (v0: all values). Not thread-safe:
/// root() and prove() renew hashes. Recursion is as deep as a key has nibbles.
class Trie {
public:
    Trie();
    ~Trie();
    Trie(Trie&&) noexcept;
    Trie& operator=(Trie&&) noexcept;

    /// Each value keeps the version it was written with, as in a node database that is migrated.
    void set(BytesView key, BytesView value, Version version = Version::v1);
    /// An absent key is no error.
    void erase(BytesView key);

    /// Rehashes what changed since the last call.
    Hash root();

    /// Appends the encoded nodes that a lookup of `key` meets, from the root downwards; the path
    /// ends where the key's presence is decided. Returns what is stored at the key; the view holds
    /// until the trie changes.
    NodeValue walk(BytesView key, std::vector<Bytes>& nodes);

private:
    struct Branch;
    struct Item;  // a node
    using Slot = std::unique_ptr<Item>;

    void insert(Slot& slot, BytesView path, NodeValue value);
    void split(Slot& slot, std::size_t at, BytesView path, NodeValue value);
    bool remove(Slot& slot, BytesView path);
    static void tidy_up(Slot& slot);
    void encode(Item& item);  // into scratch_
    void refresh(Item& item);

    Slot top_;
    std::optional<Hash> root_;  // nullopt: something changed
    Bytes scratch_, path_;
};

}  // namespace trie
