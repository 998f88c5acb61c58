// How a type is described, once: FIELDS inside a struct, ENUMERATORS or ALTERNATIVES beside an
// enum. The codec, the type information, JSON and metadata all read this one description.
#pragma once
#include <concepts>
#include <type_traits>
#include <variant>

#include "base/types.hpp"

/// The fields of a struct, in wire order. A trailing underscore (a C++ keyword) is dropped.
#define FIELDS(...)                                \
    template <class F>                             \
    constexpr decltype(auto) fields(F&& f) {       \
        return f(__VA_ARGS__);                     \
    }                                              \
    template <class F>                             \
    constexpr decltype(auto) fields(F&& f) const { \
        return f(__VA_ARGS__);                     \
    }                                              \
    static constexpr std::string_view field_names = #__VA_ARGS__;
#define NO_FIELDS                                  \
    template <class F>                             \
    constexpr decltype(auto) fields(F&& f) const { \
        return f();                                \
    }                                              \
    static constexpr std::string_view field_names = "";
/// The same for a tuple-like struct: its fields have no names on the wire or in metadata.
#define UNNAMED(...)                               \
    template <class F>                             \
    constexpr decltype(auto) fields(F&& f) {       \
        return f(__VA_ARGS__);                     \
    }                                              \
    template <class F>                             \
    constexpr decltype(auto) fields(F&& f) const { \
        return f(__VA_ARGS__);                     \
    }                                              \
    static constexpr std::string_view field_names = "";
/// Where Rust keeps the type; clients recognise some types by it.
#define PATH(p) static constexpr std::string_view path = p;
/// A number with a name of its own. Older clients are shown the plain number instead.
#define NEWTYPE(field, p) \
    UNNAMED(field)        \
    PATH(p)               \
    static constexpr bool newtype = true;
/// Rust type parameters as metadata lists them: TYPE_PARAMS("T, S", Tao, scale::NoType).
#define TYPE_PARAMS(names, ...)                                 \
    static constexpr std::string_view type_param_names = names; \
    using type_params = scale::TypeList<__VA_ARGS__>;

/// A C-like enum: its names, in index order. At namespace scope, beside the enum.
#define ENUMERATORS(E, ...) \
    constexpr std::string_view enumerators(E) { return #__VA_ARGS__; }
#define ENUM_PATH(E, p) \
    constexpr std::string_view enum_path(E) { return p; }

/// A Rust enum with data; each alternative is a described struct.
#define ALTERNATIVES(E, ...)                                           \
    struct E : std::variant<__VA_ARGS__> {                             \
        using variant::variant;                                        \
        static constexpr std::string_view alternatives = #__VA_ARGS__; \
    };
/// The same with the place Rust keeps it.
#define ALTERNATIVES_AT(E, p, ...)                                     \
    struct E : std::variant<__VA_ARGS__> {                             \
        using variant::variant;                                        \
        static constexpr std::string_view alternatives = #__VA_ARGS__; \
        PATH(p)                                                        \
    };

namespace scale {

struct NoType {};  // a Rust type parameter without type information
template <class... T>
struct TypeList {};

template <class T>
concept Described = requires {
    T::field_names;
};
template <class T>
concept Scalar = std::is_arithmetic_v<T> || std::same_as<T, u128> || std::same_as<T, i128>;
template <class T>
concept Alternatives = requires {
    T::alternatives;
};

constexpr std::size_t name_count(std::string_view names) {
    std::size_t n = names.empty() ? 0 : 1;
    for (char c : names) n += c == ',';
    return n;
}

/// The number inside a newtype.
template <class T>
constexpr auto& sole(T& v) {
    if constexpr (Scalar<std::remove_const_t<T>>)
        return v;
    else
        return v.fields([](auto& f) -> auto& { return sole(f); });
}

}  // namespace scale
