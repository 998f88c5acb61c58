// Recoverable ECDSA on secp256k1 over blake2b-256 of the message (libsecp256k1).
#pragma once
#include "crypto/secret.hpp"

namespace crypto {

using EcdsaPublicKey = std::array<u8, 33>;  // compressed
using EcdsaSignature = std::array<u8, 65>;  // r, s, recovery id 0..3

/// nullopt when the seed is zero or not below the order of the group.
std::optional<EcdsaPublicKey> ecdsa_public(const Seed&);
std::optional<EcdsaSignature> ecdsa_sign(const Seed&, BytesView message);

/// The key that signed. The recovery id may also be 27..30, as Ethereum tools write it
/// (sp-io secp256k1_ecdsa_recover_compressed, version 2).
std::optional<EcdsaPublicKey> ecdsa_recover(BytesView signature, const Hash& message_hash);

/// The account of an ECDSA key: blake2b-256 of its compressed form.
Hash ecdsa_account(const EcdsaPublicKey&);

using EvmAddress = std::array<u8, 20>;
/// The address of an ECDSA key on Ethereum: the end of keccak-256 of its uncompressed form. The key
/// is one of the above; zeros for other bytes.
EvmAddress evm_address(const EcdsaPublicKey&);

}  // namespace crypto
