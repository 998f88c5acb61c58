// Vector steps of the epoch in I32F32 and I64F64. Source: subtensor epoch/math.rs.
#pragma once
#include <span>

#include "kernel/math/scalar.hpp"

namespace kernel {

using Vector = std::vector<I32F32>;
using VectorView = std::span<const I32F32>;

I32F32 sum(VectorView);
inline bool is_zero(VectorView x) { return sum(x).bits == 0; }

/// Divides by the sum, unless that is zero.
void normalize(std::span<I32F32>);
void normalize(std::span<I64F64>);
/// Divides by `total`, unless that is zero.
void normalize_using_sum(std::span<I32F32>, I32F32 total);

/// True for the k largest; among equals the later ones win.
std::vector<bool> top_k(VectorView, std::size_t k);
/// The same without zeros.
std::vector<bool> top_k_nonzero(VectorView, std::size_t k);

/// Scaled so that the largest becomes 65535, rounded to nearest.
std::vector<u16> max_upscale_to_u16(VectorView);
std::vector<u16> max_upscale_to_u16(std::span<const u16>);
std::vector<u16> to_u16_proportions(VectorView);
/// Whether the largest, after normalising, is at most limit / 65535. True for an empty vector.
bool max_is_limited(std::span<const u16>, u16 limit);

/// Products by element; zero where one overflows. As long as the shorter operand.
Vector multiply(VectorView, VectorView);
/// Quotients by element; zero where one has no value. As long as the first operand.
Vector divide(VectorView, VectorView);

}  // namespace kernel
