// scrypt from OpenSSL, the box from libsodium.
#include "keys/polkadot_json.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hex.hpp"
#include "crypto/ss58.hpp"

namespace keys {
namespace {

using Json = nlohmann::json;

constexpr std::size_t salt_size = 32;
constexpr std::size_t parameters_size = salt_size + 3 * 4;  // salt, then n, p, r
constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES;
constexpr u64 max_scrypt_memory = u64{256} << 20;
constexpr u32 max_scrypt_n = 1 << 18, max_scrypt_r = 16, max_scrypt_p = 4;

// PKCS#8 header, secret, divider, public key.
constexpr std::array<u8, 16> header{0x30, 0x53, 0x02, 0x01, 0x01, 0x30, 0x05, 0x06,
                                    0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};
constexpr std::array<u8, 5> divider{0xa1, 0x23, 0x03, 0x21, 0x00};
constexpr std::size_t plain_size = header.size() + 64 + divider.size() + 32;

u32 read_u32(BytesView at) {
    return u32{at[0]} | u32{at[1]} << 8 | u32{at[2]} << 16 | u32{at[3]} << 24;
}

bool is_list(const Json& json, std::initializer_list<std::string_view> words) {
    return json.is_array() && std::equal(json.begin(), json.end(), words.begin(), words.end());
}

std::optional<Bytes> from_base64(const std::string& text) {
    Bytes out(text.size());
    std::size_t size = 0;
    if (text.empty() || sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr,
                                          &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    out.resize(size);
    return out;
}

/// The key pair out of the opened box.
Outcome<Key> key_from_plain(BytesView plain) {
    if (plain.size() != plain_size || !std::equal(header.begin(), header.end(), plain.begin()) ||
        !std::equal(divider.begin(), divider.end(), plain.begin() + header.size() + 64))
        return Failure{"the opened file holds no sr25519 key pair"};
    crypto::Secret<64> form;
    std::copy_n(plain.begin() + header.size(), form.size(), form.begin());
    const auto pair = crypto::sr25519_from_ed25519_form(form);
    if (!pair || !std::equal(pair->public_key.begin(), pair->public_key.end(), plain.end() - 32))
        return Failure{"the secret key in the file does not belong to its public key"};
    return Key{pair->public_key, *pair};
}

Outcome<Bytes> opened(BytesView data, std::string_view password) {
    const u32 n = read_u32(data.subspan(salt_size));
    const u32 p = read_u32(data.subspan(salt_size + 4));
    const u32 r = read_u32(data.subspan(salt_size + 8));
    if (n > max_scrypt_n || r > max_scrypt_r || p > max_scrypt_p)
        return Failure{"the file asks for more work than any polkadot.js export does"};
    crypto::Secret<32> key;
    if (EVP_PBE_scrypt(password.data(), password.size(), data.data(), salt_size, n, r, p,
                       max_scrypt_memory, key.data(), key.size()) != 1)
        return Failure{"the file's scrypt parameters are not valid"};
    const BytesView nonce = data.subspan(parameters_size, nonce_size);
    const BytesView box = data.subspan(parameters_size + nonce_size);
    Bytes plain(box.size() - crypto_secretbox_MACBYTES);
    if (crypto_secretbox_open_easy(plain.data(), box.data(), box.size(), nonce.data(),
                                   key.data()) != 0)
        return Failure{"wrong password, or the file is damaged"};
    return plain;
}

}  // namespace

Outcome<Key> key_from_polkadot_json(std::string_view text, std::string_view password) {
    if (text.size() > max_key_json) return Failure{"too large for an exported account"};
    const Json json = Json::parse(text, nullptr, false);
    const Failure unsupported{
        "not an account exported by polkadot.js (version 3, sr25519, password)"};
    if (!json.is_object() || !json.contains("encoding") || !json.contains("encoded"))
        return unsupported;
    const Json& encoding = json["encoding"];
    if (!encoding.is_object() || !json["encoded"].is_string() ||
        encoding.value("version", Json()) != "3" ||
        !is_list(encoding.value("type", Json()), {"scrypt", "xsalsa20-poly1305"}) ||
        !is_list(encoding.value("content", Json()), {"pkcs8", "sr25519"}))
        return unsupported;
    const auto data = from_base64(json["encoded"].get_ref<const std::string&>());
    if (!data || data->size() < parameters_size + nonce_size + crypto_secretbox_MACBYTES)
        return unsupported;
    auto plain = opened(*data, password);
    if (!plain) return plain.failure();
    auto key = key_from_plain(*plain);
    crypto::wipe(*plain);
    return key;
}

}  // namespace keys
