// Test only: FIELDS must list every member. static_assert(scale::lists_all_members<T>());
#pragma once
#include "scale/describe.hpp"

namespace scale {

struct AnyField {
    template <class T>
    operator T() const;
};
template <class T, class... A>
consteval std::size_t member_count() {
    if constexpr (requires { T{A{}..., AnyField{}}; })
        return member_count<T, A..., AnyField>();
    else
        return sizeof...(A);
}
template <class T>
consteval bool lists_all_members() {
    return member_count<T>() == decltype(T{}.fields([](const auto&... f) {
               return std::integral_constant<std::size_t, sizeof...(f)>{};
           }))::value;
}

}  // namespace scale
