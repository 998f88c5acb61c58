// The chain's beacon: whose pulses it takes, when its own come, and what they open.
#include "chain/beacon.hpp"

#include <gtest/gtest.h>

#include "base/hex.hpp"
#include "chain/test_chain.hpp"
#include "crypto/timelock.hpp"
#include "pallets/drand/calls.hpp"
#include "pallets/drand/storage.hpp"
#include "pallets/timestamp/timestamp.hpp"
#include "store/test_chain.hpp"

namespace {

using namespace chain;
using store::TemporaryFolder;

Options with(Beacon beacon, Profile profile = Profile::fast) {
    auto options = manual_options();
    options.spec.beacon = beacon;
    options.spec.profile = profile;
    return options;
}

struct Look {
    std::unique_ptr<View> view;
    State state;
    explicit Look(const Chain& chain)
        : view(chain.store().view_at(chain.best().number)), state(*view) {}
    u64 last_round() const { return drand::storage.LastStoredRound.get(state); }
    /// The round that has begun by the block's time.
    u64 due_round() const {
        return (timestamp::storage.Now.get(state) / 1000 - drand::quicknet().genesis_time) / 3 + 1;
    }
};

void make(Chain& chain, int blocks) {
    for (int i = 0; i < blocks; ++i) ASSERT_TRUE(chain.make_block());
}

TEST(OwnBeacon, every_round_is_there_in_the_first_block_after_it_began) {
    const auto chain = memory_chain(with(Beacon::Own));
    u64 first = 0;
    for (int block = 1; block <= 100; ++block) {  // 25 s
        make(*chain, 1);
        const Look look(*chain);
        ASSERT_EQ(look.last_round(), look.due_round()) << "block " << block;
        if (!first) first = look.last_round();
    }
    const Look look(*chain);
    EXPECT_GE(look.last_round(), first + 8);
    for (u64 round = first; round <= look.last_round(); ++round) {
        const auto pulse = drand::storage.Pulses.get(look.state, round);
        ASSERT_TRUE(pulse) << round;
        EXPECT_TRUE(
            crypto::beacon_verify(own_beacon().public_key, pulse->signature, round).value());
    }
}

TEST(OwnBeacon, several_rounds_come_in_a_block_of_twelve_seconds) {
    const auto chain = memory_chain(with(Beacon::Own, Profile::normal));
    make(*chain, 2);
    const auto before = Look(*chain).last_round();
    make(*chain, 1);
    EXPECT_EQ(Look(*chain).last_round(), before + 4);
    EXPECT_EQ(extrinsics_of(*chain->store().block(3)).size(), 2u + 4u);
}

TEST(OwnBeacon, after_a_pause_the_missing_rounds_come_fifty_a_block) {
    MemoryView nothing;
    State state(nothing);
    drand::storage.BeaconConfig.set(state, own_beacon());
    const u64 genesis_ms = own_beacon().genesis_time * 1000ull;
    EXPECT_TRUE(due_pulses(state, 1, genesis_ms - 1).empty()) << "no round has begun";
    ASSERT_EQ(due_pulses(state, 1, genesis_ms + 3000 * 999).size(), 1u) << "no history";
    drand::storage.LastStoredRound.set(state, 900);
    EXPECT_EQ(due_pulses(state, 1, genesis_ms + 3000 * 999).size(), 50u);
    drand::storage.LastStoredRound.set(state, 998);
    const auto last = due_pulses(state, 1, genesis_ms + 3000 * 999);
    ASSERT_EQ(last.size(), 2u);
    EXPECT_EQ(last[1].as<drand::write_pulse>()->pulses_payload.pulses[0].round, 1000u);
    drand::storage.LastStoredRound.set(state, 1000);
    EXPECT_TRUE(due_pulses(state, 1, genesis_ms + 3000 * 1000 - 1).empty()) << "not begun yet";
}

TEST(OwnBeacon, is_silent_once_root_chose_another) {
    MemoryView nothing;
    State state(nothing);
    drand::storage.BeaconConfig.set(state, drand::quicknet());
    EXPECT_TRUE(due_pulses(state, 1, 2'000'000'000'000).empty());
}

TEST(OwnBeacon, is_named_in_genesis_by_the_hash_of_its_terms) {
    const auto chain = memory_chain(with(Beacon::Own));
    const Look look(*chain);
    const auto config = drand::storage.BeaconConfig.get(look.state);
    EXPECT_EQ(config.public_key, own_beacon().public_key);
    EXPECT_EQ(config.period, 3u);
    EXPECT_NE(config.hash, drand::quicknet().hash);
    const auto other = memory_chain(with(Beacon::None));
    EXPECT_NE(chain->best().hash, other->best().hash);
}

TEST(OwnBeacon, opens_what_was_locked_to_it_when_its_round_begins) {
    const auto chain = memory_chain(with(Beacon::Own));
    make(*chain, 1);
    const u64 round = Look(*chain).last_round() + 2;
    crypto::BeaconKey key;
    const auto config = own_beacon();
    std::copy(config.public_key.begin(), config.public_key.end(), key.begin());
    const Bytes message{12, 'a', 'b', 'c'};
    const auto locked = crypto::timelock_seal(key, round, message, {{1}, {2}, {3}}).value();
    EXPECT_FALSE(drand::storage.Pulses.has(Look(*chain).state, round));
    const auto signature = crypto::beacon_sign(own_beacon_secret(), round).value();
    for (int i = 0; i < 40 && Look(*chain).last_round() < round; ++i) make(*chain, 1);
    const auto pulse = drand::storage.Pulses.get(Look(*chain).state, round);
    ASSERT_TRUE(pulse);
    EXPECT_EQ(Bytes(pulse->signature.begin(), pulse->signature.end()),
              Bytes(signature.begin(), signature.end()));
    BytesView rest = locked;
    const auto ciphertext = crypto::read_timelock(rest);
    ASSERT_TRUE(ciphertext);
    EXPECT_EQ(crypto::timelock_open(*ciphertext, signature), message);
}

TEST(OwnBeacon, catches_up_after_a_restart) {
    const TemporaryFolder folder;
    const auto options = with(Beacon::Own);
    const auto open = [&] {
        use_constants(options.spec);
        auto store = store::Store::open({.directory = folder.path()});
        ASSERT(store);
        auto chain = Chain::open(*std::move(store), options);
        ASSERT(chain);
        return *std::move(chain);
    };
    u64 before = 0;
    {
        const auto chain = open();
        make(*chain, 30);
        before = Look(*chain).last_round();
    }
    const auto chain = open();
    make(*chain, 30);
    const Look look(*chain);
    EXPECT_GT(look.last_round(), before);
    EXPECT_EQ(look.last_round(), look.due_round());
}

// Round 1000 of drand's quicknet, as its servers gave it out on 23 August 2023.
const Bytes recorded = *from_hex(
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125"
    "e342b73a8dd2bacbe47e4b6b63ed5e39");

TEST(Quicknet, recorded_pulses_come_in_from_outside) {
    const auto chain = memory_chain(with(Beacon::Quicknet));
    make(*chain, 3);
    EXPECT_EQ(Look(*chain).last_round(), 0u) << "none by itself";
    ASSERT_FALSE(chain->submit(bare_extrinsic(pulse_call(chain->best().number, 1000, recorded))));
    make(*chain, 1);
    EXPECT_EQ(Look(*chain).last_round(), 1000u);
    EXPECT_EQ(chain->pool().size(), 0u);
}

TEST(Quicknet, other_pulses_are_refused_at_the_door) {
    const auto chain = memory_chain(with(Beacon::Quicknet));
    make(*chain, 1);
    const auto refused = [&](u64 round, const Bytes& signature, InvalidTransaction why) {
        const auto answer =
            chain->submit(bare_extrinsic(pulse_call(chain->best().number, round, signature)));
        ASSERT_TRUE(answer && std::holds_alternative<rejection::Refused>(*answer));
        EXPECT_TRUE(std::get<rejection::Refused>(*answer).reason.is(why));
    };
    refused(1001, recorded, InvalidTransaction::BadProof);
    const auto own = crypto::beacon_sign(own_beacon_secret(), 1000).value();
    refused(1000, Bytes(own.begin(), own.end()), InvalidTransaction::BadProof);
    refused(1000, Bytes(48, 0), InvalidTransaction::BadProof);
    refused(1000, {}, InvalidTransaction::BadProof);
    ASSERT_FALSE(chain->submit(bare_extrinsic(pulse_call(1, 1000, recorded))));
    make(*chain, 1);
    refused(1000, recorded, InvalidTransaction::Stale);
}

}  // namespace
