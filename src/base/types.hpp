// Plain value types every other file may use.
#pragma once
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using u8 = std::uint8_t;
using i8 = std::int8_t;
using u16 = std::uint16_t;
using i16 = std::int16_t;
using u32 = std::uint32_t;
using i32 = std::int32_t;
using u64 = std::uint64_t;
using i64 = std::int64_t;
using u128 = unsigned __int128;
using i128 = __int128;

using Bytes = std::vector<u8>;
using BytesView = std::span<const u8>;
using Hash = std::array<u8, 32>;

inline BytesView view(std::string_view s) {
    return {reinterpret_cast<const u8*>(s.data()), s.size()};
}
