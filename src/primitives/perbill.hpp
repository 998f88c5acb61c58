// Parts of a billion (sp_arithmetic per_things.rs).
#pragma once
#include "scale/type.hpp"

struct Perbill {
    static constexpr u32 one = 1'000'000'000;

    u32 parts = 0;
    UNNAMED(parts)
    PATH("sp_arithmetic::per_things::Perbill")
    auto operator<=>(const Perbill&) const = default;

    constexpr u64 mul_floor(u64 of) const { return u64(u128{of} * parts / one); }
};

namespace scale {
/// More than the whole does not decode.
template <>
struct Codec<Perbill> {
    static void encode(Bytes& out, const Perbill& p) { scale::encode(out, p.parts); }
    static void decode(Reader& in, Perbill& p) {
        scale::decode(in, p.parts);
        if (p.parts > Perbill::one) in.fail();
    }
};
}  // namespace scale
