// Which unsigned calls of the pallet are let in (pallets/drand lib.rs: validate_unsigned).
#include "pallets/drand/validate_unsigned.hpp"

#include "crypto/beacon.hpp"
#include "crypto/hash.hpp"
#include "pallets/drand/calls.hpp"
#include "pallets/drand/errors.hpp"
#include "pallets/drand/storage.hpp"
#include "pallets/system/storage.hpp"

namespace drand {
namespace {

using enum InvalidTransaction;

constexpr std::string_view tag_prefix = "DrandOffchainWorker";
constexpr u64 pulse_longevity = 3, config_longevity = 1;

/// Any sr25519 key may sign: the beacon's signature is what counts.
template <class Payload>
std::optional<ValidityError> check_signature(const Payload& payload,
                                             const std::optional<MultiSignature>& signature) {
    if (!signature) return invalid(BadSigner);
    const auto key = std::get_if<signer::Sr25519>(&payload.public_);
    if (!key || signature->kind != crypto::SignatureKind::Sr25519) return invalid(BadProof);
    if (!crypto::verify(signature->kind, signature->view(), scale::encoded(payload), key->key))
        return invalid(BadProof);
    return {};
}

template <class T>
Bytes tag(const T& what) {
    return scale::encoded(
        std::pair(std::string(tag_prefix), crypto::blake2_256(scale::encoded(what))));
}

TransactionValidity validate_pulse(const State& s, bool from_outside, const PulsesPayload& p) {
    const u32 now = frame_system::storage.Number.get(s);
    if (now < p.block_number) return invalid(Future);
    if (p.pulses.size() != 1) return invalid(Call);
    auto& pulse = p.pulses.front();
    if (storage.NextUnsignedAt.get(s) > now) return invalid(Stale);
    if (pulse.round <= storage.LastStoredRound.get(s)) return invalid(Stale);
    const auto key = storage.BeaconConfig.get(s).public_key;
    if (from_outside && !crypto::beacon_verify(key, pulse.signature, pulse.round).value_or(false))
        return invalid(BadProof);
    const u64 lower_first = ~u64{0} - pulse.round;
    ValidTransaction valid;
    valid.priority = lower_first + std::min(constants.UnsignedPriority, ~u64{0} - lower_first);
    constexpr std::array<u8, 5> drand{'d', 'r', 'a', 'n', 'd'};
    valid.provides.push_back(tag(std::pair(drand, pulse.round)));
    valid.longevity = pulse_longevity;
    valid.propagate = false;
    return valid;
}

TransactionValidity validate_config(const State& s, bool from_outside,
                                    const BeaconConfigurationPayload& p) {
    if (from_outside) return invalid(Call);  // only root's succeeds
    const u32 next = storage.NextUnsignedAt.get(s);
    if (frame_system::storage.Number.get(s) < p.block_number) return invalid(Future);
    if (next > p.block_number) return invalid(Stale);
    ValidTransaction valid;
    valid.priority = constants.UnsignedPriority;
    valid.provides.push_back(tag(std::pair(next, scale::encoded(p.public_))));
    valid.longevity = config_longevity;
    return valid;
}

}  // namespace

TransactionValidity validate_unsigned(const State& s, bool from_outside, const AnyCall& call) {
    if (auto c = call.as<write_pulse>()) {
        if (auto e = check_signature(c->pulses_payload, c->signature)) return *e;
        return validate_pulse(s, from_outside, c->pulses_payload);
    }
    if (auto c = call.as<set_beacon_config>()) {
        if (auto e = check_signature(c->config_payload, c->signature)) return *e;
        return validate_config(s, from_outside, c->config_payload);
    }
    return invalid(Call);
}

}  // namespace drand
