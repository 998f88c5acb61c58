// Scenario files, and the small conversions of the roles.
#include "apps/up/scenario.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "apps/onchain.hpp"
#include "crypto/secret_uri.hpp"
#include "pallets/balances/calls.hpp"
#include "runtime/extrinsic.hpp"

namespace {

std::string written(const std::string& text) {
    const auto path =
        std::filesystem::temp_directory_path() / ("scenario." + std::to_string(::getpid()));
    std::ofstream(path) << text;
    return path.string();
}

std::string shipped() {
    std::ifstream in(MYELIN_SOURCE "/scenarios/text.json");
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string error_of(const std::string& text) {
    const auto path = written(text);
    const auto scenario = up::read_scenario(path);
    std::filesystem::remove(path);
    return scenario ? "" : scenario.message();
}

/// The shipped scenario with one piece of text replaced.
std::string with(const std::string& from, const std::string& to) {
    std::string text = shipped();
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Scenario, the_shipped_one_is_the_main_job) {
    const auto scenario = up::read_scenario(MYELIN_SOURCE "/scenarios/text.json");
    ASSERT_TRUE(scenario) << scenario.message();
    ASSERT_EQ(scenario->validators.size(), 2u);
    EXPECT_NE(scenario->validators[0].stake_tao, scenario->validators[1].stake_tao);
    EXPECT_EQ(scenario->validators[0].delegators.size(), 1u);
    std::map<std::string, int> behaviours;
    for (const auto& miner : scenario->miners) ++behaviours[miner.behaviour];
    EXPECT_EQ(behaviours,
              (std::map<std::string, int>{{"canned", 1}, {"cut", 1}, {"honest", 2}, {"slow", 1}}));
}

TEST(Scenario, mistakes_are_named) {
    EXPECT_NE(error_of("{").find("is not JSON"), std::string::npos);
    EXPECT_NE(error_of("[]").find("must be an object"), std::string::npos);
    EXPECT_NE(error_of(with("\"title\"", "\"titel\"")).find("lacks \"title\""), std::string::npos);
    EXPECT_NE(error_of(with("\"tempo\": 12", "\"tempo\": 12, \"x\": 1")).find("unknown field"),
              std::string::npos);
    EXPECT_NE(error_of(with("\"tempo\": 12", "\"tempo\": \"12\"")).find("wrong type"),
              std::string::npos);
    EXPECT_NE(error_of(with("honest-2", "honest-1")).find("used twice"), std::string::npos);
    EXPECT_NE(up::read_scenario("/nowhere").message().find("cannot read"), std::string::npos);
}

TEST(Onchain, addresses_and_amounts_are_converted) {
    EXPECT_EQ(apps::ipv4_of("127.0.0.2"), 0x7F000002u);
    EXPECT_EQ(apps::ipv4_text(0x7F000002), "127.0.0.2");
    EXPECT_FALSE(apps::ipv4_of("localhost"));
    EXPECT_FALSE(apps::ipv4_of("1.2.3"));
    EXPECT_EQ(apps::tao_text(1'500'000'001), "1.500000001");
}

TEST(Onchain, the_runtime_reads_what_the_client_signs) {
    const auto alice = *crypto::sr25519_from_uri("//Alice");
    const balances::transfer_keep_alive call{MultiAddress(apps::account_of(alice)),
                                             {TaoBalance{123}}};
    const client::ChainIdentity chain{Hash{1, 2, 3}, 475, 1};
    const Bytes bytes = client::signed_extrinsic(apps::call_bytes(call), alice, 9, 4, chain);
    const auto extrinsic = decode_extrinsic(bytes);
    ASSERT_TRUE(extrinsic && extrinsic->signer);
    EXPECT_EQ(extrinsic->signer->extra.nonce, 9u);
    EXPECT_EQ(extrinsic->signer->extra.tip.rao, 4u);
    EXPECT_TRUE(extrinsic->signer->extra.era.is_immortal());
    const auto* transfer = extrinsic->call.as<balances::transfer_keep_alive>();
    ASSERT_NE(transfer, nullptr);
    EXPECT_EQ(encode_extrinsic(*extrinsic), bytes);
    const Bytes payload =
        signing_payload(extrinsic->call, extrinsic->signer->extra, chain.genesis_hash,
                        chain.genesis_hash, chain.spec_version);
    EXPECT_TRUE(
        crypto::sr25519_verify(extrinsic->signer->signature.view(), payload, alice.public_key));
}

}  // namespace
