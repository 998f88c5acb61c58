#include "frame/storage_json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.hpp"

const StorageEntry* find_entry(BytesView key) {
    for (auto p : runtime()) {
        if (!p->storage) continue;
        for (auto e : p->storage->entries())
            if (key.size() >= e->prefix().size() &&
                std::equal(e->prefix().begin(), e->prefix().end(), key.begin()))
                return e;
    }
    return nullptr;
}

static std::string_view pallet_of(const StorageEntry& entry) {
    for (auto p : runtime())
        if (p->storage)
            for (auto e : p->storage->entries())
                if (e == &entry) return p->name;
    return "?";
}

static bool keeps_key(Hasher h) {
    return h == Hasher::identity || h == Hasher::twox_64_concat || h == Hasher::blake2_128_concat;
}

std::string key_text(BytesView key) {
    auto e = find_entry(key);
    if (!e) return to_hex_0x(key);
    std::string keys;
    scale::Reader in(key.subspan(e->prefix().size()));
    for (auto& part : e->keys()) {
        if (in.left() == 0) break;  // a prefix of the map
        if (!keys.empty()) keys += ", ";
        if (!keeps_key(part.hasher)) {
            in.view(part.hasher == Hasher::blake2_128 || part.hasher == Hasher::twox_128 ? 16 : 32);
            keys += "#";
        } else {
            in.view(hash_length(part.hasher));
            keys += scale::to_json(part.type(), in);
        }
    }
    if (!in.done()) keys += ", ?";
    auto name = fmt::format("{}.{}", pallet_of(*e), e->name());
    return e->keys().empty() ? name : fmt::format("{}[{}]", name, keys);
}

std::string value_text(BytesView key, BytesView value) {
    if (auto e = find_entry(key)) {
        scale::Reader in(value);
        auto text = scale::to_json(e->value_type()(), in);
        if (in.done()) return text;
    }
    return to_hex_0x(value);
}
