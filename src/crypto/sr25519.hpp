// Schnorr signatures on Ristretto as Substrate uses them: schnorrkel, signing context "substrate".
#pragma once
#include "crypto/native.hpp"
#include "crypto/secret.hpp"

namespace crypto {

using PublicKey = std::array<u8, 32>;
using Signature = std::array<u8, 64>;

struct Sr25519Pair {
    Secret<64> secret;  // scalar, little-endian and divided by the cofactor, then the nonce seed
    PublicKey public_key{};
};

/// Expands a mini secret (ExpansionMode::Ed25519); every seed is valid.
Sr25519Pair sr25519_from_seed(const Seed&);

/// nullopt when the scalar is not canonical.
std::optional<Sr25519Pair> sr25519_from_secret(const Secret<64>&);

/// From the form of polkadot.js files: the scalar multiplied by the cofactor.
std::optional<Sr25519Pair> sr25519_from_ed25519_form(const Secret<64>&);

/// The child under a 32-byte chain code. A hard child cannot be linked to its parent; a soft one
/// can be derived from the public key as well.
Sr25519Pair sr25519_derive_hard(const Sr25519Pair&, const Hash& chain_code);
Sr25519Pair sr25519_derive_soft(const Sr25519Pair&, const Hash& chain_code);
std::optional<PublicKey> sr25519_derive_soft(const PublicKey&, const Hash& chain_code);

/// Randomised: two signatures of one message differ.
Signature sr25519_sign(const Sr25519Pair&, BytesView message);

bool sr25519_verify(BytesView signature, BytesView message, const PublicKey&);

/// True when all hold; much faster per signature than one by one from some ten entries on.
bool sr25519_verify_batch(std::span<const Signed>);

}  // namespace crypto
