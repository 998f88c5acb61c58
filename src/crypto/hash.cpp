// BLAKE2b and SHA-2 through libsodium, Keccak through the crate sha3.
#include "crypto/hash.hpp"

#include <sodium.h>

#include <cstring>

#include "base/assert.hpp"
#include "crypto/native.hpp"

namespace crypto {
namespace {

// Picks libsodium's AVX2 code; without it the portable code runs.
[[maybe_unused]] const int initialised = sodium_init();

}  // namespace

void blake2b(BytesView in, std::span<u8> out) {
    const int status =
        crypto_generichash_blake2b(out.data(), out.size(), in.data(), in.size(), nullptr, 0);
    ASSERT(status == 0);
}

/// Storage keys hash the same few accounts over and over: the answers of late are kept.
static Hash16 hash_of_account(BytesView account) {
    struct Answer {
        Hash account;
        Hash16 hash;
        bool known;
    };
    constexpr std::size_t answers = 2048;
    static thread_local std::array<Answer, answers> late{};
    u64 words[4];
    std::memcpy(words, account.data(), sizeof words);
    const u64 mixed =
        (words[0] ^ (words[1] << 7) ^ (words[2] << 17) ^ words[3]) * 0x9E3779B97F4A7C15;
    Answer& answer = late[mixed >> 53];
    if (!answer.known || std::memcmp(answer.account.data(), account.data(), account.size()) != 0) {
        std::memcpy(answer.account.data(), account.data(), account.size());
        blake2b(account, answer.hash);
        answer.known = true;
    }
    return answer.hash;
}

Hash16 blake2_128(BytesView in) {
    if (in.size() == sizeof(Hash)) return hash_of_account(in);
    Hash16 out;
    blake2b(in, out);
    return out;
}

Hash blake2_256(BytesView in) {
    Hash out;
    blake2b(in, out);
    return out;
}

Hash64 blake2_512(BytesView in) {
    Hash64 out;
    blake2b(in, out);
    return out;
}

Hash sha256(BytesView in) {
    Hash out;
    crypto_hash_sha256(out.data(), in.data(), in.size());
    return out;
}

Hash keccak256(BytesView in) {
    Hash out;
    const bool ok = myelin_keccak256(in.data(), in.size(), out.data());
    ASSERT(ok);
    return out;
}

}  // namespace crypto
