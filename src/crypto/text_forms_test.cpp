// Addresses, phrases and secret URIs as people type them; the full vector sets run in the golden
// test.
#include <gtest/gtest.h>

#include "base/hex.hpp"
#include "crypto/mnemonic.hpp"
#include "crypto/secret_uri.hpp"
#include "crypto/ss58.hpp"

using namespace crypto;

namespace {

constexpr std::string_view alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

std::string address(std::string_view uri) {
    const auto pair = sr25519_from_uri(uri);
    return pair ? ss58_encode(pair->public_key) : pair.message();
}

bool mentions(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST(ss58, text_and_account_are_one_to_one) {
    const auto decoded = ss58_decode(alice);
    ASSERT_TRUE(decoded) << decoded.message();
    EXPECT_EQ(decoded->prefix, 42);
    EXPECT_EQ(to_hex(decoded->account),
              "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
    EXPECT_EQ(ss58_encode(decoded->account), alice);
}

TEST(ss58, other_networks_prefixes_of_one_and_two_bytes_are_read) {
    const AccountBytes account = ss58_decode(alice)->account;
    EXPECT_EQ(ss58_encode(account, 0), "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5");
    for (u16 prefix : {0, 2, 63, 64, 255, 256, 1284, 13116, 16383}) {
        const auto decoded = ss58_decode(ss58_encode(account, prefix));
        ASSERT_TRUE(decoded) << decoded.message();
        EXPECT_EQ(decoded->prefix, prefix);
        EXPECT_EQ(decoded->account, account);
    }
}

TEST(ss58, errors_say_what_is_wrong) {
    std::string text(alice);
    text[10] = text[10] == 'a' ? 'b' : 'a';
    EXPECT_TRUE(mentions(ss58_decode(text).message(), "checksum"));
    text[10] = 'l';
    EXPECT_TRUE(mentions(ss58_decode(text).message(), "character 11"));
    EXPECT_TRUE(mentions(ss58_decode(alice.substr(0, 40)).message(), "bytes instead of"));
    EXPECT_TRUE(mentions(ss58_decode("").message(), "empty"));
    EXPECT_TRUE(mentions(ss58_decode(std::string(10000, 'a')).message(), "10000"));
    EXPECT_FALSE(ss58_decode("1"));
    EXPECT_FALSE(ss58_decode(std::string(36, '1')));
}

TEST(ss58, an_account_may_also_be_hex) {
    EXPECT_EQ(account_from_text("0x" + to_hex(ss58_decode(alice)->account)).operator bool(), true);
    EXPECT_TRUE(mentions(account_from_text("0x12").message(), "64 hex digits"));
    EXPECT_FALSE(account_from_text("0x" + std::string(64, 'g')));
}

TEST(base58, leading_zero_bytes_are_kept) {
    EXPECT_EQ(base58_encode(Bytes{0, 0, 1}), "112");
    EXPECT_EQ(base58_decode("112"), (Bytes{0, 0, 1}));
    EXPECT_EQ(base58_decode(""), Bytes{});
    EXPECT_EQ(base58_decode("0"), std::nullopt);
}

TEST(mnemonic, a_fresh_phrase_has_the_words_asked_for_and_reads_back) {
    for (unsigned words : {12u, 15u, 18u, 21u, 24u}) {
        const SecretText phrase = generate_phrase(words);
        EXPECT_EQ(std::count(phrase.begin(), phrase.end(), ' '), words - 1);
        const auto entropy = entropy_from_phrase(phrase);
        ASSERT_TRUE(entropy) << entropy.message();
        EXPECT_EQ(phrase_from_entropy(*entropy), phrase);
    }
    EXPECT_NE(generate_phrase(), generate_phrase());
}

TEST(mnemonic, errors_say_whether_a_word_the_count_or_the_checksum_is_wrong) {
    std::string words;
    for (int i = 0; i < 11; ++i) words += "abandon ";
    EXPECT_TRUE(entropy_from_phrase(words + "about"));
    EXPECT_TRUE(entropy_from_phrase("  " + words + "\n about "));
    EXPECT_TRUE(mentions(entropy_from_phrase(words).message(), "this has 11"));
    EXPECT_TRUE(mentions(entropy_from_phrase(words + "abandon").message(), "checksum"));
    EXPECT_TRUE(mentions(entropy_from_phrase(words + "abuot").message(), "word 12"));
    EXPECT_TRUE(mentions(entropy_from_phrase("").message(), "this has 0"));
}

TEST(secret_uri, the_development_accounts_are_those_of_every_substrate_chain) {
    EXPECT_EQ(address("//Alice"), alice);
    EXPECT_EQ(address(std::string(dev_phrase) + "//Alice"), alice);
    EXPECT_EQ(address("0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a"), alice);
    EXPECT_EQ(address(""), "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV");
}

TEST(secret_uri, numbers_are_numbers_as_rust_reads_them) {
    EXPECT_EQ(make_junction("1", true), make_junction("+1", true));
    EXPECT_EQ(make_junction("1", true), make_junction("001", true));
    EXPECT_NE(make_junction("1", true), make_junction("-1", true));
    EXPECT_NE(make_junction("1", true), make_junction("1", false));
    EXPECT_EQ(make_junction("256", true).chain_code[1], 1);
    EXPECT_EQ(make_junction("a", true).chain_code[0], 4);  // the compact length of one byte
}

TEST(secret_uri, malformed_ones_are_refused_with_the_reason) {
    EXPECT_TRUE(mentions(address("//Alice/"), "no name"));
    EXPECT_TRUE(mentions(address("what? ever"), "begins with words"));
    EXPECT_TRUE(mentions(address("0x12//Alice"), "64 hex digits"));
    EXPECT_TRUE(mentions(address("not a phrase"), "this has 3"));
    EXPECT_TRUE(mentions(address(std::string(5000, 'a')), "too long"));
}
