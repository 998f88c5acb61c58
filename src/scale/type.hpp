// What a type looks like on the wire, as data. Metadata and JSON are walks over it.
#pragma once
#include <bit>

#include "scale/codec.hpp"

namespace scale {

struct Type;
using TypeRef = const Type& (*)();  // a function: recursive types need no order of definition

struct Type {
    enum class Kind : u8 {
        composite,
        variant,
        sequence,
        array,
        tuple,
        primitive,
        compact,
        runtime_call,  // these three are assembled from the pallets' tables
        runtime_event,
        runtime_error,
    } kind;
    std::string_view path{};        // "sp_core::crypto::AccountId32"; empty for built-ins
    std::string_view names{};       // "hotkey, netuid": of the fields, or of the alternatives
    std::span<const TypeRef> of{};  // fields, parts, the element, or the alternatives' payloads
    u32 length = 0;                 // array: length; primitive: its scale-info index
    bool newtype = false;           // older clients are shown the inner type
    std::span<const u8> indices{};  // of a variant, where they are not 0, 1, 2...
    std::string_view param_names{};
    std::span<const TypeRef> params{};  // null where Rust gives no type
};

template <class T>
struct Shape;  // containers specialise this, as they do Codec

template <class T>
const Type& type_of();

template <class T>
constexpr u32 primitive_index() {
    if constexpr (std::same_as<T, bool>)
        return 0;
    else
        return (std::is_signed_v<T> || std::same_as<T, i128> ? 9 : 3) +
               u32(std::bit_width(sizeof(T))) - 1;
}
template <class T>
constexpr TypeRef param_ref() {
    if constexpr (std::same_as<T, NoType>)
        return nullptr;
    else
        return &type_of<T>;
}
template <class... T>
std::span<const TypeRef> refs_of(TypeList<T...>) {
    static constexpr std::array<TypeRef, sizeof...(T)> refs{param_ref<T>()...};
    return refs;
}
/// Adds what a described struct or variant may state: path, parameters, newtype, indices.
template <class T>
Type with_statements(Type t) {
    if constexpr (requires { T::path; }) t.path = T::path;
    if constexpr (requires { T::newtype; }) t.newtype = T::newtype;
    if constexpr (requires { T::indices; }) t.indices = T::indices;
    if constexpr (requires { T::type_param_names; }) {
        t.param_names = T::type_param_names;
        t.params = refs_of(typename T::type_params{});
    }
    return t;
}
template <Type::Kind K, u32 N, class... P>
const Type& shape() {
    static constexpr std::array<TypeRef, sizeof...(P)> of{&type_of<P>...};
    static constexpr Type t{K, {}, {}, of, N};
    return t;
}
template <class T>
const Type& type_of() {
    if constexpr (Described<T>) {
        static const Type t = T{}.fields([]<class... F>(const F&...) {
            static constexpr std::array<TypeRef, sizeof...(F)> of{&type_of<F>...};
            return with_statements<T>({Type::Kind::composite, {}, T::field_names, of});
        });
        return t;
    } else if constexpr (Scalar<T>)
        return shape<Type::Kind::primitive, primitive_index<T>()>();
    else if constexpr (std::is_enum_v<T>) {
        static const Type t = [] {
            Type e{Type::Kind::variant, {}, enumerators(T{}), {}};
            if constexpr (requires { enum_path(T{}); }) e.path = enum_path(T{});
            return e;
        }();
        return t;
    } else
        return Shape<T>::get();
}

template <class T>
struct Shape<std::vector<T>> {
    static const Type& get() { return shape<Type::Kind::sequence, 0, T>(); }
};
template <class T>
struct Shape<Compact<T>> {
    static const Type& get() { return shape<Type::Kind::compact, 0, T>(); }
};
template <class T, std::size_t N>
struct Shape<std::array<T, N>> {
    static const Type& get() { return shape<Type::Kind::array, N, T>(); }
};
template <class A, class B>
struct Shape<std::pair<A, B>> {
    static const Type& get() { return shape<Type::Kind::tuple, 0, A, B>(); }
};
template <class... T>
struct Shape<std::tuple<T...>> {
    static const Type& get() { return shape<Type::Kind::tuple, 0, T...>(); }
};
template <>
struct Shape<std::string> {
    static const Type& get() { return shape<Type::Kind::primitive, 2>(); }
};

/// A struct around one unnamed field that Rust names: BoundedVec(Vec<T>), BTreeMap(Vec<(K, V)>).
template <class Inner, class... P>
const Type& wrapper(std::string_view path, std::string_view param_names) {
    static constexpr std::array<TypeRef, 1> of{&type_of<Inner>};
    static const Type t{Type::Kind::composite,    path, {}, of, 0, false, {}, param_names,
                        refs_of(TypeList<P...>{})};
    return t;
}
template <class T, u32 max>
struct Shape<BoundedVec<T, max>> {
    static const Type& get() {
        return wrapper<std::vector<T>, T, NoType>("bounded_collections::bounded_vec::BoundedVec",
                                                  "T, S");
    }
};
template <class T>
struct Shape<WeakBoundedVec<T>> {
    static const Type& get() {
        return wrapper<std::vector<T>, T, NoType>(
            "bounded_collections::weak_bounded_vec::WeakBoundedVec", "T, S");
    }
};
template <class K, class V>
struct Shape<std::map<K, V>> {
    static const Type& get() {
        return wrapper<std::vector<std::pair<K, V>>, K, V>("BTreeMap", "K, V");
    }
};
template <class T>
struct Shape<std::set<T>> {
    static const Type& get() { return wrapper<std::vector<T>, T>("BTreeSet", "T"); }
};
struct None {
    NO_FIELDS
};
template <class T>
struct Some {
    T value{};
    UNNAMED(value)
};
template <class T>
struct Shape<std::optional<T>> {
    static const Type& get() {
        static constexpr std::array<TypeRef, 2> of{&type_of<None>, &type_of<Some<T>>};
        static const Type t{Type::Kind::variant,   "Option", "None, Some", of, 0, false, {}, "T",
                            refs_of(TypeList<T>{})};
        return t;
    }
};
template <class... T>
std::span<const TypeRef> payloads(const std::variant<T...>*) {
    static constexpr std::array<TypeRef, sizeof...(T)> of{&type_of<T>...};
    return of;
}
template <Alternatives T>
struct Shape<T> {
    static const Type& get() {
        static const Type t = with_statements<T>(
            {Type::Kind::variant, {}, T::alternatives, payloads(static_cast<const T*>(nullptr))});
        return t;
    }
};

std::vector<std::string_view> split(std::string_view names);  // "a, b" -> {a, b}

/// Any value as JSON text, no code per type. Numbers above 2^53 are strings, bytes are 0x hex.
std::string to_json(const Type&, Reader&);

/// Set by the runtime: JSON of a value of one of the three assembled kinds.
using AssembledJson = std::string (*)(Type::Kind, Reader&);
void set_assembled_json(AssembledJson);

}  // namespace scale
