// What the pallet stores and takes: the beacon's terms and its pulses.
#pragma once
#include "primitives/signature.hpp"

namespace drand {

inline constexpr u8 pallet_index = 26;

using OpaquePublicKey = scale::BoundedVec<u8, 96>;
using BoundedHash = scale::BoundedVec<u8, 32>;

struct Metadata {
    BoundedHash beacon_id{};
    FIELDS(beacon_id)
    PATH("pallet_drand::types::Metadata")
};
/// A beacon: whose signatures count and when rounds begin.
struct BeaconConfiguration {
    OpaquePublicKey public_key{};
    u32 period = 0;        // seconds between rounds
    u32 genesis_time = 0;  // seconds since 1970 at which round 1 began
    BoundedHash hash{}, group_hash{}, scheme_id{};
    Metadata metadata{};
    FIELDS(public_key, period, genesis_time, hash, group_hash, scheme_id, metadata)
    PATH("pallet_drand::types::BeaconConfiguration")
};
/// drand's quicknet.
BeaconConfiguration quicknet();

struct Pulse {
    u64 round = 0;
    scale::BoundedVec<u8, 32> randomness{};  // sha256 of the signature
    scale::BoundedVec<u8, 144> signature{};
    FIELDS(round, randomness, signature)
    PATH("pallet_drand::types::Pulse")
};
struct PulsesPayload {
    u32 block_number = 0;
    std::vector<Pulse> pulses{};
    MultiSigner public_{};
    FIELDS(block_number, pulses, public_)
    PATH("pallet_drand::types::PulsesPayload")
    TYPE_PARAMS("Public, BlockNumber", MultiSigner, u32)
};
struct BeaconConfigurationPayload {
    u32 block_number = 0;
    BeaconConfiguration config{};
    MultiSigner public_{};
    FIELDS(block_number, config, public_)
    PATH("pallet_drand::types::BeaconConfigurationPayload")
    TYPE_PARAMS("Public, BlockNumber", MultiSigner, u32)
};

}  // namespace drand
