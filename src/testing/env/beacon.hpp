// A beacon of the tests' own, and what is locked to its rounds.
#pragma once
#include "crypto/hash.hpp"
#include "crypto/timelock.hpp"
#include "pallets/drand/calls.hpp"
#include "pallets/drand/storage.hpp"

struct TestBeacon {
    crypto::BeaconSecret secret{crypto::sha256(view("a beacon for tests"))};
    crypto::BeaconKey key = crypto::beacon_public_key(secret).value();

    drand::Pulse pulse(u64 round) const {
        const auto signature = crypto::beacon_sign(secret, round).value();
        const auto randomness = crypto::sha256(signature);
        drand::Pulse p;
        p.round = round;
        p.signature.assign(signature.begin(), signature.end());
        p.randomness.assign(randomness.begin(), randomness.end());
        return p;
    }
    /// The beacon is the chain's from now on.
    void install(State& s) const {
        auto config = drand::quicknet();
        config.public_key.assign(key.begin(), key.end());
        drand::storage.BeaconConfig.set(s, config);
    }
    /// The pulse is on the chain, however it came there.
    void give(State& s, u64 round) const { drand::storage.Pulses.set(s, round, pulse(round)); }
    Bytes lock(u64 round, BytesView message) const {
        return crypto::timelock_seal(key, round, message, {{1}, {2}, {3}}).value();
    }
};
