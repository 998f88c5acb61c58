// SCALE codec. A type takes part by listing its fields once (scale/describe.hpp).
#pragma once
#include <map>
#include <set>
#include <tuple>

#include "scale/describe.hpp"
#include "scale/reader.hpp"

namespace scale {

template <class T>
struct Compact {
    T value{};
    auto operator<=>(const Compact&) const = default;
};
/// A vector that Rust bounds: decoding more than `max` elements fails.
template <class T, u32 max>
struct BoundedVec : std::vector<T> {
    using std::vector<T>::vector;
    explicit BoundedVec(std::vector<T> v) : std::vector<T>(std::move(v)) {}
};
/// A vector whose bound Rust does not enforce when it decodes.
template <class T>
struct WeakBoundedVec : std::vector<T> {
    using std::vector<T>::vector;
    explicit WeakBoundedVec(std::vector<T> v) : std::vector<T>(std::move(v)) {}
};
template <class T>
struct Codec;  // containers and hand-written types specialise this

template <class T>
void encode(Bytes& out, const T& v);
template <class T>
void decode(Reader& in, T& v);

/// Values whose bytes in memory are their bytes on the wire: copied as one block.
template <class T>
struct IsPlain : std::bool_constant<Scalar<T> && !std::same_as<T, bool>> {};
template <class A, class B>
struct IsPlain<std::pair<A, B>>
    : std::bool_constant<IsPlain<A>::value && IsPlain<B>::value &&
                         sizeof(std::pair<A, B>) == sizeof(A) + sizeof(B)> {};
template <class T, std::size_t N>
struct IsPlain<std::array<T, N>> : IsPlain<T> {};

template <class T>
void append_plain(Bytes& out, const T* from, std::size_t count) {
    auto at = reinterpret_cast<const u8*>(from);
    out.insert(out.end(), at, at + count * sizeof(T));
}

template <class T>
void encode(Bytes& out, const T& v) {
    if constexpr (Described<T>)
        v.fields([&](const auto&... f) { (encode(out, f), ...); });
    else if constexpr (Scalar<T> || std::is_enum_v<T>)
        append_plain(out, &v, 1);
    else
        Codec<T>::encode(out, v);
}
template <class T>
void decode(Reader& in, T& v) {
    if constexpr (Described<T>)
        v.fields([&](auto&... f) { (decode(in, f), ...); });
    else if constexpr (std::same_as<T, bool>) {
        u8 b = in.byte();
        v = b == 1;
        if (b > 1) in.fail();
    } else if constexpr (std::is_enum_v<T>) {
        in.take(&v, sizeof v);
        if (u8(v) >= name_count(enumerators(v))) in.fail();
    } else if constexpr (Scalar<T>)
        in.take(&v, sizeof v);
    else
        Codec<T>::decode(in, v);
}
template <class T>
Bytes encoded(const T& v) {
    Bytes out;
    encode(out, v);
    return out;
}
/// The value, if `raw` is exactly one encoding of it.
template <class T>
std::optional<T> decoded(BytesView raw) {
    Reader in(raw);
    std::optional<T> v(std::in_place);
    decode(in, *v);
    if (!in.done()) v.reset();
    return v;
}

template <class T>
struct Codec<Compact<T>> {
    static void encode(Bytes& out, const Compact<T>& v) { put_compact(out, sole(v.value)); }
    static void decode(Reader& in, Compact<T>& v) {
        auto& n = sole(v.value);
        u128 x = take_compact(in);
        n = static_cast<std::remove_reference_t<decltype(n)>>(x);
        if (n != x) in.fail();
    }
};
template <class T>
struct Codec<std::vector<T>> {
    static void encode(Bytes& out, const std::vector<T>& v) {
        put_compact(out, v.size());
        if constexpr (IsPlain<T>::value)
            append_plain(out, v.data(), v.size());
        else
            for (const auto& x : v) scale::encode(out, x);
    }
    static void decode(Reader& in, std::vector<T>& v) {
        auto n = take_length(in);
        v.clear();
        if constexpr (IsPlain<T>::value) {
            if (in.left() < n * sizeof(T)) return in.fail();
            v.resize(n);
            in.take(static_cast<void*>(v.data()), n * sizeof(T));
        } else
            for (u32 i = 0; i < n && in.ok(); ++i) scale::decode(in, v.emplace_back());
    }
};
template <>
struct Codec<std::vector<bool>> {
    static void encode(Bytes& out, const std::vector<bool>& v) {
        put_compact(out, v.size());
        for (bool b : v) out.push_back(b);
    }
    static void decode(Reader& in, std::vector<bool>& v) {
        v.assign(take_length(in), false);
        for (std::size_t i = 0; i < v.size(); ++i) {
            u8 b = in.byte();
            if (b > 1) in.fail();
            v[i] = b == 1;
        }
    }
};
template <class T, u32 max>
struct Codec<BoundedVec<T, max>> {
    static void encode(Bytes& out, const BoundedVec<T, max>& v) {
        Codec<std::vector<T>>::encode(out, v);
    }
    static void decode(Reader& in, BoundedVec<T, max>& v) {
        Codec<std::vector<T>>::decode(in, v);
        if (v.size() > max) in.fail();
    }
};
template <class T>
struct Codec<WeakBoundedVec<T>> : Codec<std::vector<T>> {};
template <>
struct Codec<std::string> {
    static void encode(Bytes& out, const std::string& v) {
        put_compact(out, v.size());
        out.insert(out.end(), v.begin(), v.end());
    }
    static void decode(Reader& in, std::string& v) {
        v.resize(take_length(in));
        in.take(v.data(), v.size());
    }
};
template <class T, std::size_t N>
struct Codec<std::array<T, N>> {
    static void encode(Bytes& out, const std::array<T, N>& v) {
        if constexpr (IsPlain<T>::value)
            append_plain(out, v.data(), N);
        else
            for (const auto& x : v) scale::encode(out, x);
    }
    static void decode(Reader& in, std::array<T, N>& v) {
        if constexpr (IsPlain<T>::value)
            in.take(static_cast<void*>(v.data()), sizeof v);
        else
            for (auto& x : v) scale::decode(in, x);
    }
};
template <class T>
struct Codec<std::optional<T>> {
    static void encode(Bytes& out, const std::optional<T>& v) {
        out.push_back(v ? 1 : 0);
        if (v) scale::encode(out, *v);
    }
    static void decode(Reader& in, std::optional<T>& v) {
        u8 tag = in.byte();
        v.reset();
        if (tag == 1)
            scale::decode(in, v.emplace());
        else if (tag != 0)
            in.fail();
    }
};
template <class A, class B>
struct Codec<std::pair<A, B>> {
    static void encode(Bytes& out, const std::pair<A, B>& v) {
        scale::encode(out, v.first);
        scale::encode(out, v.second);
    }
    static void decode(Reader& in, std::pair<A, B>& v) {
        scale::decode(in, v.first);
        scale::decode(in, v.second);
    }
};
template <class... T>
struct Codec<std::tuple<T...>> {
    static void encode(Bytes& out, const std::tuple<T...>& v) {
        std::apply([&](const auto&... x) { (scale::encode(out, x), ...); }, v);
    }
    static void decode(Reader& in, std::tuple<T...>& v) {
        std::apply([&](auto&... x) { (scale::decode(in, x), ...); }, v);
    }
};
template <class K, class V>
struct Codec<std::map<K, V>> {
    static void encode(Bytes& out, const std::map<K, V>& v) {
        put_compact(out, v.size());
        for (const auto& [key, value] : v) {
            scale::encode(out, key);
            scale::encode(out, value);
        }
    }
    static void decode(Reader& in, std::map<K, V>& v) {
        auto n = take_length(in);
        v.clear();
        for (u32 i = 0; i < n && in.ok(); ++i) {
            std::pair<K, V> one;
            scale::decode(in, one);
            v.insert_or_assign(std::move(one.first), std::move(one.second));
        }
    }
};
template <class T>
struct Codec<std::set<T>> {
    static void encode(Bytes& out, const std::set<T>& v) {
        put_compact(out, v.size());
        for (const auto& x : v) scale::encode(out, x);
    }
    static void decode(Reader& in, std::set<T>& v) {
        auto n = take_length(in);
        v.clear();
        for (u32 i = 0; i < n && in.ok(); ++i) {
            T one{};
            scale::decode(in, one);
            v.insert(std::move(one));
        }
    }
};
template <Alternatives T>
struct Codec<T> : Codec<typename T::variant> {};
/// Alternatives that Rust numbers otherwise than 0, 1, 2...: T::indices[i] is the tag of the i-th.
template <Alternatives T>
requires requires { T::indices; }
struct Codec<T> {
    static void encode(Bytes& out, const T& v) {
        out.push_back(T::indices[v.index()]);
        std::visit([&](const auto& x) { scale::encode(out, x); }, v);
    }
    static void decode(Reader& in, T& v) {
        const u8 tag = in.byte();
        bool hit = false;
        [&]<std::size_t... i>(std::index_sequence<i...>) {
            ((T::indices[i] == tag ? (hit = true, scale::decode(in, v.template emplace<i>()), 0)
                                   : 0),
             ...);
        }
        (std::make_index_sequence<std::variant_size_v<typename T::variant>>{});
        if (!hit) in.fail();
    }
};
template <class... T>
struct Codec<std::variant<T...>> {
    static void encode(Bytes& out, const std::variant<T...>& v) {
        out.push_back(u8(v.index()));
        std::visit([&](const auto& x) { scale::encode(out, x); }, v);
    }
    static void decode(Reader& in, std::variant<T...>& v) {
        u8 tag = in.byte(), i = 0;
        bool hit = false;
        ((i++ == tag ? (hit = true, scale::decode(in, v.template emplace<T>()), 0) : 0), ...);
        if (!hit) in.fail();
    }
};

}  // namespace scale
