#include "kernel/emission_gate.hpp"

#include <algorithm>

#include "primitives/fixed_math.hpp"

namespace kernel {
namespace {

/// By way of exp and ln of I32F32: too small a base gives 0, too large a power the highest number.
U64F64 power(U64F64 base, U64F64 exponent) {
    const auto log = primitives::ln(I32F32::saturating_from_num(base));
    if (!log) return {};
    const auto product = I32F32::saturating_from_num(exponent).saturating_mul(*log);
    return U64F64::saturating_from_num(
        primitives::exp(product).value_or(I32F32::saturating_from_num(INT32_MAX)));
}

U64F64 sum(std::span<const U64F64> values) {
    U64F64 total;
    for (const U64F64 v : values) total = total.saturating_add(v);
    return total;
}

}  // namespace

U64F64 emission_bar(std::span<const U64F64> shares, u16 rank, U64F64 quantile) {
    std::vector<U64F64> sorted(shares.begin(), shares.end());
    std::sort(sorted.begin(), sorted.end(), [](U64F64 a, U64F64 b) { return a > b; });
    if (rank != 0) {
        while (!sorted.empty() && sorted.back().bits == 0) sorted.pop_back();
        if (sorted.empty()) return {};
        return sorted[std::min<std::size_t>(rank, sorted.size()) - 1];
    }
    U64F64 reached;
    for (const U64F64 share : sorted) {
        reached = reached.saturating_add(share);
        if (reached >= quantile) return share;
    }
    return sorted.empty() ? U64F64{} : sorted.back();
}

std::vector<U64F64> gated_shares(std::span<const U64F64> shares, U64F64 bar, U64F64 exponent) {
    std::vector<U64F64> out(shares.begin(), shares.end());
    if (bar.bits == 0) return out;
    const U64F64 one = U64F64::one();
    for (U64F64& share : out) {
        if (share.bits == 0) continue;
        const U64F64 gate = one.safe_div(one.saturating_add(power(bar.safe_div(share), exponent)));
        share = share.saturating_mul(gate);
    }
    const U64F64 total = sum(out);
    if (total.bits == 0) return {shares.begin(), shares.end()};
    for (U64F64& share : out) share = share.safe_div(total);
    return out;
}

}  // namespace kernel
