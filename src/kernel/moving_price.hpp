// The moving average of a subnet's alpha price, which decides its share of emission.
// Source: subtensor staking/stake_utils.rs.
#pragma once
#include <optional>
#include <span>

#include "primitives/fixed.hpp"

namespace kernel {

/// The price that counts for emission and pruning: 1 for the root subnet and for stable subnets
/// (mechanism 0), else the stored average.
U64F64 moving_alpha_price(bool is_root, u16 mechanism, I96F32 stored);

struct MovingPriceInput {
    U64F64 average{};     ///< of moving_alpha_price()
    U64F64 spot_price{};  ///< of the pool; counts as at most 1
    I96F32 moving_alpha{};
    u64 halving_blocks = 0;
    u64 first_emission_block = 0;  ///< 0: emission has not started
    u64 current_block = 0;
};
/// The new value of the stored average. It moves more slowly the younger the subnet is.
I96F32 next_moving_price(const MovingPriceInput& in);

/// The median of the positive prices, the mean of the middle two for an even count; 1 for none.
U64F64 median_price(std::vector<U64F64> prices);

}  // namespace kernel
