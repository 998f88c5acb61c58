// A place on a subnet for work instead of TAO: free of fees, so that an empty coldkey can begin.
// Source: subtensor subnets/registration.rs of runtime 475.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/calls.hpp"

namespace subtensor {

/// Work for block w counts in blocks w + 1 to w + 5.
inline constexpr u64 max_work_age_blocks = 5;

/// Whether owners open and close both ways to a place and the difficulty follows demand. 425
/// refused to open this way, and root alone closed the other.
bool has_pow_registration(const State& s);

/// What the work must hash to: keccak-256 of sha-256 of domain, netuid, hash of the work block,
/// hotkey, coldkey and nonce.
Hash create_registration_seal(const State& s, const AccountId& coldkey, const pow_register& call);
/// All that can be checked at a fixed cost; also asked at the pool's door, where it keeps free
/// calls out that could only fail. Any error of do_pow_register but a full subnet's.
Result<> check_pow_registration(const State& s, const AccountId& coldkey, const pow_register& call,
                                u64 block);

/// The difficulty falls at the start of each block, and rises with each registration by work.
void decay_pow_difficulty(Context& cx, NetUid netuid);

}  // namespace subtensor
