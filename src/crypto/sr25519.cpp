// Calls into schnorrkel.
#include "crypto/sr25519.hpp"

#include "base/assert.hpp"

namespace crypto {
namespace {

Sr25519Pair derive(const Sr25519Pair& parent, const Hash& chain_code, bool hard) {
    Sr25519Pair child;
    const bool ok = myelin_sr25519_derive(parent.secret.data(), chain_code.data(), hard,
                                          child.secret.data(), child.public_key.data());
    ASSERT(ok);  // a pair is valid by construction
    return child;
}

}  // namespace

Sr25519Pair sr25519_from_seed(const Seed& seed) {
    Sr25519Pair pair;
    const bool ok =
        myelin_sr25519_from_seed(seed.data(), pair.secret.data(), pair.public_key.data());
    ASSERT(ok);
    return pair;
}

std::optional<Sr25519Pair> sr25519_from_secret(const Secret<64>& secret) {
    Sr25519Pair pair{secret, {}};
    if (!myelin_sr25519_public(secret.data(), pair.public_key.data())) return std::nullopt;
    return pair;
}

std::optional<Sr25519Pair> sr25519_from_ed25519_form(const Secret<64>& form) {
    Sr25519Pair pair;
    if (!myelin_sr25519_from_ed25519(form.data(), pair.secret.data(), pair.public_key.data()))
        return std::nullopt;
    return pair;
}

Sr25519Pair sr25519_derive_hard(const Sr25519Pair& parent, const Hash& chain_code) {
    return derive(parent, chain_code, true);
}

Sr25519Pair sr25519_derive_soft(const Sr25519Pair& parent, const Hash& chain_code) {
    return derive(parent, chain_code, false);
}

std::optional<PublicKey> sr25519_derive_soft(const PublicKey& parent, const Hash& chain_code) {
    PublicKey child;
    if (!myelin_sr25519_derive_public(parent.data(), chain_code.data(), child.data()))
        return std::nullopt;
    return child;
}

Signature sr25519_sign(const Sr25519Pair& pair, BytesView message) {
    Signature signature;
    const bool ok = myelin_sr25519_sign(pair.secret.data(), pair.public_key.data(), message.data(),
                                        message.size(), signature.data());
    ASSERT(ok);
    return signature;
}

bool sr25519_verify(BytesView signature, BytesView message, const PublicKey& key) {
    return signature.size() == 64 &&
           myelin_sr25519_verify(signature.data(), key.data(), message.data(), message.size());
}

bool sr25519_verify_batch(std::span<const Signed> entries) {
    return myelin_sr25519_verify_batch(entries.data(), entries.size());
}

}  // namespace crypto
