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

void hash_into(Bytes& key, Hasher h, BytesView e) {
    auto append = [&](const auto& hash) { key.insert(key.end(), hash.begin(), hash.end()); };
    switch (h) {
        case Hasher::blake2_128: return append(crypto::blake2_128(e));
        case Hasher::blake2_256: return append(crypto::blake2_256(e));
        case Hasher::twox_128: return append(crypto::twox_128(e));
        case Hasher::twox_256: return append(crypto::twox_256(e));
        case Hasher::blake2_128_concat: append(crypto::blake2_128(e)); break;
        case Hasher::twox_64_concat: append(crypto::twox_64(e)); break;
        case Hasher::identity: break;
    }
    append(e);
}

void each_raw(const State& s, BytesView prefix, FunctionRef<bool(BytesView, BytesView)> visit) {
    Bytes at(prefix.begin(), prefix.end());
    for (;;) {
        auto next = s.next_key(at);
        if (!next || next->size() < prefix.size() ||
            !std::equal(prefix.begin(), prefix.end(), next->begin()))
            return;
        at = *std::move(next);
        auto value = s.get(at);
        if (value && !visit(at, *value)) return;
    }
}
