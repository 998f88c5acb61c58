// How often what may be done.
// Source: subtensor utils/rate_limiting.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

bool exceeds_tx_delegate_take_rate_limit(const State& s, u64 previous_block, u64 block);
u64 get_last_tx_block_delegate_take(const State& s, const AccountId& key);
void set_last_tx_block_delegate_take(State& s, const AccountId& key, u64 block);

}  // namespace subtensor
