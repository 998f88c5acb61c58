// How the database is laid out: one column family, the first byte says what a key is.
//   'b' be32(number)             -> block record
//   'h' key                      -> value: the newest state
//   'n' hash                     -> be32(number)
//   'v' esc(key) be32(~number)   -> 0 | 1 value: what a block wrote at a key, newest first
//   "mformat", "mhead"           -> format number; be32(number) hash
#pragma once
#include "base/bytes.hpp"

namespace store {

inline void put_be32(Bytes& out, u32 v) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<u8>(v >> shift));
}
inline u32 be32(BytesView in) {
    return u32{in[0]} << 24 | u32{in[1]} << 16 | u32{in[2]} << 8 | in[3];
}

inline Bytes tagged(char tag, BytesView rest) {
    Bytes out;
    out.reserve(rest.size() + 1);
    out.push_back(static_cast<u8>(tag));
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}
inline Bytes numbered(char tag, u32 number) {
    Bytes out{static_cast<u8>(tag)};
    put_be32(out, number);
    return out;
}

/// 'v' esc(key): 00 becomes 00 FF and the end is 00 00, which keeps the order and makes no escaped
/// key a prefix of another; without it a longer key would sort between the versions of a shorter
/// one.
inline Bytes version_prefix(BytesView key) {
    Bytes out;
    out.reserve(key.size() + 8);
    out.push_back('v');
    for (u8 b : key) {
        out.push_back(b);
        if (b == 0) out.push_back(0xFF);
    }
    out.push_back(0);
    out.push_back(0);
    return out;
}
inline Bytes version_key(BytesView key, u32 number) {
    auto out = version_prefix(key);
    put_be32(out, ~number);
    return out;
}
/// The first place behind all versions of a key and before the next key's.
inline Bytes behind_versions(BytesView key) {
    auto out = version_prefix(key);
    out.back() = 1;
    return out;
}

struct VersionKey {
    Bytes key;
    u32 number;
};
/// Reads a version_key back; nullopt when it is not one.
inline std::optional<VersionKey> read_version_key(BytesView raw) {
    if (raw.size() < 7 || raw[0] != 'v') return std::nullopt;
    VersionKey out{{}, ~be32(raw.last(4))};
    const auto escaped = raw.subspan(1, raw.size() - 5);
    for (std::size_t i = 0; i + 1 < escaped.size(); ++i) {
        if (escaped[i] != 0) {
            out.key.push_back(escaped[i]);
        } else if (escaped[i + 1] == 0xFF) {
            out.key.push_back(0);
            ++i;
        } else {
            return i + 2 == escaped.size() && escaped[i + 1] == 0 ? std::optional(out)
                                                                  : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace store
