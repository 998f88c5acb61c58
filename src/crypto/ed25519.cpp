// Calls into ed25519-zebra.
#include "crypto/ed25519.hpp"

#include "base/assert.hpp"

namespace crypto {

PublicKey ed25519_public(const Seed& seed) {
    PublicKey key;
    const bool ok = myelin_ed25519_public(seed.data(), key.data());
    ASSERT(ok);
    return key;
}

Signature ed25519_sign(const Seed& seed, BytesView message) {
    Signature signature;
    const bool ok =
        myelin_ed25519_sign(seed.data(), message.data(), message.size(), signature.data());
    ASSERT(ok);
    return signature;
}

bool ed25519_verify(BytesView signature, BytesView message, const PublicKey& key) {
    return signature.size() == 64 &&
           myelin_ed25519_verify(signature.data(), key.data(), message.data(), message.size());
}

}  // namespace crypto
