// Picks the scheme of a MultiSignature.
#include "crypto/signature.hpp"

#include "crypto/ecdsa.hpp"
#include "crypto/ed25519.hpp"
#include "crypto/hash.hpp"
#include "crypto/sr25519.hpp"

namespace crypto {

bool verify(SignatureKind kind, BytesView signature, BytesView message,
            const AccountBytes& account) {
    switch (kind) {
        case SignatureKind::Ed25519: return ed25519_verify(signature, message, account);
        case SignatureKind::Sr25519: return sr25519_verify(signature, message, account);
        case SignatureKind::Ecdsa: {
            const auto key = ecdsa_recover(signature, blake2_256(message));
            return key && ecdsa_account(*key) == account;
        }
    }
    return false;
}

}  // namespace crypto
