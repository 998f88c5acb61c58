// The moving average of a subnet's alpha price.
#include "kernel/moving_price.hpp"

#include <algorithm>

#include "kernel/saturating.hpp"

namespace kernel {

U64F64 moving_alpha_price(bool is_root, u16 mechanism, I96F32 stored) {
    if (is_root || mechanism == 0) return U64F64::one();
    return U64F64::saturating_from_num(stored);
}

I96F32 next_moving_price(const MovingPriceInput& in) {
    // Emission starts one block after the start call.
    const u64 start_call_block = sat_sub(in.first_emission_block, 1);
    const U64F64 age = U64F64::saturating_from_num(sat_sub(in.current_block, start_call_block));
    const U64F64 slowed =
        age.safe_div(age.saturating_add(U64F64::saturating_from_num(in.halving_blocks)));
    const U64F64 alpha = U64F64::saturating_from_num(in.moving_alpha).saturating_mul(slowed);
    const U64F64 rest = U64F64::one().saturating_sub(alpha);
    const U64F64 spot = alpha.saturating_mul(std::min(in.spot_price, U64F64::one()));
    return I96F32::saturating_from_num(spot.saturating_add(rest.saturating_mul(in.average)));
}

U64F64 median_price(std::vector<U64F64> prices) {
    std::erase_if(prices, [](U64F64 p) { return p.bits == 0; });
    if (prices.empty()) return U64F64::one();
    std::sort(prices.begin(), prices.end());
    const U64F64 upper = prices[prices.size() / 2];
    if (prices.size() % 2 == 1) return upper;
    return prices[prices.size() / 2 - 1].saturating_add(upper).safe_div(
        U64F64::saturating_from_num(2));
}

}  // namespace kernel
