// Fixed-point values in vectors: raw bits as decimal strings, null for no value.
#pragma once
#include "primitives/fixed_math.hpp"
#include "testing/golden/golden.hpp"

namespace golden {

template <class T>
T fixed(const Json& j) {
    return {vectors::to_int<typename T::BitsType>(j)};
}

template <class B, unsigned F>
Json text(Fixed<B, F> value) {
    return vectors::to_decimal(value.bits);
}
template <class B, unsigned F>
Json text(const std::optional<Fixed<B, F>>& value) {
    return value ? text(*value) : Json();
}

/// Calls `f` with a value of the type named in the record's field "t".
template <class F>
Failure with_type(const Json& record, F&& f) {
    const std::string name = record.at("t");
    if (name == "I32F32") return f(I32F32{});
    if (name == "I64F64") return f(I64F64{});
    if (name == "I96F32") return f(I96F32{});
    if (name == "U64F64") return f(U64F64{});
    if (name == "U96F32") return f(U96F32{});
    return "unknown type " + name;
}

}  // namespace golden
