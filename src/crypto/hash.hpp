// The hash functions of the chain: blake2b, xxHash64 ("twox"), sha2, keccak.
#pragma once
#include "base/types.hpp"

namespace crypto {

using Hash16 = std::array<u8, 16>;
using Hash64 = std::array<u8, 64>;

/// Unkeyed BLAKE2b (RFC 7693); the digest length is out.size(), 1 to 64 bytes.
void blake2b(BytesView in, std::span<u8> out);

Hash16 blake2_128(BytesView);
Hash blake2_256(BytesView);
Hash64 blake2_512(BytesView);

Hash sha256(BytesView);
Hash keccak256(BytesView);  // Ethereum's, not SHA3-256

namespace xxh {  // xxHash64, usable at compile time for storage prefixes.

inline constexpr u64 p1 = 0x9E3779B185EBCA87, p2 = 0xC2B2AE3D27D4EB4F, p3 = 0x165667B19E3779F9,
                     p4 = 0x85EBCA77C2B2AE63, p5 = 0x27D4EB2F165667C5;

constexpr u64 rotl(u64 x, int r) { return (x << r) | (x >> (64 - r)); }
constexpr u64 round(u64 acc, u64 in) { return rotl(acc + in * p2, 31) * p1; }

/// A little-endian number from n bytes; compilers turn the loop into one load.
template <int n, class Char>
constexpr u64 read(const Char* from) {
    u64 value = 0;
    for (int i = 0; i < n; ++i) value |= u64{static_cast<u8>(from[i])} << (8 * i);
    return value;
}

constexpr u64 avalanche(u64 h) {
    h = (h ^ (h >> 33)) * p2;
    h = (h ^ (h >> 29)) * p3;
    return h ^ (h >> 32);
}

template <class Char>
constexpr u64 hash(const Char* at, std::size_t size, u64 seed) {
    const Char* const end = at + size;
    u64 h = seed + p5;
    if (size >= 32) {
        u64 v[4] = {seed + p1 + p2, seed + p2, seed, seed - p1};
        for (; end - at >= 32; at += 32)
            for (int lane = 0; lane < 4; ++lane) v[lane] = round(v[lane], read<8>(at + 8 * lane));
        h = rotl(v[0], 1) + rotl(v[1], 7) + rotl(v[2], 12) + rotl(v[3], 18);
        for (u64 x : v) h = (h ^ round(0, x)) * p1 + p4;
    }
    h += size;
    for (; end - at >= 8; at += 8) h = rotl(h ^ round(0, read<8>(at)), 27) * p1 + p4;
    if (end - at >= 4) {
        h = rotl(h ^ read<4>(at) * p1, 23) * p2 + p3;
        at += 4;
    }
    for (; at != end; ++at) h = rotl(h ^ u64{static_cast<u8>(*at)} * p5, 11) * p1;
    return avalanche(h);
}

/// N/8 hashes with seeds 0, 1, ... side by side, each little-endian (Substrate's "twox").
template <std::size_t bytes, class Char>
constexpr std::array<u8, bytes> twox(const Char* from, std::size_t size) {
    std::array<u8, bytes> out{};
    for (std::size_t seed = 0; seed < bytes / 8; ++seed) {
        const u64 h = hash(from, size, seed);
        for (std::size_t i = 0; i < 8; ++i) out[8 * seed + i] = static_cast<u8>(h >> (8 * i));
    }
    return out;
}

}  // namespace xxh

constexpr u64 xxh64(std::string_view s, u64 seed) { return xxh::hash(s.data(), s.size(), seed); }
constexpr u64 xxh64(BytesView s, u64 seed) { return xxh::hash(s.data(), s.size(), seed); }

/// Substrate's storage hashers; for text they work at compile time.
constexpr std::array<u8, 8> twox_64(std::string_view s) { return xxh::twox<8>(s.data(), s.size()); }
constexpr std::array<u8, 8> twox_64(BytesView s) { return xxh::twox<8>(s.data(), s.size()); }
constexpr Hash16 twox_128(std::string_view s) { return xxh::twox<16>(s.data(), s.size()); }
constexpr Hash16 twox_128(BytesView s) { return xxh::twox<16>(s.data(), s.size()); }
constexpr Hash twox_256(BytesView s) { return xxh::twox<32>(s.data(), s.size()); }

}  // namespace crypto
