// Base58 and the checksum of account text.
#include "crypto/ss58.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.hpp"
#include "base/hex.hpp"
#include "crypto/hash.hpp"

namespace crypto {
namespace {

constexpr std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::size_t checksum_size = 2;

/// Long division in another base, in place of a big number: big-endian digits in, big-endian out.
Bytes convert_base(BytesView digits, unsigned from, unsigned to) {
    Bytes out;  // little-endian while it grows
    for (const u8 digit : digits) {
        unsigned carry = digit;
        for (u8& place : out) {
            carry += place * from;
            place = static_cast<u8>(carry % to);
            carry /= to;
        }
        for (; carry != 0; carry /= to) out.push_back(static_cast<u8>(carry % to));
    }
    const auto zeros = std::find_if(digits.begin(), digits.end(), [](u8 d) { return d != 0; });
    out.insert(out.end(), static_cast<std::size_t>(zeros - digits.begin()), 0);
    std::reverse(out.begin(), out.end());
    return out;
}

std::array<u8, checksum_size> checksum(BytesView prefix_and_account) {
    Bytes input;
    for (const char c : std::string_view("SS58PRE")) input.push_back(static_cast<u8>(c));
    input.insert(input.end(), prefix_and_account.begin(), prefix_and_account.end());
    const Hash64 hash = blake2_512(input);
    return {hash[0], hash[1]};
}

/// One byte up to 63; above, fourteen bits spread over two bytes with 64 added to the first.
Bytes prefix_bytes(u16 prefix) {
    if (prefix < 64) return {static_cast<u8>(prefix)};
    return {static_cast<u8>(((prefix & 0xfc) >> 2) | 0x40),
            static_cast<u8>((prefix >> 8) | ((prefix & 3) << 6))};
}

std::optional<u16> read_prefix(BytesView data) {
    if (data[0] < 64) return data[0];
    if (data[0] >= 128) return std::nullopt;
    const unsigned low = ((data[0] & 0x3fu) << 2) | (data[1] >> 6);
    return static_cast<u16>(low | ((data[1] & 0x3fu) << 8));
}

}  // namespace

std::string base58_encode(BytesView data) {
    std::string out;
    for (const u8 digit : convert_base(data, 256, 58)) out += alphabet[digit];
    return out;
}

std::optional<Bytes> base58_decode(std::string_view text) {
    Bytes digits;
    for (const char c : text) {
        const std::size_t digit = alphabet.find(c);
        if (digit == alphabet.npos) return std::nullopt;
        digits.push_back(static_cast<u8>(digit));
    }
    return convert_base(digits, 58, 256);
}

std::string ss58_encode(const AccountBytes& account, u16 prefix) {
    ASSERT(prefix <= max_ss58_prefix);
    Bytes data = prefix_bytes(prefix);
    data.insert(data.end(), account.begin(), account.end());
    const auto sum = checksum(data);
    data.insert(data.end(), sum.begin(), sum.end());
    return base58_encode(data);
}

Outcome<Ss58> ss58_decode(std::string_view text) {
    if (text.empty()) return Failure{"the address is empty"};
    if (text.size() > max_ss58_text)
        return Failure{fmt::format("an address has about 48 characters, this has {}", text.size())};
    const auto data = base58_decode(text);
    if (!data) {
        const std::size_t at = text.find_first_not_of(alphabet);
        return Failure{fmt::format("'{}' is no address: character {} is not in the base58 alphabet",
                                   text, at + 1)};
    }
    const std::size_t prefix_size = data->size() > 0 && (*data)[0] >= 64 ? 2 : 1;
    Ss58 out;
    if (data->size() != prefix_size + out.account.size() + checksum_size)
        return Failure{fmt::format("'{}' is no address: it holds {} bytes instead of 35 or 36",
                                   text, data->size())};
    const auto prefix = read_prefix(*data);
    if (!prefix) return Failure{fmt::format("'{}' has an unknown kind of prefix", text)};
    const auto body = BytesView(*data).first(data->size() - checksum_size);
    if (!std::equal(body.data() + body.size(), data->data() + data->size(), checksum(body).begin()))
        return Failure{fmt::format("'{}' has a wrong checksum: a character was mistyped", text)};
    out.prefix = *prefix;
    std::copy_n(body.begin() + static_cast<std::ptrdiff_t>(prefix_size), out.account.size(),
                out.account.begin());
    return out;
}

Outcome<AccountBytes> account_from_text(std::string_view text) {
    if (!text.starts_with("0x")) {
        const auto decoded = ss58_decode(text);
        if (!decoded) return decoded.failure();
        return decoded->account;
    }
    const auto bytes = from_hex(text);
    AccountBytes account{};
    if (!bytes || bytes->size() != account.size())
        return Failure{fmt::format("'{}' is no account: 0x and 64 hex digits are needed",
                                   text.substr(0, max_ss58_text + 4))};
    std::copy(bytes->begin(), bytes->end(), account.begin());
    return account;
}

}  // namespace crypto
