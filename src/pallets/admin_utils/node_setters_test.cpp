// Root names who makes blocks and who makes them final, and sets what the EVM is told.
#include "pallets/admin_utils/errors.hpp"
#include "pallets/admin_utils/events.hpp"
#include "pallets/admin_utils/storage.hpp"
#include "pallets/evm_chain_id/pallet.hpp"
#include "pallets/system/spec_version.hpp"
#include "pallets/system/storage.hpp"
#include "testing/env/env.hpp"

namespace admin_utils {
namespace {

constexpr auto bad_origin = DispatchError::Kind::BadOrigin;

struct NodeSetters : testing::Test {
    std::size_t logs() const { return frame_system::storage.Digest.get(env.state).logs.size(); }
    Env env;
    const AccountId alice = env.account("alice");
    const grandpa::AuthorityList voters{{{alice.bytes}, 1}};
};

TEST_F(NodeSetters, others_make_blocks_and_the_header_says_so) {
    swap_authorities call;
    call.new_authorities.push_back({alice.bytes});
    env(alice, call, fails(bad_origin));
    env(Origin::root(), call);
    ASSERT_EQ(aura::storage.Authorities.get(env.state).size(), 1u);
    EXPECT_EQ(aura::storage.Authorities.get(env.state)[0].bytes, alice.bytes);
    EXPECT_EQ(logs(), 1u);
    EXPECT_EQ(call.info({{100, 0}}).weight, (Weight{100 + 29'392, 0}));
    env(Origin::root(), swap_authorities{});
    EXPECT_EQ(aura::storage.Authorities.get(env.state).size(), 1u) << "somebody must make blocks";
}

TEST_F(NodeSetters, finalitys_voters_change_at_the_end_of_the_block) {
    env(Origin::root(), schedule_grandpa_change{voters, 1, {}},
        fails(Error::GrandpaChangeDelayMustBeZero));
    env(Origin::root(), schedule_grandpa_change{voters, 0, {}});
    env.run_to(2);
    EXPECT_EQ(logs(), 1u);
    EXPECT_EQ(grandpa::storage.Authorities.get(env.state).size(), 1u);
}

// Runtime 425 lets the change wait.
TEST_F(NodeSetters, finalitys_voters_change_when_it_was_scheduled) {
    frame_system::set_spec_version(env.state, 425);
    const schedule_grandpa_change call{voters, 2, {}};
    env(alice, call, fails(bad_origin));
    env(Origin::root(), call);
    env(Origin::root(), call, fails(grandpa::Error::ChangePending));
    env.run_to(2);
    EXPECT_EQ(logs(), 1u) << "announced at the end of the block that scheduled it";
    env.run_to(3);
    EXPECT_TRUE(grandpa::storage.Authorities.get(env.state).empty());
    env.run_to(4);
    EXPECT_EQ(grandpa::storage.Authorities.get(env.state).size(), 1u);
    EXPECT_FALSE(grandpa::storage.PendingChange.has(env.state));
    EXPECT_EQ(call.info({{100, 0}}).weight, (Weight{100 + 15'444, 0}));
}

TEST_F(NodeSetters, a_forced_change_is_followed_by_another_only_after_twice_its_delay) {
    frame_system::set_spec_version(env.state, 425);
    env(Origin::root(), schedule_grandpa_change{voters, 3, 1});
    env.run_to(5);
    env(Origin::root(), schedule_grandpa_change{voters, 3, 1}, fails(grandpa::Error::TooSoon));
    env.run_to(7);
    env(Origin::root(), schedule_grandpa_change{voters, 3, 1});
}

TEST_F(NodeSetters, the_evm_is_told_its_chain_and_its_precompiles) {
    env(alice, sudo_set_evm_chain_id{964}, fails(bad_origin));
    env(Origin::root(), sudo_set_evm_chain_id{964});
    EXPECT_EQ(evm_chain_id::storage.ChainId.get(env.state), 964u);

    const auto staking = PrecompileEnum::Staking;
    env(alice, sudo_toggle_evm_precompile{staking, false}, fails(bad_origin));
    env(Origin::root(), sudo_toggle_evm_precompile{staking, false}, ok,
        emits(PrecompileUpdated{staking, false}));
    EXPECT_FALSE(own_storage.PrecompileEnable.get(env.state, staking));
    const auto events = env.cx.events.size();
    env(Origin::root(), sudo_toggle_evm_precompile{staking, false});
    EXPECT_EQ(env.cx.events.size(), events) << "nothing has changed";
}

}  // namespace
}  // namespace admin_utils
