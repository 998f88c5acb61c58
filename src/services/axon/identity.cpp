// Signatures, uuids and time for both sides of the wire.
#include "services/axon/identity.hpp"

#include <openssl/rand.h>

#include <chrono>

#include "base/assert.hpp"
#include "base/hex.hpp"
#include "crypto/ss58.hpp"

namespace axon {

Identity identity_of(const crypto::Sr25519Pair& pair) {
    return {pair, crypto::ss58_encode(pair.public_key), random_uuid()};
}

std::string sign(const Identity& identity, std::string_view message) {
    return to_hex_0x(crypto::sr25519_sign(identity.pair, view(message)));
}

std::optional<crypto::PublicKey> public_key_of(const std::string& ss58) {
    const auto address = crypto::ss58_decode(ss58);
    if (!address) return {};
    return address->account;
}

bool verify(const std::string& ss58, std::string_view message, const std::string& signature) {
    const auto key = public_key_of(ss58);
    const auto bytes = signature.starts_with("0x") ? from_hex(signature) : std::nullopt;
    return key && bytes && crypto::sr25519_verify(*bytes, view(message), *key);
}

std::string request_message(const Terminal& dendrite, const std::string& axon_hotkey,
                            const std::string& body_hash) {
    return std::to_string(dendrite.nonce.value_or(0)) + "." + dendrite.hotkey.value_or("None") +
           "." + axon_hotkey + "." + dendrite.uuid.value_or("None") + "." + body_hash;
}

std::string response_message(const Synapse& synapse) {
    return std::to_string(synapse.axon.nonce.value_or(0)) + "." +
           synapse.dendrite.hotkey.value_or("None") + "." + synapse.axon.hotkey.value_or("None") +
           "." + synapse.axon.uuid.value_or("None");
}

std::string random_uuid() {
    std::array<u8, 16> bytes;
    ASSERT(RAND_bytes(bytes.data(), bytes.size()) == 1);
    bytes[6] = static_cast<u8>((bytes[6] & 0x0F) | 0x40);  // version 4
    bytes[8] = static_cast<u8>((bytes[8] & 0x3F) | 0x80);
    std::string text = to_hex(bytes);
    for (const int at : {8, 13, 18, 23}) text.insert(static_cast<std::size_t>(at), "-");
    return text;
}

i64 system_now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace axon
