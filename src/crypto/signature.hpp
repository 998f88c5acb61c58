// The three signature schemes of a Substrate MultiSignature.
#pragma once
#include "base/types.hpp"

namespace crypto {

using AccountBytes = std::array<u8, 32>;

enum class SignatureKind : u8 { Ed25519 = 0, Sr25519 = 1, Ecdsa = 2 };  // the SCALE indices

/// Bytes of a signature after its kind: 64, 64, 65.
constexpr std::size_t signature_size(SignatureKind kind) {
    return kind == SignatureKind::Ecdsa ? 65 : 64;
}

/// Whether `account` signed `message`. An ECDSA account is blake2b-256 of the compressed key; for
/// the others the account is the key.
bool verify(SignatureKind, BytesView signature, BytesView message, const AccountBytes& account);

}  // namespace crypto
