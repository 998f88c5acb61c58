// Ansible Vault and Fernet on OpenSSL's ciphers.
#include "keys/old_encryption.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>
#include <memory>

#include "base/hex.hpp"

namespace keys {
namespace {

using crypto::SecretText;

constexpr int ansible_rounds = 10'000;
constexpr int fernet_rounds = 10'000'000;
constexpr std::string_view fernet_salt =
    "Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins";

template <std::size_t size>
crypto::Secret<size> pbkdf2(std::string_view password, BytesView salt, int rounds) {
    crypto::Secret<size> out;
    const int ok = PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()),
                                     salt.data(), static_cast<int>(salt.size()), rounds,
                                     EVP_sha256(), static_cast<int>(size), out.data());
    if (ok != 1) out = {};
    return out;
}

bool authentic(BytesView data, BytesView key, BytesView code) {
    crypto_auth_hmacsha256_state state;
    std::array<u8, 32> expected;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, data.data(), data.size());
    crypto_auth_hmacsha256_final(&state, expected.data());
    return code.size() == expected.size() &&
           sodium_memcmp(expected.data(), code.data(), code.size()) == 0;
}

std::optional<SecretText> decipher(const EVP_CIPHER* cipher, BytesView data, const u8* key,
                                   const u8* iv) {
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    SecretText out(std::string(data.size() + EVP_MAX_BLOCK_LENGTH, '\0'));
    u8* const to = reinterpret_cast<u8*>(out.data());
    int written = 0;
    int rest = 0;
    if (!context || EVP_DecryptInit_ex(context.get(), cipher, nullptr, key, iv) != 1 ||
        EVP_DecryptUpdate(context.get(), to, &written, data.data(),
                          static_cast<int>(data.size())) != 1 ||
        EVP_DecryptFinal_ex(context.get(), to + written, &rest) != 1)
        return std::nullopt;
    out.resize(static_cast<std::size_t>(written + rest));
    return out;
}

/// Counter mode pads nothing itself; Ansible adds PKCS#7 to 16 bytes all the same.
bool remove_padding(SecretText& text) {
    const std::size_t count = text.empty() ? 0 : static_cast<u8>(text.back());
    if (count == 0 || count > 16 || count > text.size()) return false;
    const auto begin = text.end() - static_cast<std::ptrdiff_t>(count);
    if (std::any_of(begin, text.end(), [&](char c) { return c != text.back(); })) return false;
    text.resize(text.size() - count);
    return true;
}

/// The lines after the first, joined.
std::string body_of(std::string_view file) {
    std::string out;
    const std::size_t first = std::min(file.find('\n'), file.size());
    for (const char c : file.substr(first))
        if (c != '\n' && c != '\r' && c != ' ') out += c;
    return out;
}

}  // namespace

std::optional<SecretText> open_ansible(std::string_view file, std::string_view password) {
    const auto inner = from_hex(body_of(file));
    if (!inner) return std::nullopt;
    const std::string_view text(reinterpret_cast<const char*>(inner->data()), inner->size());
    const std::size_t first = text.find('\n');
    const std::size_t second = first == text.npos ? text.npos : text.find('\n', first + 1);
    if (second == text.npos) return std::nullopt;
    const auto salt = from_hex(text.substr(0, first));
    const auto code = from_hex(text.substr(first + 1, second - first - 1));
    const auto data = from_hex(text.substr(second + 1));
    if (!salt || !code || !data) return std::nullopt;

    const auto derived = pbkdf2<80>(password, *salt, ansible_rounds);
    const BytesView keys(derived);
    if (!authentic(*data, keys.subspan(32, 32), *code)) return std::nullopt;
    auto plain = decipher(EVP_aes_256_ctr(), *data, derived.data(), derived.data() + 64);
    if (!plain || !remove_padding(*plain)) return std::nullopt;
    return plain;
}

std::optional<SecretText> open_fernet(std::string_view file, std::string_view password) {
    return open_fernet(file, pbkdf2<32>(password, view(fernet_salt), fernet_rounds));
}

std::optional<SecretText> open_fernet(std::string_view text, const crypto::Secret<32>& key) {
    constexpr std::size_t head = 1 + 8 + 16;  // version, time, initial vector
    constexpr std::size_t code_size = 32;
    Bytes token(text.size());
    std::size_t size = 0;
    if (text.empty() ||
        sodium_base642bin(token.data(), token.size(), text.data(), text.size(), "\r\n ", &size,
                          nullptr, sodium_base64_VARIANT_URLSAFE) != 0 ||
        size < head + code_size)
        return std::nullopt;
    token.resize(size);
    const BytesView all(token);

    const BytesView halves(key);
    if (!authentic(all.first(size - code_size), halves.first(16), all.last(code_size)))
        return std::nullopt;
    return decipher(EVP_aes_128_cbc(), all.subspan(head, size - head - code_size), key.data() + 16,
                    token.data() + 9);
}

}  // namespace keys
