// Voting power: a slow average of each validator's stake on a subnet that asked for it.
// Source: subtensor utils/voting_power.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// 1.0 of an EMA's alpha.
inline constexpr u64 max_voting_power_ema_alpha = 1'000'000'000'000'000'000;
/// Blocks (14 days) for which tracking goes on after it was switched off.
inline constexpr u64 voting_power_disable_grace_period = 100'800;

/// A neuron as an epoch left it.
struct EpochStake {
    AccountId hotkey{};
    u64 stake_rao = 0;  ///< alpha and weighted TAO
    bool validator_permit = false;
};
/// After an epoch; nothing where tracking is off.
void update_voting_power_for_subnet(Context&, NetUid netuid, std::span<const EpochStake>);

/// A new hotkey takes over the voting power of an old one.
void swap_voting_power_for_hotkey(State&, const AccountId& old_hotkey, const AccountId& new_hotkey,
                                  NetUid netuid);

}  // namespace subtensor
