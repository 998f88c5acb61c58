// A key pair as key files hold it, and the JSON of those files (bittensor-wallet's format).
#pragma once
#include "base/outcome.hpp"
#include "crypto/mnemonic.hpp"
#include "crypto/sr25519.hpp"

namespace keys {

/// What is known of one account, from only the address to everything.
struct Key {
    crypto::PublicKey public_key{};
    std::optional<crypto::Sr25519Pair> pair = {};   // absent in public files
    std::optional<crypto::Seed> seed = {};          // of keys made from a phrase or a seed
    std::optional<crypto::SecretText> phrase = {};  // of keys made from a phrase

    std::string address() const;  // SS58, prefix 42
};

Outcome<Key> key_from_phrase(std::string_view phrase);
Key key_from_seed(const crypto::Seed&);
Outcome<Key> key_from_uri(std::string_view uri);
Outcome<Key> key_from_secret_text(std::string_view);  // a phrase, a seed in hex or a URI
Key key_from_public(const crypto::PublicKey&);

inline constexpr std::size_t max_key_json = 16384;

/// Reads the JSON of a key file, secret or public. The parts must agree with each other: other
/// readers take the phrase and ignore the rest, so a file whose phrase and private key differ is
/// refused here.
Outcome<Key> key_from_json(std::string_view json);

/// One line, keys sorted, only the parts that the key has.
crypto::SecretText key_to_json(const Key&);
std::string public_json(const Key&);

/// The signature of `message`, which must have been given a key with a pair.
crypto::Signature sign(const Key&, BytesView message);

/// Also accepts a signature over "<Bytes>" message "</Bytes>", as browser wallets make it.
bool verify_message(BytesView signature, BytesView message, const crypto::PublicKey&);

}  // namespace keys
