// What the pallet stores and takes.
#pragma once
#include "frame/call.hpp"

namespace shield {

inline constexpr u8 pallet_index = 30;
inline constexpr u32 enc_key_bytes = 1184;  // of ML-KEM-768
inline constexpr u32 max_enc_key_bytes = 2048, max_encrypted_call_bytes = 8192;

/// Bounded above what a key has, so that one of a wrong size gets an error that says so.
using ShieldEncKey = scale::BoundedVec<u8, max_enc_key_bytes>;
using EncryptedCall = scale::BoundedVec<u8, max_encrypted_call_bytes>;

struct PendingExtrinsic {
    AccountId who{};
    EncryptedCall encrypted_call{};
    u32 submitted_at = 0;
    FIELDS(who, encrypted_call, submitted_at)
    PATH("pallet_shield::pallet::PendingExtrinsic")
    TYPE_PARAMS("T", scale::NoType)
};

/// What submit_encrypted carries, taken apart (stp_shield shielded_tx.rs): the hash of the key it
/// is for, the wrapped secret, and the signed extrinsic sealed with it.
struct ShieldedTransaction {
    std::array<u8, 16> key_hash{};
    Bytes kem_ct{}, aead_ct{};
    std::array<u8, 24> nonce{};
    FIELDS(key_hash, kem_ct, aead_ct, nonce)
    PATH("stp_shield::shielded_tx::ShieldedTransaction")
};

}  // namespace shield
