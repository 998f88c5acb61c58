// What registering a subnet costs.
#include "kernel/lock_cost.hpp"

#include "kernel/saturating.hpp"

namespace kernel {

u64 lock_reduction_interval(u64 configured_blocks, u64 block_emission_rao) {
    const I64F64 halving = I64F64::saturating_from_num(block_emission_rao)
                               .safe_div(I64F64::saturating_from_num(1'000'000'000));
    return I64F64::saturating_from_num(configured_blocks)
        .saturating_mul(halving)
        .saturating_to_num<u64>();
}

u64 network_lock_cost(const LockCostInput& in, u64 current_block) {
    const u64 multiplier = in.last_lock_block == 0 ? 1 : 2;
    const u64 per_block = in.reduction_interval == 0 ? 0 : in.last_lock_rao / in.reduction_interval;
    const u64 blocks = sat_sub(current_block, in.last_lock_block);
    const u64 cost = sat_sub(sat_mul(in.last_lock_rao, multiplier), sat_mul(per_block, blocks));
    return cost < in.min_lock_rao ? in.min_lock_rao : cost;
}

std::optional<std::size_t> network_to_prune(std::span<const PruneSubnet> subnets,
                                            u64 immunity_period_blocks, u64 current_block) {
    std::optional<std::size_t> worst;
    U64F64 price = U64F64::max();
    u64 registered_at = ~u64{0};
    for (std::size_t i = 0; i < subnets.size(); ++i) {
        const PruneSubnet& s = subnets[i];
        if (current_block < sat_add(s.registered_at, immunity_period_blocks)) continue;
        if (s.moving_price < price ||
            (s.moving_price == price && s.registered_at < registered_at)) {
            worst = i;
            price = s.moving_price;
            registered_at = s.registered_at;
        }
    }
    return worst;
}

}  // namespace kernel
