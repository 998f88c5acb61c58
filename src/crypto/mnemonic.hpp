// Word phrases (BIP-39 English) and the seeds that Substrate makes of them.
#pragma once
#include "base/outcome.hpp"
#include "crypto/secret.hpp"

namespace crypto {

/// What a phrase stands for: 16, 20, 24, 28 or 32 bytes.
struct Entropy {
    Secret<32> bytes;
    std::size_t size = 0;
    BytesView view() const { return BytesView(bytes).first(size); }
};

inline constexpr std::size_t max_phrase_text = 512;  // 24 words of at most 8 letters need 215

/// 12, 15, 18, 21 or 24 words, separated by any white space. Errors name the word, the count or the
/// checksum.
Outcome<Entropy> entropy_from_phrase(std::string_view phrase);

/// The phrase of an entropy with a valid size.
SecretText phrase_from_entropy(const Entropy&);

/// Fresh randomness; `words` is 12, 15, 18, 21 or 24.
SecretText generate_phrase(unsigned words = 12);

/// PBKDF2-HMAC-SHA512 over the entropy (not over the phrase as BIP-39 has it), crate
/// substrate-bip39.
Seed seed_from_entropy(const Entropy&, std::string_view password = {});

}  // namespace crypto
