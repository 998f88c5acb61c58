// Calls into libsecp256k1.
#include "crypto/ecdsa.hpp"

#include <secp256k1_recovery.h>

#include "base/assert.hpp"
#include "crypto/hash.hpp"

namespace crypto {
namespace {

const secp256k1_context* context() {
    static secp256k1_context* const made = [] {
        auto* fresh = secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY);
        ASSERT(fresh != nullptr);
        return fresh;
    }();
    return made;
}

EcdsaPublicKey compressed(const secp256k1_pubkey& key) {
    EcdsaPublicKey out;
    std::size_t size = out.size();
    secp256k1_ec_pubkey_serialize(context(), out.data(), &size, &key, SECP256K1_EC_COMPRESSED);
    return out;
}

}  // namespace

std::optional<EcdsaPublicKey> ecdsa_public(const Seed& seed) {
    secp256k1_pubkey key;
    if (!secp256k1_ec_pubkey_create(context(), &key, seed.data())) return std::nullopt;
    return compressed(key);
}

std::optional<EcdsaSignature> ecdsa_sign(const Seed& seed, BytesView message) {
    const Hash hash = blake2_256(message);
    secp256k1_ecdsa_recoverable_signature signature;
    if (!secp256k1_ecdsa_sign_recoverable(context(), &signature, hash.data(), seed.data(), nullptr,
                                          nullptr))
        return std::nullopt;
    EcdsaSignature out;
    int recovery_id = 0;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(context(), out.data(), &recovery_id,
                                                            &signature);
    out[64] = static_cast<u8>(recovery_id);
    return out;
}

std::optional<EcdsaPublicKey> ecdsa_recover(BytesView signature, const Hash& message_hash) {
    if (signature.size() != 65) return std::nullopt;
    const int recovery_id = signature[64] > 26 ? signature[64] - 27 : signature[64];
    if (recovery_id > 3) return std::nullopt;
    secp256k1_ecdsa_recoverable_signature parsed;
    secp256k1_pubkey key;
    if (!secp256k1_ecdsa_recoverable_signature_parse_compact(context(), &parsed, signature.data(),
                                                             recovery_id) ||
        !secp256k1_ecdsa_recover(context(), &key, &parsed, message_hash.data()))
        return std::nullopt;
    return compressed(key);
}

Hash ecdsa_account(const EcdsaPublicKey& key) { return blake2_256(key); }

EvmAddress evm_address(const EcdsaPublicKey& key) {
    EvmAddress out{};
    secp256k1_pubkey parsed;
    if (!secp256k1_ec_pubkey_parse(context(), &parsed, key.data(), key.size())) return out;
    std::array<u8, 65> uncompressed{};
    std::size_t size = uncompressed.size();
    secp256k1_ec_pubkey_serialize(context(), uncompressed.data(), &size, &parsed,
                                  SECP256K1_EC_UNCOMPRESSED);
    const Hash hash = keccak256(BytesView(uncompressed).subspan(1));
    std::copy(hash.end() - out.size(), hash.end(), out.begin());
    return out;
}

}  // namespace crypto
