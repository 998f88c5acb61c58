// Amounts and small identifiers as distinct types, with the arithmetic of the reference.
#pragma once
#include "scale/type.hpp"

/// Saturating and checked arithmetic shared by all newtypes over an unsigned number.
template <class T>
concept Amount = requires(T v) {
    T::newtype;
    scale::sole(v);
};
template <Amount T>
constexpr T saturating_add(T a, T b) {
    T r = a;
    if (__builtin_add_overflow(scale::sole(a), scale::sole(b), &scale::sole(r)))
        scale::sole(r) = std::remove_reference_t<decltype(scale::sole(r))>(-1);
    return r;
}
template <Amount T>
constexpr T saturating_sub(T a, T b) {
    T r = a;
    if (__builtin_sub_overflow(scale::sole(a), scale::sole(b), &scale::sole(r))) scale::sole(r) = 0;
    return r;
}
template <Amount T>
constexpr std::optional<T> checked_add(T a, T b) {
    T r = a;
    if (__builtin_add_overflow(scale::sole(a), scale::sole(b), &scale::sole(r))) return {};
    return r;
}
template <Amount T>
constexpr std::optional<T> checked_sub(T a, T b) {
    T r = a;
    if (__builtin_sub_overflow(scale::sole(a), scale::sole(b), &scale::sole(r))) return {};
    return r;
}

/// TAO in rao: 1 TAO = 10^9 rao.
struct TaoBalance {
    u64 rao = 0;
    NEWTYPE(rao, "subtensor_runtime_common::currency::TaoBalance")
    auto operator<=>(const TaoBalance&) const = default;
};
/// A subnet's own token, in its rao.
struct AlphaBalance {
    u64 rao = 0;
    NEWTYPE(rao, "subtensor_runtime_common::currency::AlphaBalance")
    auto operator<=>(const AlphaBalance&) const = default;
};
constexpr TaoBalance operator""_tao(unsigned long long n) { return {n * 1'000'000'000}; }
constexpr AlphaBalance operator""_alpha(unsigned long long n) { return {n * 1'000'000'000}; }

struct NetUid {
    u16 id = 0;
    NEWTYPE(id, "subtensor_runtime_common::NetUid")
    auto operator<=>(const NetUid&) const = default;
    constexpr bool is_root() const { return id == 0; }
};
inline constexpr NetUid root_netuid{0};

/// One incentive mechanism of a subnet.
struct MechId {
    u8 id = 0;
    NEWTYPE(id, "subtensor_runtime_common::MechId")
    auto operator<=>(const MechId&) const = default;
};
inline constexpr MechId main_mechid{0};

/// Key of what is kept per mechanism: mecid * 4096 + netuid.
struct NetUidStorageIndex {
    u16 id = 0;
    NEWTYPE(id, "subtensor_runtime_common::NetUidStorageIndex")
    auto operator<=>(const NetUidStorageIndex&) const = default;
};

/// Parts of 65535.
struct PerU16 {
    u16 parts = 0;
    NEWTYPE(parts, "sp_arithmetic::per_things::PerU16")
    auto operator<=>(const PerU16&) const = default;
};
