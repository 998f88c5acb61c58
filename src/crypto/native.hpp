// The C functions of rust/src/lib.rs. Only the .cpp files of this folder include this.
#pragma once
#include <cstddef>
#include <cstdint>

namespace crypto {

/// One entry of a batch; pointers must outlive the call.
struct Signed {
    const std::uint8_t* signature;   // 64 bytes
    const std::uint8_t* public_key;  // 32 bytes
    const std::uint8_t* message;
    std::size_t message_size;
};

}  // namespace crypto

// Each returns true on success and writes its outputs only then. `secret` is 64 bytes, `seed`,
// `public_key` and `chain_code` 32, `signature` 64. What is 48 or 96 bytes is a compressed point.
extern "C" {
using byte_in = const std::uint8_t*;
using byte_out = std::uint8_t*;

bool myelin_sr25519_from_seed(byte_in seed, byte_out secret, byte_out public_key);
bool myelin_sr25519_public(byte_in secret, byte_out public_key);
bool myelin_sr25519_from_ed25519(byte_in from, byte_out secret, byte_out public_key);
bool myelin_sr25519_derive(byte_in parent, byte_in chain_code, bool hard, byte_out secret,
                           byte_out public_key);
bool myelin_sr25519_derive_public(byte_in parent, byte_in chain_code, byte_out public_key);
bool myelin_sr25519_sign(byte_in secret, byte_in public_key, byte_in message, std::size_t size,
                         byte_out signature);
bool myelin_sr25519_verify(byte_in signature, byte_in public_key, byte_in message,
                           std::size_t size);
bool myelin_sr25519_verify_batch(const crypto::Signed* entries, std::size_t count);
bool myelin_ed25519_public(byte_in seed, byte_out public_key);
bool myelin_ed25519_sign(byte_in seed, byte_in message, std::size_t size, byte_out signature);
bool myelin_ed25519_verify(byte_in signature, byte_in public_key, byte_in message,
                           std::size_t size);
bool myelin_bls_public(byte_in secret_of_32, byte_out public_of_96);
bool myelin_bls_sign(byte_in secret_of_32, byte_in message, std::size_t size,
                     byte_out signature_of_48);
bool myelin_bls_verify(byte_in signature_of_48, byte_in public_of_96, byte_in message,
                       std::size_t size, bool* holds);
bool myelin_bls_is_point(byte_in point, std::size_t size);
bool myelin_bls_pairing(byte_in g1_of_48, byte_in g2_of_96, byte_out value_of_576);
bool myelin_mlkem768_keypair(byte_in seed_of_64, byte_out public_of_1184, byte_out private_of_2400);
bool myelin_mlkem768_encapsulate(byte_in public_of_1184, byte_in randomness_of_32,
                                 byte_out wrapped_of_1088, byte_out shared_of_32);
bool myelin_mlkem768_decapsulate(byte_in private_of_2400, byte_in wrapped_of_1088,
                                 byte_out shared_of_32);
bool myelin_keccak256(byte_in data, std::size_t size, byte_out digest);
bool myelin_bip39_entropy(byte_in phrase, std::size_t size, byte_out entropy_of_32,
                          std::size_t* entropy_size);
bool myelin_bip39_phrase(byte_in entropy, std::size_t entropy_size, byte_out phrase,
                         std::size_t capacity, std::size_t* phrase_size);
bool myelin_bip39_knows(byte_in word, std::size_t size);
}
