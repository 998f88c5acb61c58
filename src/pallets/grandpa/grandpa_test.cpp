// Voting that stops, pauses and goes on; reports that nobody can make.
// Source: polkadot-sdk substrate/frame/grandpa lib.rs.
#include "pallets/grandpa/grandpa.hpp"

#include <algorithm>

#include "frame/pallet.hpp"
#include "pallets/system/storage.hpp"
#include "scale/fields_check.hpp"
#include "testing/env/env.hpp"

namespace grandpa {
namespace {

static_assert(scale::lists_all_members<EquivocationProof>());
static_assert(scale::lists_all_members<report_equivocation>());
static_assert(scale::lists_all_members<note_stalled>());
static_assert(scale::lists_all_members<Constants>());

struct GrandpaTest : testing::Test {
    Env env;
    AccountId alice = env.account("alice", 1'000'000'000'000);

    bool announced(Bytes log) {
        const auto digest = frame_system::storage.Digest.get(env.state);
        return std::any_of(digest.logs.begin(), digest.logs.end(), [&](auto& item) {
            auto consensus = std::get_if<digest::Consensus>(&item);
            return consensus && consensus->engine == engine_id && consensus->data == log;
        });
    }
};

TEST_F(GrandpaTest, root_notes_that_voting_has_come_to_a_stop) {
    env(alice, note_stalled{1'000, 7}, fails(DispatchError::Kind::BadOrigin));
    EXPECT_FALSE(storage.Stalled.has(env.state));
    env(Origin::root(), note_stalled{1'000, 7});
    EXPECT_EQ(storage.Stalled.get(env.state), std::pair(1'000u, 7u));
}

TEST_F(GrandpaTest, a_report_of_a_double_vote_cannot_be_written) {
    for (u8 call : {report_equivocation::index, report_equivocation_unsigned::index}) {
        Bytes report{pallet_index, call};
        scale::encode(report, EquivocationProof{});
        EXPECT_FALSE(scale::decoded<AnyCall>(report));
        for (u8 proof : {0, 1, 255}) {
            Bytes raw = report;
            raw.push_back(proof);
            EXPECT_FALSE(scale::decoded<AnyCall>(raw));
        }
    }
}

TEST_F(GrandpaTest, a_pause_is_announced_and_comes_into_force_later) {
    storage.State.set(env.state, stored_state::PendingPause{1, 2});
    env.run_to(2);
    EXPECT_TRUE(announced({4, 2, 0, 0, 0}));
    env.run_to(3);
    EXPECT_TRUE(std::holds_alternative<stored_state::PendingPause>(storage.State.get(env.state)));
    env.run_to(4);
    EXPECT_TRUE(std::holds_alternative<stored_state::Paused>(storage.State.get(env.state)));
    storage.State.set(env.state, stored_state::PendingResume{4, 0});
    env.run_to(5);
    EXPECT_TRUE(announced({5, 0, 0, 0, 0}));
    EXPECT_TRUE(std::holds_alternative<stored_state::Live>(storage.State.get(env.state)));
}

TEST_F(GrandpaTest, voters_ask_for_the_set_and_get_no_proofs) {
    auto ask = [&](std::string_view api, const Bytes& arguments) {
        return find_api(api)->call(env.state, arguments);
    };
    EXPECT_EQ(ask("GrandpaApi_current_set_id", {}), scale::encoded(u64{0}));
    EXPECT_EQ(ask("GrandpaApi_grandpa_authorities", {}), scale::encoded(AuthorityList{}));
    const Bytes none{0};
    EXPECT_EQ(
        ask("GrandpaApi_generate_key_ownership_proof", scale::encoded(std::pair{u64{0}, Public{}})),
        none);
    EXPECT_EQ(ask("GrandpaApi_submit_report_equivocation_unsigned_extrinsic",
                  scale::encoded(std::pair{EquivocationProof{}, OpaqueKeyOwnershipProof{}})),
              none);
}

}  // namespace
}  // namespace grandpa
