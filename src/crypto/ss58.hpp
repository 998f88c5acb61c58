// SS58 account text: base58 of prefix, account and checksum (the format of Substrate addresses).
#pragma once
#include "base/outcome.hpp"
#include "crypto/signature.hpp"

namespace crypto {

inline constexpr u16 default_ss58_prefix = 42;
inline constexpr u16 max_ss58_prefix = 16383;
inline constexpr std::size_t max_ss58_text = 64;  // longer text is refused unread

struct Ss58 {
    AccountBytes account{};
    u16 prefix = default_ss58_prefix;
};

/// `prefix` at most max_ss58_prefix.
std::string ss58_encode(const AccountBytes&, u16 prefix = default_ss58_prefix);

/// 32-byte accounts of any network prefix. Errors say whether a character, the length or the
/// checksum is wrong.
Outcome<Ss58> ss58_decode(std::string_view text);

/// An account as people write it: SS58 text, or 64 hex digits after 0x.
Outcome<AccountBytes> account_from_text(std::string_view text);

/// Base58 with Bitcoin's alphabet; leading zero bytes are ones ('1'). Time grows with the square of
/// the size: callers limit it.
std::string base58_encode(BytesView);
std::optional<Bytes> base58_decode(std::string_view);

}  // namespace crypto
