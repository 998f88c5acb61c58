// Saturating sums and products of plain unsigned integers.
#pragma once
#include "base/types.hpp"

namespace kernel {

constexpr u64 sat_add(u64 a, u64 b) {
    u64 out = 0;
    return __builtin_add_overflow(a, b, &out) ? ~u64{0} : out;
}
constexpr u64 sat_sub(u64 a, u64 b) { return a > b ? a - b : 0; }
constexpr u64 sat_mul(u64 a, u64 b) {
    u64 out = 0;
    return __builtin_mul_overflow(a, b, &out) ? ~u64{0} : out;
}

}  // namespace kernel
