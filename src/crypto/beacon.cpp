// Rounds of a beacon, signed and checked by blst.
#include "crypto/beacon.hpp"

#include <algorithm>

#include "crypto/hash.hpp"
#include "crypto/native.hpp"

namespace crypto {

Hash beacon_message(u64 round) {
    std::array<u8, 8> number;
    for (int i = 0; i < 8; ++i) number[i] = static_cast<u8>(round >> (56 - 8 * i));
    return sha256(number);
}

std::optional<BeaconKey> beacon_public_key(const BeaconSecret& secret) {
    BeaconKey key;
    if (!myelin_bls_public(secret.data(), key.data())) return {};
    return key;
}

std::optional<BeaconSignature> beacon_sign(const BeaconSecret& secret, u64 round) {
    BeaconSignature signature;
    const auto message = beacon_message(round);
    if (!myelin_bls_sign(secret.data(), message.data(), message.size(), signature.data()))
        return {};
    return signature;
}

std::optional<bool> beacon_verify(BytesView key, BytesView signature, u64 round) {
    if (key.size() < sizeof(BeaconKey) || signature.size() < sizeof(BeaconSignature)) return {};
    bool holds = false;
    const auto message = beacon_message(round);
    if (!myelin_bls_verify(signature.data(), key.data(), message.data(), message.size(), &holds))
        return {};
    return holds;
}

std::optional<BeaconSignature> beacon_signature_in(BytesView bytes) {
    if (bytes.size() >= 2 && bytes[0] == '0' && bytes[1] == 'x') bytes = bytes.subspan(2);
    BeaconSignature out;
    if (bytes.size() < out.size() || !myelin_bls_is_point(bytes.data(), out.size())) return {};
    std::copy_n(bytes.begin(), out.size(), out.begin());
    return out;
}

}  // namespace crypto
