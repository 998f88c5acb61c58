// Numbers as types, as the Rust typenum crate names them; metadata lists them for fixed-point
// types.
#pragma once
#include "scale/describe.hpp"

namespace primitives::typenum {

struct B0 {
    NO_FIELDS
    PATH("substrate_typenum::bit::B0")
};
struct B1 {
    NO_FIELDS
    PATH("substrate_typenum::bit::B1")
};
struct UTerm {
    NO_FIELDS
    PATH("substrate_typenum::uint::UTerm")
};
template <class U, class B>
struct UInt {
    U msb;
    B lsb;
    FIELDS(msb, lsb)
    PATH("substrate_typenum::uint::UInt")
    TYPE_PARAMS("U, B", U, B)
};

template <unsigned N>
struct Binary {
    using type = UInt<typename Binary<N / 2>::type, std::conditional_t<N % 2 == 0, B0, B1>>;
};
template <>
struct Binary<0> {
    using type = UTerm;
};
template <unsigned N>
using Unsigned = typename Binary<N>::type;

}  // namespace primitives::typenum
