// Small helpers on byte strings: order, copies, prefixes.
#pragma once
#include <algorithm>
#include <cstring>

#include "base/types.hpp"

inline Bytes to_bytes(BytesView v) { return {v.begin(), v.end()}; }

/// Lexicographic order of unsigned bytes: negative, zero or positive as memcmp.
inline int compare(BytesView a, BytesView b) {
    const auto n = std::min(a.size(), b.size());
    const int order = n == 0 ? 0 : std::memcmp(a.data(), b.data(), n);
    if (order != 0) return order;
    return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

inline bool equal(BytesView a, BytesView b) { return a.size() == b.size() && compare(a, b) == 0; }

inline bool starts_with(BytesView bytes, BytesView prefix) {
    return bytes.size() >= prefix.size() && equal(bytes.first(prefix.size()), prefix);
}

/// Order of ordered containers keyed by Bytes; a lookup by BytesView copies nothing.
struct BytesLess {
    using is_transparent = void;
    bool operator()(BytesView a, BytesView b) const { return compare(a, b) < 0; }
};
