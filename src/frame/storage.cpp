// The untyped half of storage items: prefixes, hashed keys, walks.
#include "frame/storage.hpp"

#include <algorithm>

#include "crypto/hash.hpp"

StorageEntry::StorageEntry(StorageList& list, std::string_view name, std::span<const Part> keys,
                           scale::TypeRef value, bool optional, std::string_view doc, Shown shown)
    : name_(name), doc_(doc), keys_(keys), value_(value), optional_(optional), shown_(shown) {
    auto p = crypto::twox_128(list.pallet()), n = crypto::twox_128(name);
    std::copy(p.begin(), p.end(), prefix_.begin());
    std::copy(n.begin(), n.end(), prefix_.begin() + 16);
    list.entries_.push_back(this);
}

void hash_part(Bytes& key, std::size_t from, Hasher h) {
    const auto encoded = BytesView(key).subspan(from + hash_length(h));
    const auto begin = key.begin() + static_cast<std::ptrdiff_t>(from);
    const auto put_before = [&](const auto& hash) { std::copy(hash.begin(), hash.end(), begin); };
    const auto replace = [&](const auto& hash) {
        key.resize(from);
        key.insert(key.end(), hash.begin(), hash.end());
    };
    switch (h) {
        case Hasher::blake2_128: return replace(crypto::blake2_128(encoded));
        case Hasher::blake2_256: return replace(crypto::blake2_256(encoded));
        case Hasher::twox_128: return replace(crypto::twox_128(encoded));
        case Hasher::twox_256: return replace(crypto::twox_256(encoded));
        case Hasher::blake2_128_concat: return put_before(crypto::blake2_128(encoded));
        case Hasher::twox_64_concat: return put_before(crypto::twox_64(encoded));
        case Hasher::identity: return;
    }
}
