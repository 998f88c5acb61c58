// What can be asked of the pallet.
#pragma once
#include "frame/call.hpp"
#include "pallets/drand/types.hpp"

namespace drand {

/// Anybody's, unsigned as an extrinsic: `signature` of `pulses_payload.public_` over the payload.
struct write_pulse {
    CALL(0)
    PulsesPayload pulses_payload{};
    std::optional<MultiSignature> signature{};
    FIELDS(pulses_payload, signature)
};
struct set_beacon_config {
    CALL(1)
    BeaconConfigurationPayload config_payload{};
    std::optional<MultiSignature> signature{};
    FIELDS(config_payload, signature)
};
struct set_oldest_stored_round {
    CALL(2)
    u64 oldest_round = 0;
    FIELDS(oldest_round)
};

}  // namespace drand
