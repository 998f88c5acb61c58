// Secret URIs: `PHRASE_or_0xSEED/soft//hard///password`, as sp-core reads them.
#pragma once
#include "base/outcome.hpp"
#include "crypto/sr25519.hpp"

namespace crypto {

/// Stands in for a missing phrase: the published phrase of development accounts.
inline constexpr std::string_view dev_phrase =
    "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

inline constexpr std::size_t max_uri_text = 4096;

struct Junction {
    bool hard = false;
    Hash chain_code{};
    bool operator==(const Junction&) const = default;
};

/// A decimal number that fits u64 counts as that number, anything else as text.
Junction make_junction(std::string_view name, bool hard);

struct SecretUri {
    SecretText phrase;  // words, or 0x and 64 hex digits
    std::vector<Junction> path;
    SecretText password;
};

/// Only the form is checked here, not the phrase.
Outcome<SecretUri> parse_secret_uri(std::string_view);

/// The sr25519 pair of a URI such as "//Alice".
Outcome<Sr25519Pair> sr25519_from_uri(std::string_view);

/// 64 hex digits, with or without 0x.
Outcome<Seed> seed_from_hex(std::string_view);

}  // namespace crypto
