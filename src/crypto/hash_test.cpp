// Published digests: RFC 7693, FIPS 180-4, xxHash's own test vectors, and storage prefixes of a
// live chain.
#include "crypto/hash.hpp"

#include <gtest/gtest.h>

#include "base/hex.hpp"

using namespace crypto;

TEST(hash, blake2b_gives_the_published_digests) {
    EXPECT_EQ(to_hex(blake2_256(view("abc"))),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(to_hex(blake2_512(view("abc"))),
              "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
              "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    EXPECT_EQ(to_hex(blake2_128(view("abc"))), "cf4ab791c62b8d2b2109c90275287816");
    EXPECT_EQ(to_hex(blake2_256({})),
              "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(to_hex(blake2_256(view(std::string(300, 'a')))),
              "3c1292de00a518e36823f9ff908ac2da46be38718c018713403461df077e15f6");
}

TEST(hash, sha256_gives_the_published_digest) {
    EXPECT_EQ(to_hex(sha256(view("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(hash, keccak256_gives_the_digest_that_ethereum_uses_for_no_data) {
    EXPECT_EQ(to_hex(keccak256({})),
              "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
}

TEST(hash, xxh64_gives_the_published_digests) {
    static_assert(xxh64(std::string_view(), 0) == 0xEF46DB3751D8E999);
    static_assert(xxh64(std::string_view("a"), 0) == 0xD24EC4F1A98C6E5B);
    static_assert(xxh64(std::string_view("abc"), 0) == 0x44BC2CF5AD770999);
    EXPECT_EQ(xxh64(std::string_view("Nobody inspects the spammish repetition"), 0),
              0xFBCEA83C8A378BF1);
}

TEST(hash, twox_128_gives_the_storage_prefixes_of_every_substrate_chain) {
    EXPECT_EQ(to_hex(twox_128(std::string_view("System"))), "26aa394eea5630e07c48ae0c9558cef7");
    EXPECT_EQ(to_hex(twox_128(std::string_view("Account"))), "b99d880ec681799c0cf30e8886371da9");
    EXPECT_EQ(twox_128(view("Account")), twox_128(std::string_view("Account")));
    EXPECT_EQ(to_hex(twox_64(view("abc"))), "990977adf52cbc44");
}

TEST(hash, twox_256_begins_with_twox_128) {
    const Hash wide = twox_256(view("System"));
    const Hash16 narrow = twox_128(view("System"));
    EXPECT_TRUE(std::equal(narrow.begin(), narrow.end(), wide.begin()));
}
