// The incremental trie against the reference root, node encodings, and proofs that were tampered
// with.
#include "trie/trie.hpp"

#include <gtest/gtest.h>

#include <random>

#include "crypto/hash.hpp"
#include "trie/proof.hpp"
#include "trie/root.hpp"

namespace {

using Map = std::map<Bytes, Bytes, BytesLess>;

class Random {
public:
    explicit Random(u64 seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return engine_() % n; }
    /// Few letters and short: keys are often equal, or prefixes of each other.
    Bytes key() {
        Bytes out(below(6));
        for (auto& b : out) b = std::array<u8, 4>{0x00, 0x01, 0x10, 0xFF}[below(4)];
        return out;
    }
    Bytes value() {
        Bytes out(std::array<std::size_t, 6>{0, 1, 31, 32, 33, 100}[below(6)]);
        for (auto& b : out) b = static_cast<u8>(engine_());
        return out;
    }

private:
    std::mt19937_64 engine_;
};

Map random_map(Random& random, std::size_t size) {
    Map map;
    while (map.size() < size) map[random.key()] = random.value();
    return map;
}
trie::Trie trie_of(const Map& map) {
    trie::Trie out;
    for (const auto& [key, value] : map) out.set(key, value);
    return out;
}
auto values_of(const Map& map) {
    return [&map](BytesView key) {
        auto it = map.find(key);
        return it == map.end() ? std::nullopt : std::optional(it->second);
    };
}

TEST(Trie, the_incremental_root_equals_the_reference_after_every_change) {
    for (u64 seed = 1; seed <= 60 && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        Map map;
        trie::Trie trie;
        for (int step = 0; step < 150; ++step) {
            const auto key = random.key();
            if (random.below(5) < 3) {
                const auto value = random.value();
                map[key] = value;
                trie.set(key, value);
            } else {
                map.erase(key);
                trie.erase(key);
            }
            if (random.below(3) == 0) {
                ASSERT_EQ(trie.root(), trie::root_of(map)) << step;
            }
        }
        for (const auto& [key, value] : map) trie.erase(key);
        EXPECT_EQ(trie.root(), trie::empty_root());
    }
}

TEST(Trie, changes_taken_back_restore_the_root) {
    Random random(7);
    const auto map = random_map(random, 40);
    auto trie = trie_of(map);
    const auto before = trie.root();
    Map other;
    for (int i = 0; i < 30; ++i) other[random.key()] = random.value();
    for (const auto& [key, value] : other) trie.set(key, value);
    EXPECT_NE(trie.root(), before);
    for (const auto& [key, value] : other)
        if (auto it = map.find(key); it != map.end())
            trie.set(key, it->second);
        else
            trie.erase(key);
    EXPECT_EQ(trie.root(), before);
}

TEST(NodeCodec, decoding_gives_back_what_was_encoded) {
    for (std::size_t length : {0, 1, 14, 15, 16, 30, 31, 62, 63, 64, 300, 317, 318, 573, 65535}) {
        Bytes partial(length);
        for (std::size_t i = 0; i < length; ++i) partial[i] = static_cast<u8>(i * 7 % 16);
        const Bytes plain(40, 0xAB);
        const auto hash = crypto::blake2_256(plain);
        for (const trie::NodeValue value : {trie::NodeValue{},
                                            {trie::NodeValue::Kind::plain, plain},
                                            {trie::NodeValue::Kind::hashed, hash}}) {
            Bytes encoded;
            trie::Children children;
            children[3] = trie::ChildRef::to(plain);
            children[15] = trie::ChildRef::to(Bytes{0x42, 1, 0});
            trie::encode_branch(encoded, partial, value, children);
            auto node = trie::decode_node(encoded);
            ASSERT_TRUE(node) << length;
            EXPECT_EQ(node->partial, partial);
            EXPECT_EQ(node->value.kind, value.kind);
            EXPECT_TRUE(equal(node->value.bytes, value.bytes));
            EXPECT_TRUE(equal(node->children[3], hash));
            EXPECT_EQ(node->children[15].size(), 3u);
            EXPECT_TRUE(node->children[4].empty());

            if (value.kind == trie::NodeValue::Kind::none) continue;
            encoded.clear();
            trie::encode_leaf(encoded, partial, value);
            node = trie::decode_node(encoded);
            ASSERT_TRUE(node) << length;
            EXPECT_EQ(node->partial, partial);
            EXPECT_TRUE(equal(node->value.bytes, value.bytes));
            encoded.push_back(0);
            EXPECT_FALSE(trie::decode_node(encoded)) << "a byte too many";
        }
    }
}

TEST(Proof, every_key_reads_back_and_absent_keys_are_proven_absent) {
    for (u64 seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        const auto map = random_map(random, random.below(40));
        auto trie = trie_of(map);
        for (int i = 0; i < 20; ++i) {
            const std::vector<Bytes> keys{random.key(), random.key()};
            const trie::Proof proof(trie::prove(trie, keys, values_of(map)));
            for (const auto& key : keys) {
                const auto read = proof.read(trie.root(), key);
                const auto it = map.find(key);
                if (it == map.end()) {
                    EXPECT_EQ(read.answer, trie::Proof::Answer::absent);
                } else {
                    EXPECT_EQ(read.answer, trie::Proof::Answer::present);
                    EXPECT_EQ(read.value, it->second);
                }
            }
        }
    }
}

TEST(Proof, a_changed_or_missing_node_proves_nothing_false) {
    Random random(11);
    const auto map = random_map(random, 60);
    auto trie = trie_of(map);
    const auto root = trie.root();
    int unproven = 0;
    for (const auto& [key, value] : map) {
        const auto good = trie::prove(trie, std::vector<Bytes>{key}, values_of(map));
        for (std::size_t i = 0; i < good.size(); ++i) {
            auto bad = good;
            if (random.below(2) == 0) {
                bad.erase(bad.begin() + static_cast<std::ptrdiff_t>(i));
            } else if (bad[i].empty()) {
                bad[i].push_back(1);
            } else {
                bad[i][random.below(bad[i].size())] ^= 0x11;
            }
            const auto read = trie::Proof(bad).read(root, key);
            EXPECT_EQ(read.answer, trie::Proof::Answer::unproven);
            unproven += read.answer == trie::Proof::Answer::unproven;
        }
        auto wrong_root = root;
        wrong_root[5] ^= 1;
        EXPECT_EQ(trie::Proof(good).read(wrong_root, key).answer, trie::Proof::Answer::unproven);
    }
    EXPECT_GT(unproven, 100);
}

TEST(Proof, too_many_nodes_are_refused) {
    std::vector<Bytes> nodes(trie::Proof::MaxNodes + 1);
    nodes[0] = to_bytes(trie::EmptyNode);
    const auto read = trie::Proof(nodes).read(trie::empty_root(), {});
    EXPECT_EQ(read.answer, trie::Proof::Answer::unproven);
}

}  // namespace
