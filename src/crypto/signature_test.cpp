// Signatures of the three schemes: reference keys of Substrate's //Alice, RFC 8032, and what must
// fail.
#include "crypto/signature.hpp"

#include <gtest/gtest.h>

#include "base/hex.hpp"
#include "crypto/ecdsa.hpp"
#include "crypto/ed25519.hpp"
#include "crypto/sr25519.hpp"

using namespace crypto;

namespace {

template <std::size_t size>
std::array<u8, size> fixed(std::string_view hex) {
    const auto bytes = from_hex(hex);
    EXPECT_TRUE(bytes && bytes->size() == size);
    std::array<u8, size> out{};
    std::copy(bytes->begin(), bytes->end(), out.begin());
    return out;
}

Seed seed(std::string_view hex) { return Seed(fixed<32>(hex)); }

const Sr25519Pair alice =
    sr25519_from_seed(seed("e5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a"));

}  // namespace

TEST(signature, sr25519_keys_are_those_of_substrate) {
    EXPECT_EQ(to_hex(alice.public_key),
              "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
    EXPECT_EQ(sr25519_from_secret(alice.secret)->public_key, alice.public_key);
    Secret<64> not_canonical;
    not_canonical.fill(0xff);
    EXPECT_FALSE(sr25519_from_secret(not_canonical));
}

TEST(signature, sr25519_signs_what_it_verifies_and_nothing_else) {
    const Signature signature = sr25519_sign(alice, view("message"));
    EXPECT_TRUE(verify(SignatureKind::Sr25519, signature, view("message"), alice.public_key));
    EXPECT_FALSE(verify(SignatureKind::Sr25519, signature, view("massage"), alice.public_key));
    EXPECT_FALSE(verify(SignatureKind::Ed25519, signature, view("message"), alice.public_key));
    EXPECT_FALSE(sr25519_verify(BytesView(signature).first(63), view("message"), alice.public_key));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        Signature changed = signature;
        changed[i] ^= 1;
        EXPECT_FALSE(sr25519_verify(changed, view("message"), alice.public_key)) << i;
    }
}

TEST(signature, sr25519_without_the_schnorrkel_mark_is_refused) {
    Signature signature = sr25519_sign(alice, {});
    EXPECT_TRUE(signature[63] & 128);
    signature[63] &= 127;
    EXPECT_FALSE(sr25519_verify(signature, {}, alice.public_key));
}

TEST(signature, soft_derivation_of_the_public_key_agrees_with_that_of_the_pair) {
    const Hash code{1, 2, 3};
    const Sr25519Pair child = sr25519_derive_soft(alice, code);
    EXPECT_EQ(sr25519_derive_soft(alice.public_key, code), child.public_key);
    EXPECT_NE(child.public_key, sr25519_derive_hard(alice, code).public_key);
    EXPECT_TRUE(sr25519_verify(sr25519_sign(child, view("m")), view("m"), child.public_key));
}

TEST(signature, a_batch_holds_only_when_every_entry_does) {
    const std::vector<std::string> messages{"a", "bb", "", "dddd"};
    std::vector<Signature> signatures;
    for (auto& m : messages) signatures.push_back(sr25519_sign(alice, view(m)));
    const auto batch = [&] {
        std::vector<Signed> entries;
        for (std::size_t i = 0; i < messages.size(); ++i)
            entries.push_back({signatures[i].data(), alice.public_key.data(),
                               view(messages[i]).data(), messages[i].size()});
        return sr25519_verify_batch(entries);
    };
    EXPECT_TRUE(batch());
    std::swap(signatures[0], signatures[1]);
    EXPECT_FALSE(batch());
    EXPECT_TRUE(sr25519_verify_batch({}));
}

TEST(signature, ed25519_keys_are_those_of_substrate_and_signatures_those_of_rfc_8032) {
    EXPECT_EQ(to_hex(ed25519_public(
                  seed("abf8e5bdbe30c65656c0a3cbd181ff8a56294a69dfedd27982aace4a76909115"))),
              "88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee");
    const Seed rfc = seed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const Signature signature = ed25519_sign(rfc, {});
    EXPECT_EQ(to_hex(signature),
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e"
              "39701cf9b4"
              "6bd25bf5f0595bbe24655141438e7a100b");
    EXPECT_TRUE(verify(SignatureKind::Ed25519, signature, {}, ed25519_public(rfc)));
    EXPECT_FALSE(verify(SignatureKind::Ed25519, signature, view("x"), ed25519_public(rfc)));
}

TEST(signature, ed25519_follows_zip_215_on_small_order_points) {
    // The identity as key and R with s = 0: libsodium refuses it, ZIP 215 and so every Substrate
    // chain accepts.
    PublicKey identity{1};
    Signature signature{1};
    EXPECT_TRUE(verify(SignatureKind::Ed25519, signature, view("anything"), identity));
}

TEST(signature, ecdsa_keys_are_those_of_substrate) {
    const auto key =
        ecdsa_public(seed("cb6df9de1efca7a3998a8ead4e02159d5fa99c3e0d4fd6432667390bb4726854"));
    ASSERT_TRUE(key);
    EXPECT_EQ(to_hex(*key), "020a1091341fe5664bfa1782d5e04779689068c916b04cb365ec3153755684d9a1");
    EXPECT_FALSE(ecdsa_public(Seed()));
}

TEST(signature, ecdsa_keys_have_the_addresses_ethereum_gives_them) {
    const auto address = [](std::string_view secret) {
        return to_hex(evm_address(*ecdsa_public(seed(secret))));
    };
    EXPECT_EQ(address("0000000000000000000000000000000000000000000000000000000000000001"),
              "7e5f4552091a69125d5dfcb7b8c2659029395bdf");
    EXPECT_EQ(address("4f3edf983ac636a65a842ce7c78d9aa706d3b113bce9c46f30d7d21715b23b1d"),
              "90f8bf6a479f320ead074411a4b0e7944ea8c9c1");
    EXPECT_EQ(evm_address(EcdsaPublicKey{}), EvmAddress{});
}

TEST(signature, ecdsa_recovers_the_account_and_takes_both_forms_of_the_recovery_id) {
    const Seed secret = seed("cb6df9de1efca7a3998a8ead4e02159d5fa99c3e0d4fd6432667390bb4726854");
    const AccountBytes account = ecdsa_account(*ecdsa_public(secret));
    EcdsaSignature signature = *ecdsa_sign(secret, view("message"));
    EXPECT_TRUE(verify(SignatureKind::Ecdsa, signature, view("message"), account));
    EXPECT_FALSE(verify(SignatureKind::Ecdsa, signature, view("massage"), account));
    signature[64] = static_cast<u8>(signature[64] + 27);
    EXPECT_TRUE(verify(SignatureKind::Ecdsa, signature, view("message"), account));
    signature[64] = 4;
    EXPECT_FALSE(verify(SignatureKind::Ecdsa, signature, view("message"), account));
    EXPECT_FALSE(verify(SignatureKind::Ecdsa, EcdsaSignature{}, view("message"), account));
    EXPECT_FALSE(verify(SignatureKind::Ecdsa, {}, view("message"), account));
}
