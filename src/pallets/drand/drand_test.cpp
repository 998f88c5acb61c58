// Pulses: which are taken, in which order, and for how long they stay.
#include "pallets/drand/calls.hpp"
#include "pallets/drand/errors.hpp"
#include "pallets/drand/events.hpp"
#include "pallets/drand/storage.hpp"
#include "pallets/drand/validate_unsigned.hpp"
#include "pallets/system/calls.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/beacon.hpp"
#include "testing/env/env.hpp"
#include "testing/env/signed.hpp"

namespace drand {
namespace {

static_assert(scale::lists_all_members<write_pulse>());
static_assert(scale::lists_all_members<set_beacon_config>());
static_assert(scale::lists_all_members<set_oldest_stored_round>());
static_assert(scale::lists_all_members<BeaconConfiguration>());
static_assert(scale::lists_all_members<Pulse>());

struct Drand : testing::Test {
    Env env;
    TestBeacon beacon;
    const DevKey node = dev_key("//Node");
    Drand() { beacon.install(env.state); }

    write_pulse rounds(std::initializer_list<u64> all) const {
        write_pulse call;
        for (u64 round : all) call.pulses_payload.pulses.push_back(beacon.pulse(round));
        return call;
    }
    template <class Payload>
    MultiSignature sign(Payload& payload) const {
        payload.public_ = signer::Sr25519{node.pair.public_key};
        const auto raw = crypto::sr25519_sign(node.pair, scale::encoded(payload));
        MultiSignature out;
        std::copy(raw.begin(), raw.end(), out.bytes.begin());
        return out;
    }
    write_pulse signed_pulse(u64 round) const {
        auto call = rounds({round});
        call.signature = sign(call.pulses_payload);
        return call;
    }
    template <class C>
    TransactionValidity validity(const C& call, bool from_outside = true) const {
        return validate_unsigned(env.state, from_outside, AnyCall::of(call));
    }
    template <class C>
    void refused(const C& call, InvalidTransaction why, bool from_outside = true) const {
        const auto v = validity(call, from_outside);
        ASSERT_FALSE(v);
        EXPECT_TRUE(v.error().is(why)) << int(v.error().kind);
    }
};

TEST_F(Drand, the_first_pulse_may_be_of_any_round_and_the_others_follow_it) {
    env(Origin{}, rounds({1000}), emits(NewPulse{{1000}}));
    EXPECT_EQ(storage.OldestStoredRound.get(env.state), 1000u);
    env(Origin{}, rounds({1002}), fails(Error::InvalidRoundNumber));
    env(Origin{}, rounds({1000}), fails(Error::InvalidRoundNumber));
    env(Origin{}, rounds({1001, 1002}), emits(NewPulse{{1001, 1002}}));
    EXPECT_EQ(storage.LastStoredRound.get(env.state), 1002u);
    EXPECT_EQ(storage.Pulses.get(env.state, 1001)->signature, beacon.pulse(1001).signature);
}

TEST_F(Drand, a_pulse_of_another_key_is_passed_over) {
    auto forged = rounds({5});
    forged.pulses_payload.pulses[0].round = 6;
    const auto before = env.cx.events.size();
    env(Origin{}, forged);
    EXPECT_EQ(env.cx.events.size(), before);
    EXPECT_FALSE(storage.Pulses.has(env.state, 6));
    EXPECT_EQ(storage.LastStoredRound.get(env.state), 0u);
}

TEST_F(Drand, bytes_that_are_no_signature_are_an_error) {
    auto broken = rounds({5});
    broken.pulses_payload.pulses[0].signature.assign(48, 0);
    env(Origin{}, broken, fails(Error::PulseVerificationError));
}

TEST_F(Drand, nobody_signs_for_a_pulse) {
    env(node.account, rounds({5}), fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), rounds({5}), fails(DispatchError::Kind::BadOrigin));
}

TEST_F(Drand, pulses_over_a_week_old_go_a_hundred_at_a_time) {
    constexpr u64 last = 500'000;
    for (u64 round = 1; round <= 150; ++round) beacon.give(env.state, round);
    env(Origin::root(), set_oldest_stored_round{1}, emits(SetOldestStoredRound{1}));
    storage.LastStoredRound.set(env.state, last);
    env(Origin{}, rounds({last + 1}));
    EXPECT_EQ(storage.OldestStoredRound.get(env.state), 101u);
    EXPECT_FALSE(storage.Pulses.has(env.state, 100));
    EXPECT_TRUE(storage.Pulses.has(env.state, 101));
}

TEST_F(Drand, root_chooses_the_beacon) {
    set_beacon_config other{{0, quicknet(), signer::Sr25519{}}, {}};
    env(node.account, other, fails(DispatchError::Kind::BadOrigin));
    env(node.account, set_oldest_stored_round{1}, fails(DispatchError::Kind::BadOrigin));
    env(Origin::root(), other, emits(BeaconConfigChanged{}));
    EXPECT_EQ(storage.NextUnsignedAt.get(env.state), env.cx.block + 1);
    env(Origin{}, rounds({5}));  // of another beacon now
    EXPECT_FALSE(storage.Pulses.has(env.state, 5));
}

TEST_F(Drand, quicknet_is_the_beacon_by_default) {
    Env fresh;
    EXPECT_EQ(storage.BeaconConfig.get(fresh.state).genesis_time, 1'692'803'367u);
    EXPECT_EQ(scale::encoded(quicknet()).size(), 2 + 96 + 8 + 33 + 33 + 25 + 9u);
}

TEST_F(Drand, the_pool_takes_a_pulse_whose_payload_is_signed) {
    const auto v = validity(signed_pulse(7));
    ASSERT_TRUE(v);
    EXPECT_EQ(v->provides.size(), 1u);
    EXPECT_EQ(v->longevity, 3u);
    EXPECT_FALSE(v->propagate);
    EXPECT_GT(v->priority, validity(signed_pulse((1 << 20) + 8))->priority);  // early rounds first
}

TEST_F(Drand, the_pool_refuses_what_cannot_succeed) {
    refused(rounds({7}), InvalidTransaction::BadSigner);
    auto changed = signed_pulse(7);
    changed.pulses_payload.block_number = 1;
    refused(changed, InvalidTransaction::BadProof);
    auto forged = signed_pulse(7);
    forged.pulses_payload.pulses[0].round = 8;
    forged.signature = sign(forged.pulses_payload);
    refused(forged, InvalidTransaction::BadProof);
    EXPECT_TRUE(validity(forged, false));  // in a block it only has no effect
    auto two = rounds({7, 8});
    two.signature = sign(two.pulses_payload);
    refused(two, InvalidTransaction::Call);
    auto early = rounds({7});
    early.pulses_payload.block_number = env.cx.block + 1;
    early.signature = sign(early.pulses_payload);
    refused(early, InvalidTransaction::Future);
    env(Origin{}, rounds({7}));
    refused(signed_pulse(7), InvalidTransaction::Stale);
    storage.NextUnsignedAt.set(env.state, env.cx.block + 1);
    refused(signed_pulse(8), InvalidTransaction::Stale);
    refused(set_oldest_stored_round{}, InvalidTransaction::Call);
}

TEST_F(Drand, a_configuration_without_a_signer_never_enters_the_pool) {
    set_beacon_config call{{1, quicknet(), {}}, {}};
    refused(call, InvalidTransaction::BadSigner);
    call.signature = sign(call.config_payload);
    refused(call, InvalidTransaction::Call);
    EXPECT_TRUE(validity(call, false));
    storage.NextUnsignedAt.set(env.state, 2);
    refused(call, InvalidTransaction::Stale, false);
    env(Origin{}, call, fails(DispatchError::Kind::BadOrigin));
    call.config_payload.block_number = 9;
    call.signature = sign(call.config_payload);
    refused(call, InvalidTransaction::Future, false);
}

TEST_F(Drand, it_weighs_what_the_reference_measured) {
    EXPECT_EQ(AnyCall::of(write_pulse{}).info().weight, (Weight{4'769'000'000, 0}));
    EXPECT_EQ(AnyCall::of(set_beacon_config{}).info().weight, (Weight{208'766'000, 0}));
    EXPECT_EQ(AnyCall::of(set_oldest_stored_round{}).info().weight, (Weight{105'370'000, 0}));
}

}  // namespace
}  // namespace drand
