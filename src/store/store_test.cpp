// Both backends against a plain map per block; proposals; proofs; readers beside the writer.
#include "store/store.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "store/disk_keys.hpp"
#include "store/test_chain.hpp"

namespace store {
namespace {

enum class Kind { memory, disk };

class Stores : public testing::TestWithParam<Kind> {
protected:
    Stores() { open(); }
    void open() {
        store_.reset();
        if (GetParam() == Kind::memory) {
            store_ = std::make_unique<Store>(memory_backend());
        } else {
            auto opened = Store::open({folder_.path()});
            ASSERT(opened.ok());
            store_ = *std::move(opened);
        }
    }
    void run_to(u32 number) {
        for (u32 n = store_->head() ? store_->head()->number + 1 : 0; n <= number; ++n)
            ASSERT_TRUE(commit(*store_, n));
    }

    TemporaryFolder folder_;
    std::unique_ptr<Store> store_;
};

TEST_P(Stores, start_empty) {
    EXPECT_FALSE(store_->head());
    EXPECT_EQ(store_->view_at(0), nullptr);
    EXPECT_FALSE(store_->block(0));
    EXPECT_FALSE(store_->hash_of(0));
    EXPECT_FALSE(store_->number_of(Hash{}));
    EXPECT_EQ(store_->state_root(), trie::empty_root());
    EXPECT_EQ(store_->head_view().next_key({}), std::nullopt);
}

TEST_P(Stores, show_every_block_as_it_was) {
    Model model;
    std::vector<Model> models;
    for (u32 n = 0; n < 120; ++n) {
        apply_to(model, changes_of(n));
        const auto root = store_->propose(changes_of(n));
        EXPECT_EQ(root, trie::root_of(model)) << n;
        ASSERT_TRUE(store_->commit(block_of(n)));
        EXPECT_EQ(store_->state_root(), root);
        ASSERT_EQ(contents(store_->head_view()), model) << n;
        models.push_back(model);
    }
    for (u32 n = 0; n < 120; ++n) ASSERT_EQ(contents(*store_->view_at(n)), models[n]) << n;
    EXPECT_EQ(store_->view_at(120), nullptr);
}

TEST_P(Stores, show_a_view_s_block_however_many_blocks_follow) {
    Model model;
    for (u32 n = 0; n <= 5; ++n) apply_to(model, changes_of(n));
    run_to(5);
    const auto view = store_->view_at(5);
    for (u32 n : {6u, 68u, 69u, 70u, 200u}) {
        run_to(n);
        EXPECT_EQ(contents(*view), model) << "after block " << n;
    }
}

TEST_P(Stores, find_blocks_by_number_and_hash) {
    run_to(20);
    const auto expected = block_of(13);
    const auto block = store_->block(13);
    ASSERT_TRUE(block);
    EXPECT_EQ(block->hash, expected.hash);
    EXPECT_EQ(block->header, expected.header);
    EXPECT_EQ(block->body, expected.body);
    EXPECT_EQ(block->extra, expected.extra);
    EXPECT_EQ(store_->number_of(expected.hash), 13u);
    EXPECT_EQ(store_->hash_of(13), expected.hash);
    EXPECT_EQ(store_->head()->number, 20u);
    EXPECT_EQ(store_->head()->hash, block_of(20).hash);
    EXPECT_FALSE(store_->number_of(block_of(21).hash));
}

/// Authors put the same few long things into many blocks: memory holds them once.
TEST_P(Stores, give_back_bodies_and_values_that_have_much_in_common) {
    std::mt19937_64 random(5);
    const auto bytes = [&](std::size_t size) {
        Bytes out(size);
        for (auto& b : out) b = static_cast<u8>(random());
        return out;
    };
    const std::vector<Bytes> common{bytes(1190), bytes(1190), bytes(300), bytes(255)};
    std::vector<Bytes> bodies;
    for (u32 n = 0; n < 100; ++n) {
        auto body = bytes(n % 7 == 0 ? random() % 80 : 12);
        const auto& middle = common[random() % common.size()];
        body.insert(body.end(), middle.begin(), middle.end() - std::ptrdiff_t(random() % 2));
        const auto end = bytes(n % 3 == 0 ? random() % 400 : 0);
        body.insert(body.end(), end.begin(), end.end());
        bodies.push_back(body);
        store_->propose({{Bytes{1}, common[n % 3]}, {Bytes{2}, common[(n + 1) % 3]}});
        auto block = block_of(n);
        block.body = body;
        ASSERT_TRUE(store_->commit(block));
    }
    for (u32 n = 0; n < 100; ++n) {
        EXPECT_EQ(store_->block(n)->body, bodies[n]) << n;
        EXPECT_EQ(store_->view_at(n)->get(Bytes{1}), common[n % 3]);
        EXPECT_EQ(store_->view_at(n)->get(Bytes{2}), common[(n + 1) % 3]);
    }
}

TEST_P(Stores, forget_a_proposal_that_is_withdrawn_or_replaced) {
    run_to(10);
    const auto root = store_->state_root();
    const auto before = contents(store_->head_view());
    EXPECT_NE(store_->propose(changes_of(77)), root);
    EXPECT_EQ(store_->state_root(), root);
    EXPECT_EQ(contents(store_->head_view()), before);
    store_->withdraw();
    EXPECT_EQ(store_->propose({}), root);
    store_->propose(changes_of(78));
    EXPECT_EQ(store_->propose(changes_of(11)), trie::root_of(model_at(11)));
}

TEST_P(Stores, write_nothing_for_what_is_there_already) {
    run_to(10);
    Changes same;
    for (const auto& [key, value] : contents(store_->head_view())) same[key] = value;
    same[to_bytes(view("absent"))] = std::nullopt;
    const auto root = store_->state_root();
    EXPECT_EQ(store_->propose(same), root);
    ASSERT_TRUE(store_->commit(block_of(11)));
    EXPECT_EQ(contents(*store_->view_at(11)), contents(*store_->view_at(10)));
}

TEST_P(Stores, prove_values_at_the_newest_and_at_old_blocks) {
    run_to(30);
    const std::vector<Bytes> keys{{}, {0}, {1}, {0xFF}, {0, 1}, {0xFE, 0xFF}};
    const auto check = [&](u32 number) {
        const auto model = model_at(number);
        const auto nodes = store_->prove(number, keys);
        ASSERT_TRUE(nodes);
        const trie::Proof proof(*nodes);
        for (const auto& key : keys) {
            const auto read = proof.read(trie::root_of(model), key);
            const auto it = model.find(key);
            ASSERT_NE(read.answer, trie::Proof::Answer::unproven);
            EXPECT_EQ(read.answer == trie::Proof::Answer::present, it != model.end());
            if (it != model.end()) {
                EXPECT_EQ(read.value, it->second);
            }
        }
    };
    for (u32 number : {30u, 0u, 12u, 12u, 29u, 30u}) check(number);
    const auto proposed = store_->propose(changes_of(31));
    check(30);
    ASSERT_TRUE(store_->commit(block_of(31)));
    EXPECT_EQ(store_->state_root(), proposed);
    check(31);
    EXPECT_FALSE(store_->prove(32, keys));
    EXPECT_FALSE(store_->prove(31, std::vector<Bytes>(Store::MaxProofKeys + 1)));
}

TEST_P(Stores, let_others_read_while_blocks_are_written) {
    run_to(5);
    const auto expected = model_at(5);
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0, reads = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 2; ++i)
        readers.emplace_back([&] {
            while (!stop) {
                wrong += contents(*store_->view_at(5)) != expected;
                const auto head = *store_->head();
                const auto newest = store_->view_at(head.number);
                wrong += contents(*newest) != contents(*newest);
                wrong += store_->block(head.number)->hash != head.hash;
                wrong += !store_->prove(head.number, std::vector<Bytes>{{0}});
                ++reads;
            }
        });
    run_to(200);
    while (reads < 20) std::this_thread::yield();
    stop = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(contents(*store_->view_at(200)), model_at(200));
}

std::string name_of(const testing::TestParamInfo<Kind>& kind) {
    return kind.param == Kind::memory ? "memory" : "disk";
}
INSTANTIATE_TEST_SUITE_P(store, Stores, testing::Values(Kind::memory, Kind::disk), name_of);

TEST(VersionKey, keeps_the_order_of_keys_and_the_newest_first) {
    const std::vector<Bytes> ordered{{}, {0}, {0, 0}, {0, 1}, {0, 0xFF}, {1}, {1, 0}, {0xFF}};
    for (const auto& a : ordered)
        for (const auto& b : ordered) {
            EXPECT_EQ(compare(version_key(a, 5), version_key(b, 9)) < 0, compare(a, b) < 0);
            EXPECT_EQ(compare(behind_versions(a), version_key(b, ~0u)) < 0, compare(a, b) < 0);
        }
    EXPECT_LT(compare(version_key(view("k"), 9), version_key(view("k"), 8)), 0);
    for (const auto& key : ordered) {
        const auto read = read_version_key(version_key(key, 77));
        ASSERT_TRUE(read);
        EXPECT_EQ(read->key, key);
        EXPECT_EQ(read->number, 77u);
    }
    EXPECT_FALSE(read_version_key(view("v")));
    EXPECT_FALSE(read_version_key(view("vabcdefgh")));
}

}  // namespace
}  // namespace store
