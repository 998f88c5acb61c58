// Commitments: what may be committed, what it counts for, and how timelocked fields open.
#include "pallets/commitments/commitments.hpp"

#include "pallets/balances/balances.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/commitments/calls.hpp"
#include "pallets/commitments/errors.hpp"
#include "pallets/commitments/events.hpp"
#include "pallets/commitments/storage.hpp"
#include "pallets/system/spec_version.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/beacon.hpp"
#include "testing/env/network.hpp"

namespace commitments {
namespace {

static_assert(scale::lists_all_members<set_commitment>());
static_assert(scale::lists_all_members<Registration>());
static_assert(scale::lists_all_members<UsageTracker>());
static_assert(scale::lists_all_members<CommitmentRevealFailed>());

Data raw(std::size_t size) { return {Data::Kind::Raw, Bytes(size, 7), 0}; }

struct Commitments : subtensor::Network {
    TestBeacon beacon;
    const Bytes message{1, 2, 3};

    set_commitment of(std::initializer_list<Data> all) const { return {subnet, {all}}; }
    Data locked(u64 round) const {
        return {Data::Kind::TimelockEncrypted, beacon.lock(round, message), round};
    }
    auto fields() const {
        return storage.CommitmentOf.get(env.state, subnet, owner_hotkey)->info.fields_;
    }
    bool is_indexed() const {
        return storage.TimelockedIndex.get(env.state).contains({subnet, owner_hotkey});
    }
    void next_block() { env.run_to(env.cx.block + 1); }
    void expect_failed(const Data& field, RevealFailure why) {
        env(owner_hotkey, of({field, raw(1)}));
        const auto from = env.cx.events.size();
        next_block();
        bool told = false;
        for (auto i = from; i < env.cx.events.size(); ++i)
            told |= env.cx.events[i].payload == scale::encoded(CommitmentRevealFailed{
                                                    subnet, owner_hotkey, field.reveal_round, why});
        EXPECT_TRUE(told) << int(why);
        EXPECT_EQ(fields()[0],
                  (Data{Data::Kind::TimelockRevealFailed, field.bytes, field.reveal_round}));
        EXPECT_FALSE(is_indexed());
    }
};

TEST_F(Commitments, of_registered_hotkeys_are_kept) {
    env(owner_hotkey, of({raw(5)}), emits(Commitment{subnet, owner_hotkey}));
    EXPECT_EQ(fields()[0], raw(5));
    EXPECT_EQ(storage.LastCommitment.get(env.state, subnet, owner_hotkey), env.cx.block);
    env(alice, of({raw(5)}), fails(Error::AccountNotAllowedCommit));
    env(Origin::root(), of({raw(5)}), fails(DispatchError::Kind::BadOrigin));
    const auto all = get_commitments(env.state, subnet);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].first, owner_hotkey);
}

TEST_F(Commitments, count_for_a_hundred_bytes_at_least_until_the_next_epoch) {
    env(Origin::root(), set_max_space{250});
    env(owner_hotkey, set_max_space{9'999}, fails(DispatchError::Kind::BadOrigin));
    env(owner_hotkey, of({}));
    env(owner_hotkey, of({raw(70), raw(80)}));
    env(owner_hotkey, of({raw(1)}), fails(Error::SpaceLimitExceeded));
    subtensor::storage.SubnetEpochIndex.change(env.state, subnet, [](u64& n) { ++n; });
    env(owner_hotkey, of({raw(1)}));
    EXPECT_EQ(storage.UsedSpaceOf.get(env.state, subnet, owner_hotkey)->used_space, 100u);
}

TEST_F(Commitments, give_back_what_older_ones_have_reserved) {
    const auto older = [&] {
        storage.CommitmentOf.set(env.state, subnet, owner_hotkey, {5_tao, 1, {}});
    };
    (void)balances::mint_into(env.cx, owner_hotkey, 10_tao);
    older();
    env(owner_hotkey, of({raw(1)}), fails(Error::UnexpectedUnreserveLeftover));
    ASSERT_TRUE(balances::reserve(env.cx, owner_hotkey, 5_tao));
    const auto free = env.free_rao(owner_hotkey);
    env(owner_hotkey, of({raw(1)}));
    EXPECT_EQ(env.free_rao(owner_hotkey), free + 5'000'000'000);
    EXPECT_EQ(storage.CommitmentOf.get(env.state, subnet, owner_hotkey)->deposit, TaoBalance{});
}

TEST_F(Commitments, may_reset_the_bonds_to_a_hotkey) {
    subtensor::storage.BondsResetOn.set(env.state, subnet, true);
    subtensor::storage.Bonds.set(env.state, {2}, 3, {{0, 5}, {1, 6}});
    env(owner_hotkey, of({{Data::Kind::ResetBondsFlag, {}, 0}}));
    EXPECT_EQ(subtensor::storage.Bonds.get(env.state, {2}, 3),
              (std::vector<std::pair<u16, u16>>{{1, 6}}));
    EXPECT_EQ(storage.LastBondsReset.get(env.state, subnet, owner_hotkey), env.cx.block);
}

TEST_F(Commitments, open_when_their_round_has_come) {
    env(owner_hotkey, of({locked(9), raw(2)}), emits(TimelockCommitment{subnet, owner_hotkey, 9}));
    next_block();
    EXPECT_TRUE(is_indexed());
    beacon.give(env.state, 9);
    next_block();
    const auto revealed = storage.RevealedCommitments.get(env.state, subnet, owner_hotkey);
    ASSERT_TRUE(revealed);
    EXPECT_EQ(*revealed, (std::vector<std::pair<Bytes, u64>>{{message, env.cx.block}}));
    EXPECT_EQ(fields().size(), 1u);
    EXPECT_FALSE(is_indexed());
}

TEST_F(Commitments, that_opened_whole_are_gone_and_ten_reveals_are_kept) {
    for (u64 round = 1; round <= 12; ++round) {
        beacon.give(env.state, round);
        storage.UsedSpaceOf.erase(env.state, subnet, owner_hotkey);
        env(owner_hotkey, of({locked(round)}));
        next_block();
        EXPECT_FALSE(storage.CommitmentOf.has(env.state, subnet, owner_hotkey));
    }
    const auto kept = *storage.RevealedCommitments.get(env.state, subnet, owner_hotkey);
    EXPECT_EQ(kept.size(), 10u);
    EXPECT_EQ(kept.back().second, env.cx.block);
}

TEST_F(Commitments, open_from_the_wrapper_of_client_libraries_too) {
    beacon.give(env.state, 9);
    auto field = locked(9);
    field.bytes = scale::encoded(std::pair(field.bytes, u64{9}));
    env(owner_hotkey, of({field}));
    next_block();
    EXPECT_TRUE(storage.RevealedCommitments.has(env.state, subnet, owner_hotkey));
}

TEST_F(Commitments, that_do_not_open_stay_with_the_reason_told) {
    beacon.give(env.state, 9);
    auto wrapped = locked(9);
    wrapped.bytes = scale::encoded(std::pair(wrapped.bytes, u64{10}));
    expect_failed(wrapped, RevealFailure::RoundMismatch);
    expect_failed({Data::Kind::TimelockEncrypted, Bytes(300, 1), 9},
                  RevealFailure::CiphertextDeserialize);
    auto longer = locked(9);
    longer.bytes.push_back(0);
    expect_failed(longer, RevealFailure::CiphertextDeserialize);
    expect_failed({Data::Kind::TimelockEncrypted, locked(8).bytes, 9}, RevealFailure::Decrypt);
    expect_failed({Data::Kind::TimelockEncrypted, beacon.lock(9, {}), 9},
                  RevealFailure::EmptyPlaintext);
    drand::storage.OldestStoredRound.set(env.state, 5);
    storage.UsedSpaceOf.erase(env.state, subnet, owner_hotkey);
    expect_failed(locked(4), RevealFailure::PulseExpired);
    drand::storage.Pulses.set(env.state, 11, {11, {}, {}});
    expect_failed(locked(11), RevealFailure::SignatureDeserialize);
}

TEST_F(Commitments, are_not_marked_as_failed_by_their_owners) {
    env(owner_hotkey, of({{Data::Kind::TimelockRevealFailed, {1}, 9}}),
        fails(Error::TimelockRevealFailedNotAllowed));
}

TEST_F(Commitments, that_are_replaced_open_no_more) {
    env(owner_hotkey, of({locked(9)}));
    env(owner_hotkey, of({raw(1)}), emits(Commitment{subnet, owner_hotkey}));
    EXPECT_FALSE(is_indexed());
}

TEST_F(Commitments, are_looked_at_in_turn_when_there_are_many) {
    std::set<std::pair<NetUid, AccountId>> many;
    for (int i = 0; i < 200; ++i) many.emplace(subnet, env.account("one of " + std::to_string(i)));
    const auto indexed = [&] { return storage.TimelockedIndex.get(env.state).size(); };
    storage.TimelockedIndex.set(env.state, many);
    next_block();
    EXPECT_EQ(indexed(), 200u - 128) << "those without a commitment leave it";
    EXPECT_EQ(storage.TimelockRevealCursor.get(env.state), *std::next(many.begin(), 127));
    next_block();
    EXPECT_EQ(indexed(), 0u);
    EXPECT_FALSE(storage.TimelockRevealCursor.has(env.state));
    frame_system::set_spec_version(env.state, 425);
    storage.TimelockedIndex.set(env.state, many);
    next_block();
    EXPECT_EQ(indexed(), 0u) << "425 looks at all of them in each block";
}

TEST_F(Commitments, whose_owner_is_gone_leave_the_index) {
    env(owner_hotkey, of({locked(9)}));
    storage.CommitmentOf.erase(env.state, subnet, owner_hotkey);
    next_block();
    EXPECT_FALSE(is_indexed());
}

TEST_F(Commitments, go_with_their_subnet) {
    beacon.give(env.state, 9);
    env(owner_hotkey, of({locked(9), locked(10), {Data::Kind::ResetBondsFlag, {}, 0}}));
    next_block();
    WeightMeter little(db_weight(0, 2)), enough = WeightMeter::unlimited();
    EXPECT_FALSE(purge_netuid(env.state, subnet, little));
    EXPECT_TRUE(is_indexed());
    EXPECT_TRUE(purge_netuid(env.state, subnet, enough));
    EXPECT_FALSE(is_indexed());
    EXPECT_FALSE(storage.CommitmentOf.has(env.state, subnet, owner_hotkey));
    EXPECT_FALSE(storage.LastCommitment.has(env.state, subnet, owner_hotkey));
    EXPECT_FALSE(storage.LastBondsReset.has(env.state, subnet, owner_hotkey));
    EXPECT_FALSE(storage.RevealedCommitments.has(env.state, subnet, owner_hotkey));
    EXPECT_FALSE(storage.UsedSpaceOf.has(env.state, subnet, owner_hotkey));
}

TEST(CommitmentData, every_kind_comes_back_as_it_was) {
    using enum Data::Kind;
    for (auto& data : {Data{}, raw(0), raw(1), raw(128), Data{BlakeTwo256, Bytes(32, 1), 0},
                       Data{ShaThree256, Bytes(32, 2), 0}, Data{TimelockEncrypted, {1, 2}, 5},
                       Data{ResetBondsFlag, {}, 0}, Data{BigRaw, Bytes(512, 3), 0},
                       Data{TimelockRevealFailed, {}, 6}})
        EXPECT_EQ(scale::decoded<Data>(scale::encoded(data)), data) << int(data.kind);
    EXPECT_EQ(scale::encoded(raw(128))[0], 129);
}

TEST(CommitmentData, has_a_limit_for_each_kind) {
    using enum Data::Kind;
    EXPECT_FALSE(scale::decoded<Data>(scale::encoded(Data{BigRaw, Bytes(513, 3), 0})));
    EXPECT_FALSE(scale::decoded<Data>(scale::encoded(Data{TimelockEncrypted, Bytes(1025, 3), 0})));
    EXPECT_FALSE(scale::decoded<Data>(Bytes{138}));
    const set_commitment four{{2}, {{raw(1), raw(1), raw(1), raw(1)}}};
    EXPECT_FALSE(scale::decoded<set_commitment>(scale::encoded(four)));
}

}  // namespace
}  // namespace commitments
