#include "base/hex.hpp"

#include <gtest/gtest.h>

TEST(Hex, bytes_survive_the_way_to_text_and_back) {
    Bytes all(256);
    for (std::size_t i = 0; i < 256; ++i) all[i] = u8(i);
    EXPECT_EQ(from_hex(to_hex_0x(all)), all);
    EXPECT_EQ(from_hex("0xAb"), Bytes{0xab});
}

TEST(Hex, text_that_is_not_hex_gives_nothing) {
    EXPECT_FALSE(from_hex("0x1"));
    EXPECT_FALSE(from_hex("0xzz"));
}
