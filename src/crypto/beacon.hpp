// A drand beacon of the scheme bls-unchained-g1-rfc9380: every few seconds it signs the number of
// the round that begins. Nobody can know a signature before; everybody can check it after.
#pragma once
#include "crypto/secret.hpp"

namespace crypto {

using BeaconKey = std::array<u8, 96>;        // point of G2, compressed
using BeaconSignature = std::array<u8, 48>;  // point of G1, compressed
/// Big-endian; taken modulo the order of the groups.
using BeaconSecret = Secret<32>;

/// What is signed for a round: sha256 of its number, big-endian.
Hash beacon_message(u64 round);

/// None for a secret that is a multiple of the order.
std::optional<BeaconKey> beacon_public_key(const BeaconSecret&);
std::optional<BeaconSignature> beacon_sign(const BeaconSecret&, u64 round);
/// None when the key or the signature is not a point of its group. Bytes after the points are
/// ignored, as the reference's reader does.
std::optional<bool> beacon_verify(BytesView key, BytesView signature, u64 round);
/// The signature at the front of `bytes`, if it is a point; "0x" before it is skipped.
std::optional<BeaconSignature> beacon_signature_in(BytesView bytes);

}  // namespace crypto
