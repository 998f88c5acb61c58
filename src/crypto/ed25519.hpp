// Ed25519 with the verification rules of Substrate chains (ZIP 215, crate ed25519-zebra).
#pragma once
#include "crypto/sr25519.hpp"

namespace crypto {

PublicKey ed25519_public(const Seed&);
Signature ed25519_sign(const Seed&, BytesView message);
bool ed25519_verify(BytesView signature, BytesView message, const PublicKey&);

}  // namespace crypto
