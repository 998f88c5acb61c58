// What the pallet holds when a chain begins: root and the first subnet.
// Source: subtensor macros/genesis.rs.
#pragma once
#include "pallets/subtensor/types.hpp"
#include "state/state.hpp"

namespace subtensor {

struct Genesis {
    // Who owns root; the zero account on chains with normal constants.
    AccountId root_owner{}, root_owner_hotkey{};
    TaoBalance issuance{};
};
/// Writes netuid 0 and netuid 1, the latter owned and mined by the zero account.
void build_genesis(State&, const Genesis&);

}  // namespace subtensor
