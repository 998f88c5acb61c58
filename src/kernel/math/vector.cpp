// Vector steps of the epoch in I32F32 and I64F64.
#include "kernel/math/vector.hpp"

#include <algorithm>
#include <numeric>

namespace kernel {
namespace {

template <class T>
T sum_of(std::span<const T> x) {
    T total{0};
    for (const T v : x) total = total.wrapping_add(v);
    return total;
}

/// Clears the flags of all but the k largest.
void keep_top_k(VectorView x, std::size_t k, std::vector<bool>& flags) {
    if (x.size() <= k) return;
    std::vector<u32> order(x.size());
    std::iota(order.begin(), order.end(), u32{0});
    const auto smaller = [&](u32 a, u32 b) { return x[a] != x[b] ? x[a] < x[b] : a < b; };
    const auto cut = order.begin() + static_cast<std::ptrdiff_t>(x.size() - k);
    if (cut != order.end()) std::nth_element(order.begin(), cut, order.end(), smaller);
    for (auto it = order.begin(); it != cut; ++it) flags[*it] = false;
}

u16 rounded_u16(I32F32 x) { return x.wrapping_round().saturating_to_num<u16>(); }

}  // namespace

I32F32 sum(VectorView x) { return sum_of(x); }

void normalize_using_sum(std::span<I32F32> x, I32F32 total) {
    const Divisor divisor(total);
    for (I32F32& v : x) v = divisor.divide(v);
}

void normalize(std::span<I32F32> x) { normalize_using_sum(x, sum(x)); }

void normalize(std::span<I64F64> x) {
    const I64F64 total = sum_of(std::span<const I64F64>(x));
    if (total.bits == 0) return;
    for (I64F64& v : x) {
        if (v.bits != 0) v = v.safe_div(total);
    }
}

std::vector<bool> top_k(VectorView x, std::size_t k) {
    std::vector<bool> flags(x.size(), true);
    keep_top_k(x, k, flags);
    return flags;
}

std::vector<bool> top_k_nonzero(VectorView x, std::size_t k) {
    std::vector<bool> flags(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) flags[i] = x[i].bits != 0;
    keep_top_k(x, k, flags);
    return flags;
}

std::vector<u16> max_upscale_to_u16(VectorView x) {
    if (x.empty()) return {};
    const I32F32 scale = I32F32::saturating_from_num(max_u16);
    const I32F32 overflow_threshold = I32F32::saturating_from_num(32768);
    const I32F32 largest = *std::max_element(x.begin(), x.end());
    std::vector<u16> out;
    out.reserve(x.size());
    for (const I32F32 v : x) {
        if (largest.bits == 0) {
            out.push_back(v.saturating_mul(scale).saturating_to_num<u16>());
        } else if (largest > overflow_threshold) {
            out.push_back(rounded_u16(v.saturating_mul(scale.safe_div(largest))));
        } else {
            out.push_back(rounded_u16(v.saturating_mul(scale).safe_div(largest)));
        }
    }
    return out;
}

std::vector<u16> max_upscale_to_u16(std::span<const u16> x) {
    Vector whole;
    whole.reserve(x.size());
    for (const u16 v : x) whole.push_back(I32F32::saturating_from_num(v));
    return max_upscale_to_u16(whole);
}

std::vector<u16> to_u16_proportions(VectorView x) {
    std::vector<u16> out;
    out.reserve(x.size());
    for (const I32F32 v : x) out.push_back(to_u16_proportion(v));
    return out;
}

bool max_is_limited(std::span<const u16> x, u16 limit) {
    if (x.empty()) return true;
    Vector parts;
    parts.reserve(x.size());
    for (const u16 v : x) parts.push_back(I32F32::saturating_from_num(v));
    normalize(parts);
    return *std::max_element(parts.begin(), parts.end()) <= u16_proportion(limit);
}

Vector multiply(VectorView a, VectorView b) {
    Vector out;
    out.reserve(std::min(a.size(), b.size()));
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        out.push_back(a[i].checked_mul(b[i]).value_or(I32F32{0}));
    }
    return out;
}

Vector divide(VectorView a, VectorView b) {
    Vector out;
    out.reserve(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        out.push_back(i < b.size() ? a[i].safe_div(b[i]) : I32F32{0});
    }
    return out;
}

}  // namespace kernel
