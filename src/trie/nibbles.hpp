// Keys as paths of half bytes, high half first. A path holds one nibble (0..15) per byte.
#pragma once
#include "base/bytes.hpp"

namespace trie {

inline void append_nibbles(Bytes& path, BytesView key) {
    path.reserve(path.size() + 2 * key.size());
    for (u8 b : key) {
        path.push_back(b >> 4);
        path.push_back(b & 15);
    }
}

inline Bytes to_nibbles(BytesView key) {
    Bytes path;
    append_nibbles(path, key);
    return path;
}

inline std::size_t common_prefix(BytesView a, BytesView b) {
    const auto n = std::min(a.size(), b.size());
    return static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(n), b.begin()).first -
        a.begin());
}

}  // namespace trie
