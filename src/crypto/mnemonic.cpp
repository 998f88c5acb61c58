// Word list and checksum come from the crate parity-bip39, the derivation from OpenSSL.
#include "crypto/mnemonic.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>

#include "crypto/native.hpp"

namespace crypto {
namespace {

constexpr int pbkdf2_rounds = 2048;

bool valid_count(std::size_t words) { return words >= 12 && words <= 24 && words % 3 == 0; }

std::vector<std::string_view> split(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(space); at != text.npos;
         at = text.find_first_not_of(space, at)) {
        const std::size_t end = std::min(text.find_first_of(space, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

}  // namespace

Outcome<Entropy> entropy_from_phrase(std::string_view phrase) {
    if (phrase.size() > max_phrase_text) return Failure{"the phrase is too long"};
    const auto words = split(phrase);
    if (!valid_count(words.size()))
        return Failure{
            fmt::format("a phrase has 12, 15, 18, 21 or 24 words, this has {}", words.size())};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!myelin_bip39_knows(view(words[i]).data(), words[i].size()))
            return Failure{
                fmt::format("word {} of the phrase is not in the BIP-39 English list", i + 1)};
    Entropy entropy;
    if (!myelin_bip39_entropy(view(phrase).data(), phrase.size(), entropy.bytes.data(),
                              &entropy.size))
        return Failure{"the phrase's checksum is wrong: a word is mistaken or out of order"};
    return entropy;
}

SecretText phrase_from_entropy(const Entropy& entropy) {
    std::array<u8, max_phrase_text> text;
    std::size_t size = 0;
    const bool ok =
        myelin_bip39_phrase(entropy.bytes.data(), entropy.size, text.data(), text.size(), &size);
    ASSERT(ok);
    SecretText phrase({reinterpret_cast<const char*>(text.data()), size});
    wipe(text);
    return phrase;
}

SecretText generate_phrase(unsigned words) {
    ASSERT(valid_count(words));
    Entropy entropy;
    entropy.size = words / 3 * 4;  // 32 bits and one bit of checksum are three words
    randombytes_buf(entropy.bytes.data(), entropy.size);
    return phrase_from_entropy(entropy);
}

Seed seed_from_entropy(const Entropy& entropy, std::string_view password) {
    const SecretText salt("mnemonic" + std::string(password));
    Secret<64> derived;
    const int ok = PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(entropy.bytes.data()),
                                     static_cast<int>(entropy.size), view(salt).data(),
                                     static_cast<int>(salt.size()), pbkdf2_rounds, EVP_sha512(),
                                     static_cast<int>(derived.size()), derived.data());
    ASSERT(ok == 1);
    Seed seed;
    std::copy_n(derived.begin(), seed.size(), seed.begin());
    return seed;
}

}  // namespace crypto
