// Calls into libcrux (ML-KEM) and libsodium (XChaCha20-Poly1305).
#include "crypto/encapsulation.hpp"

#include <sodium.h>

#include "base/assert.hpp"
#include "crypto/native.hpp"

namespace crypto {

EncapsulationPair encapsulation_pair(const Secret<64>& seed) {
    EncapsulationPair pair;
    const bool ok =
        myelin_mlkem768_keypair(seed.data(), pair.public_key.data(), pair.private_key.data());
    ASSERT(ok);
    return pair;
}

std::optional<SharedSecret> encapsulate(const EncapsulationKey& key, const Secret<32>& randomness) {
    SharedSecret out;
    if (!myelin_mlkem768_encapsulate(key.data(), randomness.data(), out.wrapped.data(),
                                     out.secret.data()))
        return {};
    return out;
}

Secret<32> decapsulate(const DecapsulationKey& key, const Encapsulated& wrapped) {
    Secret<32> secret;
    const bool ok = myelin_mlkem768_decapsulate(key.data(), wrapped.data(), secret.data());
    ASSERT(ok);
    return secret;
}

Bytes xchacha_seal(const Secret<32>& key, const XNonce& nonce, BytesView text) {
    Bytes out(text.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data(), nullptr, text.data(), text.size(),
                                               nullptr, 0, nullptr, nonce.data(), key.data());
    return out;
}

std::optional<Bytes> xchacha_open(const Secret<32>& key, const XNonce& nonce, BytesView sealed) {
    constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < tag_size) return {};
    Bytes out(sealed.size() - tag_size);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        out.data(), nullptr, nullptr, sealed.data(), sealed.size(), nullptr, 0, nonce.data(),
        key.data());
    if (failed) return {};
    return out;
}

}  // namespace crypto
