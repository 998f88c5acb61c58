// How the block's TAO emission is divided over subnets, and what each subnet does with its part.
// Source: subtensor coinbase/subnet_emissions.rs, run_coinbase.rs, block_step.rs.
#pragma once
#include <span>

#include "primitives/fixed.hpp"

namespace kernel {

struct SubnetForEmission {
    U64F64 moving_price{};  ///< of moving_alpha_price()
    U96F32 miner_burned{};  ///< part of the last miner emission that was withheld
    bool emission_enabled = true;
};
/// Shares of the block emission: price * (1 - miner_burned), normalised; plain normalised prices
/// when that is zero for every subnet. Whether emission is enabled plays no part.
std::vector<U64F64> emission_shares(std::span<const SubnetForEmission> subnets);
/// TAO emission in rao per subnet: the shares, with those of disabled subnets passed on to the
/// enabled ones.
std::vector<U96F32> subnet_block_emissions(std::span<const SubnetForEmission> subnets,
                                           std::span<const U64F64> shares, U96F32 block_emission);
/// Root dividends are sold only while the prices sum to more than 1.
bool root_sell_flag(std::span<const SubnetForEmission> subnets);

/// A stored u64 weight as a part of one: value / (2^64 - 1). For TaoWeight, CKBurn, proportions.
U96F32 u64_proportion(u64 value);
/// value / 65535. For takes and the owner cut.
U96F32 u16_proportion(u16 value);

/// Root's part of a subnet's stake: root_tao * tao_weight against the subnet's alpha issuance
/// (alpha in the pool plus alpha outside it).
U96F32 root_proportion(u64 root_tao_rao, U96F32 tao_weight, u64 alpha_issuance_rao);

/// What goes into a subnet's pool this block, in rao.
struct PoolInjection {
    U96F32 tao_in{};
    U96F32 alpha_in{};
    U96F32 excess_tao{};  ///< buys alpha on the pool instead
};
/// Alpha is injected at the pool's price, but at most root_proportion of the alpha emission.
PoolInjection pool_injection(U96F32 tao_emission, u64 alpha_emission_rao, U64F64 price,
                             U96F32 root_proportion);

/// How one block's alpha emission is set aside until the epoch, in rao.
struct AlphaOutSplit {
    u64 owner_cut = 0;
    u64 server = 0;
    u64 validator = 0;
    u64 root = 0;  ///< kept for root dividends, or recycled while the root sell flag is off
};
/// owner_cut is 0 where the subnet's owner cut is off.
AlphaOutSplit split_alpha_out(u64 alpha_out_rao, U96F32 owner_cut, U96F32 root_proportion);

/// part / whole, 0 for nothing: the miner emission withheld from miners in an epoch.
U96F32 withheld_proportion(u64 withheld_rao, u64 total_rao);

}  // namespace kernel
