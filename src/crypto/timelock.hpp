// Messages locked to a round of a beacon: whoever has the round's signature can open them.
// Identity-based encryption (Boneh-Franklin, FullIdent) of an AES-256-GCM key, in arkworks' bytes.
// Source: the library "tle" that subtensor pins (ibe/fullident.rs, tlock.rs, stream_ciphers.rs).
#pragma once
#include "crypto/beacon.hpp"

namespace crypto {

/// One ciphertext, taken apart.
struct TimelockCiphertext {
    BeaconKey u{};   // r times the generator
    Bytes v{}, w{};  // sigma and the message's key, masked: 32 bytes each
    Bytes body{};    // AES output: ciphertext with tag, nonce, each after its length
};
/// Reads one from the front of `in`, which then begins with what follows. None: not a ciphertext,
/// or one whose u is no point.
std::optional<TimelockCiphertext> read_timelock(BytesView& in);

/// What the signature of the round brings to light, step by step.
struct TimelockSecrets {
    std::array<u8, 576> pairing{};
    Hash mask{};   // of sigma: sha256 of the pairing
    Hash sigma{};  // the sender's randomness
    Hash key{};    // of AES
    Hash r{};      // sha256(sigma, key), whose residue makes u
};
/// None when the ciphertext was not made for the signature's round and beacon.
std::optional<TimelockSecrets> timelock_secrets(const TimelockCiphertext&, const BeaconSignature&);
/// The message; none when it cannot be opened.
std::optional<Bytes> timelock_open(const TimelockCiphertext&, const BeaconSignature&);

/// What a sender draws at random.
struct TimelockRandomness {
    Hash key{}, sigma{};
    std::array<u8, 12> nonce{};
};
/// Locks a message to a round of the beacon with this key; none when the key is no point.
std::optional<Bytes> timelock_seal(const BeaconKey&, u64 round, BytesView message,
                                   const TimelockRandomness&);

}  // namespace crypto
