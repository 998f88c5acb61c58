// Epochs: storage in, the kernel, storage out; once per mechanism, then put together.
// Source: subtensor epoch/run_epoch.rs, subnets/mechanism.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

struct HotkeyEmission {
    AccountId hotkey{};
    AlphaBalance server{}, validator{};
};
/// What a subnet has set aside for its next epoch.
struct PendingEmission {
    AlphaBalance server{}, validator{}, root{}, owner_cut{};
};
/// Runs the subnet's epoch on what is to be paid and stores its result; the shares in hotkey order.
std::vector<HotkeyEmission> epoch_with_mechanisms(Context& cx, NetUid netuid,
                                                  const PendingEmission& pots);

/// Validators forget their bonds to this hotkey, on all mechanisms, if the subnet allows it.
void reset_bonds(State& s, NetUid netuid, const AccountId& hotkey);

}  // namespace subtensor
