// Reading, checking and writing the JSON of key files.
#include "keys/key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hex.hpp"
#include "crypto/secret_uri.hpp"
#include "crypto/ss58.hpp"

namespace keys {
namespace {

using Json = nlohmann::json;
using crypto::PublicKey;

/// The text under a name; nullopt when missing or null.
Outcome<std::optional<crypto::SecretText>> text_part(const Json& json, const char* name) {
    std::optional<crypto::SecretText> out;
    const auto found = json.find(name);
    if (found == json.end() || found->is_null()) return out;
    if (!found->is_string()) return Failure{fmt::format("'{}' in the key file is no text", name)};
    out.emplace(found->get_ref<const std::string&>());
    return out;
}

template <class Array>
Outcome<std::optional<Array>> hex_part(const Json& json, const char* name) {
    const auto text = text_part(json, name);
    if (!text) return text.failure();
    std::optional<Array> out;
    if (!*text) return out;
    Array array{};
    auto bytes = from_hex(**text);
    if (!bytes || bytes->size() != array.size())
        return Failure{
            fmt::format("'{}' in the key file is not {} bytes in hex", name, array.size())};
    std::copy(bytes->begin(), bytes->end(), array.begin());
    crypto::wipe(*bytes);
    out.emplace(array);
    return out;
}

/// Files of polkadot.js hold the scalar times the cofactor: whichever form gives the public key is
/// meant.
std::optional<crypto::Sr25519Pair> pair_of(const crypto::Secret<64>& secret,
                                           const std::optional<PublicKey>& expected) {
    auto pair = crypto::sr25519_from_secret(secret);
    if (expected && (!pair || pair->public_key != *expected)) {
        auto other = crypto::sr25519_from_ed25519_form(secret);
        if (other && other->public_key == *expected) return other;
    }
    return pair;
}

/// The public key as the file states it, in up to three places.
Outcome<std::optional<PublicKey>> stated_public(const Json& json) {
    std::optional<PublicKey> stated;
    for (const char* name : {"publicKey", "accountId"}) {
        const auto part = hex_part<PublicKey>(json, name);
        if (!part) return part.failure();
        if (stated && *part && **part != *stated)
            return Failure{"'publicKey' and 'accountId' in the key file differ"};
        if (*part) stated = **part;
    }
    const auto address = text_part(json, "ss58Address");
    if (!address) return address.failure();
    if (!*address) return stated;
    const auto decoded = crypto::ss58_decode(**address);
    if (!decoded) return Failure{"'ss58Address' in the key file: " + decoded.message()};
    if (stated && decoded->account != *stated)
        return Failure{"'publicKey' and 'ss58Address' in the key file differ"};
    return std::optional<PublicKey>(decoded->account);
}

/// The key from the best secret there is: phrase, then seed, then private key.
Outcome<std::optional<Key>> secret_key(const Json& json, const std::optional<PublicKey>& stated) {
    // bittensor-wallet writes the kind from 4.1 on; files without it hold sr25519 keys.
    const bool sr25519 = json.value("cryptoType", Json()).is_null() || json["cryptoType"] == 1;
    for (const char* name : {"secretPhrase", "secretSeed", "privateKey"})
        if (!sr25519 && !json.value(name, Json()).is_null())
            return Failure{"the key file holds a key of another kind than sr25519 (cryptoType 1)"};
    const auto phrase = text_part(json, "secretPhrase");
    if (!phrase) return phrase.failure();
    const auto seed = hex_part<crypto::Seed>(json, "secretSeed");
    if (!seed) return seed.failure();
    const auto secret = hex_part<crypto::Secret<64>>(json, "privateKey");
    if (!secret) return secret.failure();

    std::optional<Key> key;
    if (*phrase) {
        auto made = key_from_phrase(**phrase);
        if (!made) return Failure{"'secretPhrase' in the key file: " + made.message()};
        key = *made;
    }
    if (*seed) {
        const Key made = key_from_seed(**seed);
        if (key && key->public_key != made.public_key)
            return Failure{
                "'secretPhrase' and 'secretSeed' in the key file belong to different keys"};
        if (!key) key = made;
    }
    if (*secret) {
        const auto pair = pair_of(**secret, key ? key->public_key : stated);
        if (!pair) return Failure{"'privateKey' in the key file is not a valid sr25519 key"};
        if (key && key->public_key != pair->public_key)
            return Failure{
                "'privateKey' in the key file belongs to another key than its phrase or seed"};
        if (!key) key = Key{pair->public_key, pair};
    }
    return key;
}

Json public_part(const Key& key) {
    const std::string hex = to_hex_0x(key.public_key);
    return {{"accountId", hex}, {"publicKey", hex}, {"ss58Address", key.address()}};
}

}  // namespace

std::string Key::address() const { return crypto::ss58_encode(public_key); }

Outcome<Key> key_from_phrase(std::string_view phrase) {
    const auto entropy = crypto::entropy_from_phrase(phrase);
    if (!entropy) return entropy.failure();
    Key key = key_from_seed(crypto::seed_from_entropy(*entropy));
    key.phrase = crypto::phrase_from_entropy(*entropy);
    return key;
}

Key key_from_seed(const crypto::Seed& seed) {
    const auto pair = crypto::sr25519_from_seed(seed);
    return {pair.public_key, pair, seed};
}

Outcome<Key> key_from_uri(std::string_view uri) {
    const auto pair = crypto::sr25519_from_uri(uri);
    if (!pair) return pair.failure();
    return Key{pair->public_key, *pair};
}

Outcome<Key> key_from_secret_text(std::string_view text) {
    if (const auto seed = crypto::seed_from_hex(text)) return key_from_seed(*seed);
    return text.find('/') == text.npos ? key_from_phrase(text) : key_from_uri(text);
}

Key key_from_public(const PublicKey& public_key) { return {public_key}; }

Outcome<Key> key_from_json(std::string_view text) {
    if (text.size() > max_key_json) return Failure{"too large for a key file"};
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return Failure{"the key file holds no JSON object"};
    const auto stated = stated_public(json);
    if (!stated) return stated.failure();
    auto key = secret_key(json, *stated);
    if (!key) return key.failure();
    if (*key) {
        if (*stated && **stated != (*key)->public_key)
            return Failure{"the secret in the key file does not belong to its address"};
        return **key;
    }
    if (!*stated) return Failure{"the key file holds neither a secret nor an address"};
    return key_from_public(**stated);
}

crypto::SecretText key_to_json(const Key& key) {
    Json json = public_part(key);
    if (key.pair) json["privateKey"] = to_hex_0x(key.pair->secret);
    if (key.seed) json["secretSeed"] = to_hex_0x(*key.seed);
    if (key.phrase) json["secretPhrase"] = static_cast<const std::string&>(*key.phrase);
    return crypto::SecretText(json.dump());
}

std::string public_json(const Key& key) { return public_part(key).dump(); }

crypto::Signature sign(const Key& key, BytesView message) {
    ASSERT(key.pair.has_value());
    return crypto::sr25519_sign(*key.pair, message);
}

bool verify_message(BytesView signature, BytesView message, const PublicKey& key) {
    if (crypto::sr25519_verify(signature, message, key)) return true;
    Bytes wrapped;
    for (const BytesView part : {view("<Bytes>"), message, view("</Bytes>")})
        wrapped.insert(wrapped.end(), part.begin(), part.end());
    return crypto::sr25519_verify(signature, wrapped, key);
}

}  // namespace keys
