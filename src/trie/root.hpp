// Trie roots computed from all entries at once: the reference for the incremental trie.
#pragma once
#include <span>

#include "trie/node_codec.hpp"

namespace trie {

struct Entry {
    BytesView key, value;
};

/// Root of a map given in ascending order of distinct keys. No key longer than MaxPartial / 2
/// bytes.
Hash root(std::span<const Entry> ordered, Version version = Version::v1);

/// Root of any ordered map of bytes to bytes.
template <class Map>
Hash root_of(const Map& map, Version version = Version::v1) {
    std::vector<Entry> entries;
    entries.reserve(map.size());
    for (const auto& [key, value] : map) entries.push_back({key, value});
    return root(entries, version);
}

/// Root of a list: keys are the SCALE compact indices. The extrinsics root is v0 as long as the
/// runtime's system_version is 1.
Hash ordered_root(std::span<const Bytes> items, Version version = Version::v0);

}  // namespace trie
