// Who signs and what a signature is, of the three schemes, as Substrate writes them.
#pragma once
#include "crypto/signature.hpp"
#include "scale/type.hpp"

struct MultiSignature {
    crypto::SignatureKind kind = crypto::SignatureKind::Sr25519;
    std::array<u8, 65> bytes{};  // 64 used, 65 for ecdsa

    BytesView view() const { return BytesView(bytes).first(crypto::signature_size(kind)); }
};

namespace signer {
struct Ed25519 {
    std::array<u8, 32> key{};
    UNNAMED(key)
};
struct Sr25519 {
    std::array<u8, 32> key{};
    UNNAMED(key)
};
struct Ecdsa {
    std::array<u8, 33> key{};
    UNNAMED(key)
};
}  // namespace signer
using signer::Ecdsa, signer::Ed25519, signer::Sr25519;
/// A public key with its scheme.
ALTERNATIVES_AT(MultiSigner, "sp_runtime::MultiSigner", Ed25519, Sr25519, Ecdsa)

namespace scale {
template <>
struct Codec<MultiSignature> {
    static void encode(Bytes&, const MultiSignature&);
    static void decode(Reader&, MultiSignature&);
};
template <>
struct Shape<MultiSignature> {
    static const Type& get();
};
}  // namespace scale
