// Recursive construction of a trie root from sorted entries.
#include "trie/root.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "crypto/hash.hpp"
#include "scale/reader.hpp"

namespace trie {
namespace {

u8 nibble(BytesView key, std::size_t i) {
    return i % 2 == 0 ? key[i / 2] >> 4 : key[i / 2] & u8{15};
}

/// The node of all entries in a range that share their first `depth` nibbles.
class Builder {
public:
    explicit Builder(Version version) : version_(version) {}

    Bytes node(std::span<const Entry> range, std::size_t depth) {
        Bytes out;
        const auto first = range.front().key, last = range.back().key;
        const auto shared = common(first, last, depth);
        const auto partial = path(first, depth, shared);
        if (range.size() == 1) {
            Hash hashed;
            encode_leaf(out, partial, value_of(range.front().value, hashed));
            return out;
        }
        NodeValue value;
        Hash hashed;
        if (2 * first.size() == shared) {
            value = value_of(range.front().value, hashed);
            range = range.subspan(1);
        }
        encode_branch(out, partial, value, children(range, shared));
        return out;
    }

private:
    Children children(std::span<const Entry> range, std::size_t depth) {
        Children refs;
        while (!range.empty()) {
            const u8 index = nibble(range.front().key, depth);
            const auto end = std::find_if(range.begin(), range.end(), [&](const Entry& e) {
                return nibble(e.key, depth) != index;
            });
            const auto count = static_cast<std::size_t>(end - range.begin());
            refs[index] = ChildRef::to(node(range.first(count), depth + 1));
            range = range.subspan(count);
        }
        return refs;
    }
    NodeValue value_of(BytesView value, Hash& hashed) const {
        if (version_ == Version::v0 || value.size() <= MaxInlineValue)
            return {NodeValue::Kind::plain, value};
        hashed = crypto::blake2_256(value);
        return {NodeValue::Kind::hashed, hashed};
    }
    static std::size_t common(BytesView a, BytesView b, std::size_t from) {
        const auto end = 2 * std::min(a.size(), b.size());
        while (from < end && nibble(a, from) == nibble(b, from)) ++from;
        return from;
    }
    static Bytes path(BytesView key, std::size_t from, std::size_t to) {
        Bytes out;
        for (; from < to; ++from) out.push_back(nibble(key, from));
        return out;
    }

    Version version_;
};

}  // namespace

Hash root(std::span<const Entry> ordered, Version version) {
    if (ordered.empty()) return empty_root();
    return crypto::blake2_256(Builder(version).node(ordered, 0));
}

Hash ordered_root(std::span<const Bytes> items, Version version) {
    std::vector<Bytes> keys;
    std::vector<Entry> entries;
    keys.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        scale::put_compact(keys.emplace_back(), i);
        entries.push_back({keys.back(), items[i]});
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return compare(a.key, b.key) < 0; });
    return root(entries, version);
}

}  // namespace trie
