// The rules of root claims that can be set. How much is claimed: golden/root_claim_trace.
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

using ClaimRules = Network;
using KeepSubnets = root_claim_type::KeepSubnets;

TEST_F(ClaimRules, a_coldkey_says_what_is_done_with_its_dividends) {
    const RootClaimTypeEnum keep = root_claim_type::Keep{};
    env(alice, set_root_claim_type{keep}, emits(RootClaimTypeSet{alice, keep}));
    EXPECT_TRUE(
        std::holds_alternative<root_claim_type::Keep>(storage.RootClaimType.get(env.state, alice)));
    EXPECT_TRUE(storage.StakingColdkeys.has(env.state, alice));
    env(alice, set_root_claim_type{KeepSubnets{{subnet}}});
    EXPECT_EQ(std::get<KeepSubnets>(storage.RootClaimType.get(env.state, alice)).subnets.size(),
              1u);
    env(alice, set_root_claim_type{KeepSubnets{}}, fails(Error::InvalidSubnetNumber));
    env(Origin::root(), set_root_claim_type{keep}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(ClaimRules, a_claim_names_one_to_five_subnets) {
    env(alice, claim_root{}, fails(Error::InvalidSubnetNumber));
    env(alice, claim_root{{{1}, {2}, {3}, {4}, {5}, {6}}}, fails(Error::InvalidSubnetNumber));
    env(alice, claim_root{{{1}, {2}, {3}, {4}, {5}}}, emits(RootClaimed{alice, {}}));
    ASSERT_TRUE(env.cx.post.actual_weight);
}

TEST_F(ClaimRules, the_dividends_of_one_hotkey_can_be_claimed) {
    const I96F32 half =
        I96F32::saturating_from_num(1).saturating_div(I96F32::saturating_from_num(2));
    env(alice, set_root_claim_type{root_claim_type::Keep{}});
    storage.SubtokenEnabled.set(env.state, root_netuid, true);
    storage.SubnetAlphaOut.set(env.state, subnet, 10_alpha);
    for (const auto& hotkey : {owner_hotkey, bobs_hotkey}) {
        storage.Owner.set(env.state, hotkey, owner);
        env(alice, add_stake{hotkey, root_netuid, 10_tao});
        storage.RootClaimable.set(env.state, hotkey, {{subnet, half}});
        storage.RootClaimed.erase_under(env.state, ~u32{0}, subnet);
    }
    env(alice, claim_root_with_hotkey{bobs_hotkey}, emits(RootClaimed{alice, {}}));
    EXPECT_EQ(stake(bobs_hotkey, alice), 5_alpha);
    EXPECT_EQ(stake(owner_hotkey, alice), 0_alpha);
    ASSERT_TRUE(env.cx.post.actual_weight);
    env(alice, claim_root_with_hotkey{bobs_hotkey});
    EXPECT_EQ(stake(bobs_hotkey, alice), 5_alpha) << "claimed once";
    env(Origin::root(), claim_root_with_hotkey{bobs_hotkey}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(ClaimRules, root_sets_how_many_coldkeys_are_paid_a_block) {
    env(Origin::root(), sudo_set_num_root_claims{50});
    EXPECT_EQ(storage.NumRootClaim.get(env.state), 50u);
    env(Origin::root(), sudo_set_num_root_claims{51}, fails(Error::InvalidNumRootClaim));
    env(alice, sudo_set_num_root_claims{5}, fails(DispatchError::Kind::BadOrigin));
}

TEST_F(ClaimRules, a_subnets_owner_sets_what_is_too_little_to_claim) {
    env(owner, sudo_set_root_claim_threshold{subnet, 10'000'000});
    EXPECT_EQ(storage.RootClaimableThreshold.get(env.state, subnet),
              I96F32::saturating_from_num(10'000'000));
    env(Origin::root(), sudo_set_root_claim_threshold{subnet, 0});
    env(owner, sudo_set_root_claim_threshold{subnet, 10'000'001},
        fails(Error::InvalidRootClaimThreshold));
    env(alice, sudo_set_root_claim_threshold{subnet, 1}, fails(DispatchError::Kind::BadOrigin));
}

}  // namespace
}  // namespace subtensor
