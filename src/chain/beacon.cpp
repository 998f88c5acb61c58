// The random beacon of a local chain.
#include "chain/beacon.hpp"

#include "base/assert.hpp"
#include "crypto/hash.hpp"
#include "crypto/sr25519.hpp"
#include "pallets/drand/calls.hpp"
#include "pallets/drand/storage.hpp"

namespace chain {
namespace {

constexpr u64 max_pulses_a_block = 50;

const crypto::Sr25519Pair& carrier() {
    static const auto pair =
        crypto::sr25519_from_seed(crypto::Seed(crypto::sha256(view("myelin pulse carrier"))));
    return pair;
}

void put_be(Bytes& out, u64 value, int bytes) {
    for (int i = bytes - 1; i >= 0; --i) out.push_back(u8(value >> (8 * i)));
}

}  // namespace

const crypto::BeaconSecret& own_beacon_secret() {
    static const crypto::BeaconSecret secret(crypto::sha256(view("myelin development beacon")));
    return secret;
}

/// The hash is that of drand's chain information: period, genesis, key, group and name.
drand::BeaconConfiguration own_beacon() {
    static const auto config = [] {
        constexpr std::string_view name = "myelin";
        auto c = drand::quicknet();
        const auto key = crypto::beacon_public_key(own_beacon_secret());
        ASSERT(key);
        c.public_key.assign(key->begin(), key->end());
        c.metadata.beacon_id.assign(name.begin(), name.end());
        Bytes info;
        put_be(info, c.period, 4);
        put_be(info, c.genesis_time, 8);
        info.insert(info.end(), c.public_key.begin(), c.public_key.end());
        info.insert(info.end(), c.group_hash.begin(), c.group_hash.end());
        info.insert(info.end(), name.begin(), name.end());
        const auto hash = crypto::sha256(info);
        c.hash.assign(hash.begin(), hash.end());
        return c;
    }();
    return config;
}

AnyCall pulse_call(u32 number, u64 round, BytesView signature) {
    drand::write_pulse call;
    const auto randomness = crypto::sha256(signature);
    drand::Pulse pulse;
    pulse.round = round;
    pulse.randomness.assign(randomness.begin(), randomness.end());
    pulse.signature.assign(signature.begin(), signature.end());
    call.pulses_payload = {number, {pulse}, signer::Sr25519{carrier().public_key}};
    const auto raw = crypto::sr25519_sign(carrier(), scale::encoded(call.pulses_payload));
    call.signature = MultiSignature{crypto::SignatureKind::Sr25519, {}};
    std::copy(raw.begin(), raw.end(), call.signature->bytes.begin());
    return AnyCall::of(call);
}

std::vector<AnyCall> due_pulses(const State& s, u32 number, u64 now_ms) {
    using drand::storage;
    const auto config = storage.BeaconConfig.get(s);
    const u64 now_s = now_ms / 1000;
    if (config.public_key != own_beacon().public_key || config.period == 0) return {};
    if (now_s < config.genesis_time) return {};
    const u64 newest = (now_s - config.genesis_time) / config.period + 1;
    const u64 last = storage.LastStoredRound.get(s);
    // A chain begins with the round of its first block; from then on none may be left out.
    u64 round = last == 0 && storage.OldestStoredRound.get(s) == 0 ? newest : last + 1;
    std::vector<AnyCall> out;
    for (; round <= newest && out.size() < max_pulses_a_block; ++round) {
        const auto signature = crypto::beacon_sign(own_beacon_secret(), round);
        ASSERT(signature);
        out.push_back(pulse_call(number, round, *signature));
    }
    return out;
}

}  // namespace chain
