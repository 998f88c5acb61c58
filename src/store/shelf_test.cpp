// What a shelf keeps is what was put there, however it lies.
#include "store/shelf.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <random>

namespace {

using namespace store;

Bytes bytes_of(const Kept& kept) {
    Bytes out;
    kept.read([&](BytesView bytes) { out = to_bytes(bytes); });
    return out;
}

Bytes random_bytes(std::mt19937_64& random, std::size_t size) {
    Bytes out(size);
    for (auto& b : out) b = static_cast<u8>(random());
    return out;
}

/// Most are others of before with a part replaced, cut out or put in.
TEST(Shelf, gives_back_what_it_keeps) {
    std::mt19937_64 random(1);
    Shelf shelf(5);
    std::vector<std::pair<Bytes, Kept>> all;
    for (int i = 0; i < 3'000; ++i) {
        Bytes bytes = random_bytes(random, random() % 400);
        if (!all.empty() && random() % 8 != 0) {
            bytes = all[all.size() - 1 - random() % std::min<std::size_t>(all.size(), 7)].first;
            const auto at = random() % (bytes.size() + 1);
            const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
            bytes.erase(from, from + static_cast<std::ptrdiff_t>(
                                         random() % std::min<u64>(bytes.size() - at + 1, 40)));
            const auto more = random_bytes(random, random() % 40);
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), more.begin(), more.end());
        }
        all.emplace_back(bytes, shelf.keep(bytes));
        if (random() % 3 == 0)
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(random() % all.size()));
        if (i % 100 != 0) continue;
        for (const auto& [whole, kept] : all) ASSERT_EQ(bytes_of(kept), whole);
    }
    for (const auto& [whole, kept] : all) ASSERT_EQ(bytes_of(kept), whole);
}

std::size_t allocated() { return mallinfo2().uordblks; }

/// As RandomMaterial changes: 32 bytes of 2.6 kB in each block.
TEST(Shelf, a_long_value_that_changes_a_little_takes_little) {
    std::mt19937_64 random(1);
    Shelf shelf(4);
    Bytes value = random_bytes(random, 2'594);
    std::vector<Kept> all;
    all.reserve(2'000);
    const auto before = allocated();
    for (std::size_t i = 0; i < 2'000; ++i) {
        for (std::size_t b = 0; b < 32; ++b) value[2 + i % 81 * 32 + b] = static_cast<u8>(random());
        all.push_back(shelf.keep(value));
    }
    EXPECT_LT(allocated() - before, 2'000u * 200);
    EXPECT_EQ(bytes_of(all.back()), value);
}

TEST(Shelf, what_comes_again_takes_nothing) {
    std::mt19937_64 random(1);
    Shelf shelf(4);
    std::vector<Bytes> keys;
    for (int i = 0; i < 3; ++i) keys.push_back(random_bytes(random, 1'186));
    std::vector<Kept> all;
    all.reserve(3'000);
    for (int i = 0; i < 6; ++i) all.push_back(shelf.keep(keys[std::size_t(i) % 3]));
    const auto before = allocated();
    for (int i = 0; i < 2'000; ++i) all.push_back(shelf.keep(keys[std::size_t(i) % 3]));
    EXPECT_EQ(allocated(), before);
}

}  // namespace
