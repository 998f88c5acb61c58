// Parsing of secret URIs and derivation along their paths.
#include "crypto/secret_uri.hpp"

#include <algorithm>
#include <charconv>

#include "base/hex.hpp"
#include "crypto/hash.hpp"
#include "crypto/mnemonic.hpp"

namespace crypto {
namespace {

/// Compact length of a SCALE string; names are shorter than max_uri_text, so two bytes suffice.
Bytes scale_string(std::string_view text) {
    static_assert(max_uri_text < 1 << 14);
    Bytes out;
    if (text.size() < 64) {
        out.push_back(static_cast<u8>(text.size() << 2));
    } else {
        const std::size_t mark = text.size() << 2 | 1;
        out = {static_cast<u8>(mark), static_cast<u8>(mark >> 8)};
    }
    out.insert(out.end(), text.begin(), text.end());
    return out;
}

bool allowed_in_phrase(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
}

}  // namespace

Junction make_junction(std::string_view name, bool hard) {
    Bytes encoded;
    u64 number = 0;
    const char* const end = name.data() + name.size();
    // Rust's parse takes one plus sign before the digits, from_chars none.
    const bool plus = name.size() > 1 && name[0] == '+';
    const auto [at, error] = std::from_chars(name.data() + (plus ? 1 : 0), end, number);
    if (error == std::errc() && at == end) {
        for (int i = 0; i < 8; ++i) encoded.push_back(static_cast<u8>(number >> (8 * i)));
    } else {
        encoded = scale_string(name);
    }
    Junction junction{hard, {}};
    if (encoded.size() > junction.chain_code.size())
        junction.chain_code = blake2_256(encoded);
    else
        std::copy(encoded.begin(), encoded.end(), junction.chain_code.begin());
    return junction;
}

Outcome<SecretUri> parse_secret_uri(std::string_view uri) {
    if (uri.size() > max_uri_text) return Failure{"the secret URI is too long"};
    SecretUri out;
    const std::size_t slash = std::min(uri.find('/'), uri.size());
    const std::string_view phrase = uri.substr(0, slash);
    if (!std::all_of(phrase.begin(), phrase.end(), allowed_in_phrase))
        return Failure{"a secret URI begins with words, a 0x seed or '/'"};
    out.phrase = SecretText(phrase.empty() ? dev_phrase : phrase);
    std::string_view rest = uri.substr(slash);
    while (!rest.empty()) {
        if (rest.starts_with("///")) {
            out.password = SecretText(rest.substr(3));
            break;
        }
        const bool hard = rest.starts_with("//");
        rest.remove_prefix(hard ? 2 : 1);
        const std::size_t end = std::min(rest.find('/'), rest.size());
        if (end == 0) return Failure{"a part of the secret URI's path has no name"};
        out.path.push_back(make_junction(rest.substr(0, end), hard));
        rest.remove_prefix(end);
    }
    return out;
}

Outcome<Seed> seed_from_hex(std::string_view text) {
    const auto bytes = from_hex(text);
    Seed seed;
    if (!bytes || bytes->size() != seed.size())
        return Failure{"a seed is 64 hex digits, with or without 0x before them"};
    std::copy(bytes->begin(), bytes->end(), seed.begin());
    return seed;
}

Outcome<Sr25519Pair> sr25519_from_uri(std::string_view text) {
    const auto uri = parse_secret_uri(text);
    if (!uri) return uri.failure();
    Seed seed;
    if (uri->phrase.starts_with("0x")) {
        const auto given = seed_from_hex(uri->phrase);
        if (!given) return given.failure();
        seed = *given;
    } else {
        const auto entropy = entropy_from_phrase(uri->phrase);
        if (!entropy) return entropy.failure();
        seed = seed_from_entropy(*entropy, uri->password);
    }
    Sr25519Pair pair = sr25519_from_seed(seed);
    for (const Junction& junction : uri->path)
        pair = junction.hard ? sr25519_derive_hard(pair, junction.chain_code)
                             : sr25519_derive_soft(pair, junction.chain_code);
    return pair;
}

}  // namespace crypto
