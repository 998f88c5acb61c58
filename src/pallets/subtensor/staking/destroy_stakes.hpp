// What happens to stake when its subnet is dissolved.
// Source: subtensor staking/remove_stake.rs, destroy_alpha_in_out_stakes.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// The protocol's own alpha; the reserve counts for subnets younger than the rule.
u64 protocol_alpha_rao(const State& s, NetUid netuid);
/// Owners of subnets from before registration cost a lock get it back, less what they earned.
TaoBalance refund_of_owner(const State& s, NetUid netuid);
/// Before 475: all at once. Pays the pool's TAO to the stakers by their alpha, erases all alpha of
/// the subnet, its locks and its reserves, and recycles what TAO is left on its account.
/// SubnetNotExists.
Result<> destroy_alpha_in_out_stakes(Context& cx, NetUid netuid);

}  // namespace subtensor
