// BLAKE2b and SHA-2 through libsodium, Keccak through the crate sha3.
#include "crypto/hash.hpp"

#include <sodium.h>

#include "base/assert.hpp"
#include "crypto/native.hpp"

namespace crypto {
namespace {

// Picks libsodium's AVX2 code; without it the portable code runs.
[[maybe_unused]] const int initialised = sodium_init();

}  // namespace

void blake2b(BytesView in, std::span<u8> out) {
    const int status =
        crypto_generichash_blake2b(out.data(), out.size(), in.data(), in.size(), nullptr, 0);
    ASSERT(status == 0);
}

Hash16 blake2_128(BytesView in) {
    Hash16 out;
    blake2b(in, out);
    return out;
}

Hash blake2_256(BytesView in) {
    Hash out;
    blake2b(in, out);
    return out;
}

Hash64 blake2_512(BytesView in) {
    Hash64 out;
    blake2b(in, out);
    return out;
}

Hash sha256(BytesView in) {
    Hash out;
    crypto_hash_sha256(out.data(), in.data(), in.size());
    return out;
}

Hash keccak256(BytesView in) {
    Hash out;
    const bool ok = myelin_keccak256(in.data(), in.size(), out.data());
    ASSERT(ok);
    return out;
}

}  // namespace crypto
