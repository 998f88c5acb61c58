// ML-KEM-768 (FIPS 203) with XChaCha20-Poly1305: messages to the holder of a key that no quantum
// computer finds.
#pragma once
#include "crypto/secret.hpp"

namespace crypto {

using EncapsulationKey = std::array<u8, 1184>;
using DecapsulationKey = Secret<2400>;
using Encapsulated = std::array<u8, 1088>;
using XNonce = std::array<u8, 24>;

struct EncapsulationPair {
    EncapsulationKey public_key{};
    DecapsulationKey private_key{};
};
/// From the seed d || z of FIPS 203.
EncapsulationPair encapsulation_pair(const Secret<64>& seed);

struct SharedSecret {
    Encapsulated wrapped{};
    Secret<32> secret{};
};
/// A secret that the key's holder can unwrap; none for bytes that are no key.
std::optional<SharedSecret> encapsulate(const EncapsulationKey&, const Secret<32>& randomness);
/// The secret inside; for a wrong `wrapped` one that nobody else has.
Secret<32> decapsulate(const DecapsulationKey&, const Encapsulated&);

/// XChaCha20-Poly1305 without associated data; the tag of 16 bytes stands behind the text.
Bytes xchacha_seal(const Secret<32>& key, const XNonce&, BytesView text);
std::optional<Bytes> xchacha_open(const Secret<32>& key, const XNonce&, BytesView sealed);

}  // namespace crypto
