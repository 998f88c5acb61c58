// A made-up chain for tests and benches: block n's changes and hash follow from n alone.
#pragma once
#include <cstdlib>
#include <random>

#include "store/store.hpp"
#include "trie/root.hpp"

namespace store {

using Model = std::map<Bytes, Bytes, BytesLess>;

/// Few distinct keys, some of them prefixes of others and with zero bytes; values of 0 to 80 bytes.
inline Changes changes_of(u32 number) {
    std::mt19937_64 random(number * 7919 + 1);
    Changes changes;
    const auto count = random() % 12 + (number == 0 ? 40 : 0);
    for (u64 i = 0; i < count; ++i) {
        Bytes key(random() % 5);
        for (auto& b : key) b = std::array<u8, 4>{0, 1, 0xFE, 0xFF}[random() % 4];
        if (random() % 4 == 0)
            changes[key] = std::nullopt;
        else
            changes[key] = Bytes(random() % 81, static_cast<u8>(random()));
    }
    return changes;
}

inline void apply_to(Model& model, const Changes& changes) {
    for (const auto& [key, value] : changes)
        if (value)
            model[to_bytes(key)] = *value;
        else
            model.erase(to_bytes(key));
}

inline Model model_at(u32 number) {
    Model model;
    for (u32 n = 0; n <= number; ++n) apply_to(model, changes_of(n));
    return model;
}

inline Block block_of(u32 number) {
    Block block{number, {}, Bytes(40, static_cast<u8>(number)), Bytes(number % 50, 7), {}};
    for (std::size_t i = 0; i < 32; ++i)
        block.hash[i] = static_cast<u8>((number + 1) * 2654435761u >> (i % 4 * 8));
    block.extra = {static_cast<u8>(number)};
    return block;
}

inline Outcome<> commit(Store& store, u32 number) {
    store.propose(changes_of(number));
    return store.commit(block_of(number));
}

inline Model contents(const View& view) {
    Model out;
    if (auto empty = view.get({})) out.emplace(Bytes{}, *empty);
    for (auto key = view.next_key({}); key; key = view.next_key(*key))
        out.emplace(*key, *view.get(*key));
    return out;
}

/// A new folder, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "myelin_store_XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace store
