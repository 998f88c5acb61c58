// The chain's beginning: who has what at block 0, and which constants are in force.
// Sources: subtensor node/src/chain_spec/localnet.rs, macros/genesis.rs.
#pragma once
#include "chain/beacon.hpp"
#include "primitives/account.hpp"
#include "state/state.hpp"

namespace chain {

/// Which constants the runtime runs with.
enum class Profile : u8 {
    normal,  // those of the main network: 12 s slots, days are days
    fast     // those of local test networks: 250 ms slots, short delays
};

struct Spec {
    Profile profile = Profile::fast;
    /// Aura.SlotDuration; 0: the profile's.
    u64 slot_ms = 0;
    /// Whose rules are in force at block 0; none: the newest of a new chain, those of a chain that
    /// goes on.
    std::optional<u32> spec_version{};
    /// An account that begins with 1,000,000 TAO.
    std::optional<AccountId> funded{};
    Beacon beacon = Beacon::None;
};

u64 slot_duration_ms(const Spec&);
/// Puts the profile's constants in force. Once, before anything of the runtime is used.
void use_constants(const Spec&);
/// Everything the state holds at block 0; depends on the spec alone.
Changes genesis_state(const Spec&);

}  // namespace chain
