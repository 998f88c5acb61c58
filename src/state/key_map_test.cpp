// The map of state keys against a plain map.
#include "state/key_map.hpp"

#include <gtest/gtest.h>

#include <random>

#include "state/key_seed.hpp"

namespace {

using Model = std::map<Bytes, int, BytesLess>;

/// Keys shorter than an item's 32 bytes, as long, and longer; many share their beginning.
class Keys {
public:
    explicit Keys(u64 seed) : random_(seed) {}
    Bytes some() {
        Bytes key(below(8) == 0 ? below(34) : 32, 7);
        if (key.size() > 16) key[16] = static_cast<u8>(below(3));
        for (auto more = below(12); more > 0; --more) key.push_back(static_cast<u8>(below(3)));
        return key;
    }
    u64 below(u64 n) { return random_() % n; }

private:
    std::mt19937_64 random_;
};

Bytes after(const Model& model, const Bytes& key) {
    const auto it = model.upper_bound(key);
    return it == model.end() ? Bytes{} : it->first;
}
Bytes after(const KeyMap<int>& map, const Bytes& key) {
    const auto* const entry = map.after(key);
    return entry == nullptr ? Bytes{} : to_bytes(entry->key());
}
Bytes behind(const KeyMap<int>& map, const Bytes& key) {
    const auto it = map.upper_bound(key);
    return it == map.end() ? Bytes{} : to_bytes((*it).first);
}

void expect_same(const KeyMap<int>& map, const Model& model) {
    ASSERT_EQ(map.size(), model.size());
    ASSERT_EQ(map.as_map(), model);
    for (const auto& [key, value] : model) {
        ASSERT_NE(map.find(key), nullptr);
        ASSERT_EQ(*map.find(key), value);
    }
    const auto copy = map;
    ASSERT_EQ(copy, map);
}

TEST(KeyMap, behaves_like_a_plain_map) {
    for (u64 seed = 1; seed <= 40 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        Keys keys(seed);
        KeyMap<int> map;
        Model model;
        const u64 erasing = keys.below(5);  // more and fewer erasures than new keys
        for (int i = 0; i < 3'000; ++i) {
            const auto key = keys.some();
            if (keys.below(6) < erasing) {
                map.erase(key);
                model.erase(key);
            } else {
                const auto [entry, fresh] = map.insert(key);
                ASSERT_EQ(fresh, !model.contains(key));
                model[key] = entry->value = i;
            }
            const auto other = keys.some();
            ASSERT_EQ(after(map, other), after(model, other));
            if (i % 50 == 0) {
                ASSERT_EQ(behind(map, other), after(model, other));
            }
        }
        expect_same(map, model);
        const auto odd = [](BytesView, int value) { return value % 2 == 1; };
        map.erase_if(odd);
        std::erase_if(model, [](const auto& entry) { return entry.second % 2 == 1; });
        expect_same(map, model);
    }
}

TEST(KeyMap, values_stay_where_they_are_while_others_come_and_go) {
    Keys keys(1);
    KeyMap<int> map;
    const auto key = keys.some();
    int& value = map[key];
    value = 42;
    for (int i = 0; i < 10'000; ++i) {
        const auto other = keys.some();
        if (other == key) continue;
        i % 3 == 0 ? void(map[other]) : map.erase(other);
    }
    EXPECT_EQ(map.find(key), &value);
    const auto moved = std::move(map);
    EXPECT_EQ(moved.find(key), &value);
    EXPECT_TRUE(map.empty());  // NOLINT(bugprone-use-after-move): an empty map, for further use
    map[key] = 1;
    EXPECT_EQ(map.size(), 1u);
}

TEST(KeyMap, keys_made_for_one_place_part_in_a_process_with_a_seed) {
    // The word that wipes out what is before it, behind an item's prefix; then what differs.
    Bytes one(32, 7), other;
    const u64 wiping = 0xC2B2AE3D27D4EB4F;
    for (int i = 0; i < 8; ++i) one.push_back(static_cast<u8>(wiping >> 8 * i));
    one.resize(48, 1);
    other = one;
    other.back() = 2;
    EXPECT_EQ(KeyIndex::hash_of(one), KeyIndex::hash_of(other));
    set_key_hash_seed(12345);
    EXPECT_NE(KeyIndex::hash_of(one), KeyIndex::hash_of(other));
    set_key_hash_seed(0);
}

}  // namespace
