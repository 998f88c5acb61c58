// Opening and making timelocked messages.
#include "crypto/timelock.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

#include "base/assert.hpp"
#include "crypto/hash.hpp"
#include "crypto/native.hpp"

namespace crypto {
namespace {

constexpr std::size_t tag_size = 16, nonce_size = 12;
constexpr std::string_view cipher_suite = "AES_GCM_";

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

int size_of(BytesView bytes) { return static_cast<int>(bytes.size()); }

Cipher aes_256_gcm(const Hash& key, BytesView nonce, bool encrypt) {
    Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    ASSERT(cipher);
    const int ok = EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(),
                                     nonce.data(), encrypt);
    ASSERT(ok == 1);
    return cipher;
}

/// The tag stands behind the ciphertext.
std::optional<Bytes> aes_open(const Hash& key, BytesView nonce, BytesView sealed) {
    if (nonce.size() != nonce_size || sealed.size() < tag_size) return {};
    const auto text = sealed.first(sealed.size() - tag_size);
    Bytes tag(sealed.end() - tag_size, sealed.end());
    const auto cipher = aes_256_gcm(key, nonce, false);
    Bytes out(text.size());
    int written = 0;
    const bool opened =
        EVP_CipherUpdate(cipher.get(), out.data(), &written, text.data(), size_of(text)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_size, tag.data()) == 1 &&
        EVP_CipherFinal_ex(cipher.get(), out.data() + out.size(), &written) == 1;
    if (!opened) return {};
    return out;
}

Bytes aes_seal(const Hash& key, BytesView nonce, BytesView text) {
    const auto cipher = aes_256_gcm(key, nonce, true);
    Bytes out(text.size() + tag_size);
    int written = 0;
    const bool sealed =
        EVP_CipherUpdate(cipher.get(), out.data(), &written, text.data(), size_of(text)) == 1 &&
        EVP_CipherFinal_ex(cipher.get(), out.data() + text.size(), &written) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_size,
                            out.data() + text.size()) == 1;
    ASSERT(sealed);
    return out;
}

/// A byte vector as arkworks writes it: its length in 8 bytes, little-endian, before it.
std::optional<BytesView> take_vector(BytesView& in) {
    if (in.size() < 8) return {};
    const u64 size = xxh::read<8>(in.data());
    in = in.subspan(8);
    if (in.size() < size) return {};
    const auto out = in.first(size);
    in = in.subspan(size);
    return out;
}
void put_vector(Bytes& out, BytesView bytes) {
    for (int i = 0; i < 8; ++i) out.push_back(static_cast<u8>(u64{bytes.size()} >> (8 * i)));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

/// The first 32 bytes of both, one over the other.
Hash masked(BytesView a, const Hash& b) {
    Hash out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<u8>(a[i] ^ b[i]);
    return out;
}
Hash sha256_of_both(const Hash& a, const Hash& b) {
    std::array<u8, 64> both;
    std::copy(a.begin(), a.end(), both.begin());
    std::copy(b.begin(), b.end(), both.begin() + 32);
    return sha256(both);
}

}  // namespace

std::optional<TimelockCiphertext> read_timelock(BytesView& in) {
    TimelockCiphertext out;
    if (in.size() < out.u.size() || !myelin_bls_is_point(in.data(), out.u.size())) return {};
    std::copy_n(in.begin(), out.u.size(), out.u.begin());
    auto rest = in.subspan(out.u.size());
    const auto v = take_vector(rest), w = v ? take_vector(rest) : v,
               body = w ? take_vector(rest) : w;
    // The name of the cipher is carried along; nothing depends on it.
    if (!body || !take_vector(rest)) return {};
    out.v.assign(v->begin(), v->end());
    out.w.assign(w->begin(), w->end());
    out.body.assign(body->begin(), body->end());
    in = rest;
    return out;
}

std::optional<TimelockSecrets> timelock_secrets(const TimelockCiphertext& c,
                                                const BeaconSignature& signature) {
    // The original stops its block at shorter ones.
    if (c.v.size() < 32 || c.w.size() < 32) return {};
    TimelockSecrets out;
    if (!myelin_bls_pairing(signature.data(), c.u.data(), out.pairing.data())) return {};
    out.mask = sha256(out.pairing);
    out.sigma = masked(c.v, out.mask);
    out.key = masked(c.w, sha256(out.sigma));
    out.r = sha256_of_both(out.sigma, out.key);
    BeaconKey u;
    if (!myelin_bls_public(out.r.data(), u.data()) || u != c.u) return {};
    return out;
}

std::optional<Bytes> timelock_open(const TimelockCiphertext& c, const BeaconSignature& signature) {
    const auto secrets = timelock_secrets(c, signature);
    if (!secrets) return {};
    BytesView body = c.body;
    const auto sealed = take_vector(body), nonce = sealed ? take_vector(body) : sealed;
    if (!nonce) return {};
    return aes_open(secrets->key, *nonce, *sealed);
}

std::optional<Bytes> timelock_seal(const BeaconKey& beacon, u64 round, BytesView message,
                                   const TimelockRandomness& random) {
    const BeaconSecret r(sha256_of_both(random.sigma, random.key));
    const auto u = beacon_public_key(r);
    const auto shared = beacon_sign(r, round);  // r times the round's point
    std::array<u8, 576> pairing;
    if (!u || !shared || !myelin_bls_pairing(shared->data(), beacon.data(), pairing.data()))
        return {};
    Bytes body;
    put_vector(body, aes_seal(random.key, random.nonce, message));
    put_vector(body, random.nonce);
    Bytes out(u->begin(), u->end());
    put_vector(out, masked(random.sigma, sha256(pairing)));
    put_vector(out, masked(random.key, sha256(random.sigma)));
    put_vector(out, body);
    put_vector(out,
               BytesView(reinterpret_cast<const u8*>(cipher_suite.data()), cipher_suite.size()));
    return out;
}

}  // namespace crypto
