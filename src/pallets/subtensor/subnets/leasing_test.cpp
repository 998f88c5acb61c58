// Leased subnets: who pays, who runs them, who earns.
#include "pallets/subtensor/subnets/leasing.hpp"

#include "pallets/balances/balances.hpp"
#include "pallets/crowdloan/calls.hpp"
#include "pallets/crowdloan/errors.hpp"
#include "pallets/crowdloan/events.hpp"
#include "pallets/crowdloan/storage.hpp"
#include "pallets/proxy/proxy.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

class Lease : public Network {
protected:
    /// 2,000 TAO raised, of them 500 by alice, 1,000 by bob and 500 by the beneficiary.
    void raise(const register_leased_network& call) {
        env(owner, crowdloan::create{.deposit = {500_tao},
                                     .min_contribution = {1_tao},
                                     .cap = {2'000_tao},
                                     .end = {60'000},
                                     .call = AnyCall::of(call)});
        env(alice, crowdloan::contribute{{0}, {500_tao}});
        env(bob, crowdloan::contribute{{0}, {1'000_tao}});
    }
    void lease(std::optional<u32> end_block) {
        env.cx.block += 7'200;  // the network's rate limit on new subnets
        raise({{40}, end_block});
        env(owner, crowdloan::finalize{{0}}, emits(crowdloan::Finalized{0}),
            emits(SubnetLeaseCreated{owner, 0, leased, end_block}));
    }
    SubnetLease terms() const { return *storage.SubnetLeases.get(env.state, 0); }
    static U64F64 part(u64 nominator, u64 denominator) {
        return U64F64::saturating_from_num(nominator).saturating_div(
            U64F64::saturating_from_num(denominator));
    }
    /// Alpha that the lease's coldkey holds, as after its owner's cut was staked.
    void earn(u64 rao) {
        increase_stake_for_hotkey_and_coldkey_on_subnet(env.state, terms().hotkey, terms().coldkey,
                                                        leased, AlphaBalance{rao});
    }
    u64 alpha(const AccountId& coldkey) const { return stake(terms().hotkey, coldkey, leased).rao; }

    static constexpr NetUid leased{3};
};

TEST_F(Lease, does_not_wait_for_a_place) {
    env.cx.block += 7'200;
    raise({{40}, std::nullopt});
    storage.NetworkImmunityPeriod.set(env.state, 0);
    storage.SubnetLimit.set(env.state, 2);
    env(owner, crowdloan::finalize{{0}}, fails(Error::LeaseNetuidNotFound));
}

TEST_F(Lease, opens_a_subnet_that_nobody_has_the_key_of) {
    lease(50'000);
    EXPECT_EQ(storage.SubnetOwner.get(env.state, leased), terms().coldkey);
    EXPECT_EQ(storage.SubnetOwnerHotkey.get(env.state, leased), terms().hotkey);
    EXPECT_EQ(storage.SubnetUidToLeaseId.get(env.state, leased), 0u);
    EXPECT_EQ(storage.Delegates.find(env.state, terms().hotkey), PerU16{0});
    EXPECT_EQ(terms().beneficiary, owner);
    EXPECT_TRUE(proxy::find_proxy(env.state, terms().coldkey, owner,
                                  proxy::ProxyType::SubnetLeaseBeneficiary));
    EXPECT_EQ(storage.NextSubnetLeaseId.get(env.state), 1u);
}

TEST_F(Lease, shares_out_what_it_did_not_cost) {
    const u64 before = env.free_rao(alice);
    lease({});
    EXPECT_EQ(storage.SubnetLeaseShares.get(env.state, 0, alice), part(1, 4));
    EXPECT_EQ(storage.SubnetLeaseShares.get(env.state, 0, bob), part(1, 2));
    EXPECT_FALSE(storage.SubnetLeaseShares.has(env.state, 0, owner));
    const u64 left_over = (2'000_tao).rao - terms().cost.rao;
    EXPECT_GT(left_over, 0u);
    EXPECT_EQ(env.free_rao(alice), before - (500_tao).rao + left_over / 4);
    EXPECT_EQ(env.free_rao(terms().coldkey), 0u);
}

TEST_F(Lease, begins_only_with_a_crowdloan) {
    env(owner, register_leased_network{{40}, {}}, fails(crowdloan::Error::InvalidCrowdloanId));
    raise({{40}, {}});
    crowdloan::storage.CurrentCrowdloanId.set(env.state, 0);
    env(alice, register_leased_network{{40}, {}}, fails(Error::InvalidLeaseBeneficiary));
    env(owner, register_leased_network{{40}, 1}, fails(Error::LeaseCannotEndInThePast));
    storage.NextSubnetLeaseId.set(env.state, ~0u);
    env(owner, register_leased_network{{40}, {}}, fails(Error::Overflow));
}

TEST_F(Lease, that_cannot_pay_for_a_subnet_leaves_the_funds_with_the_crowdloan) {
    raise({{40}, {}});  // within the rate limit of the first subnet
    storage.NetworkMinLockCost.set(env.state, 3'000_tao);
    storage.NetworkLastLockCost.set(env.state, 3'000_tao);
    env.cx.block += 7'200;
    env(owner, crowdloan::finalize{{0}}, fails(Error::CannotAffordLockCost));
    env(bob, crowdloan::withdraw{{0}});
}

TEST_F(Lease, sets_dividends_aside_until_they_are_due) {
    lease({});
    env.cx.block = 8'050;
    earn(1'001);
    distribute_leased_network_dividends(env.cx, 0, AlphaBalance{1'001});
    EXPECT_EQ(storage.AccumulatedLeaseDividends.get(env.state, 0),
              AlphaBalance{401});  // rounded up
    EXPECT_EQ(alpha(alice), 0u);
}

TEST_F(Lease, pays_contributors_their_part_and_the_beneficiary_the_rest) {
    lease({});
    env.cx.block = 8'100;
    const u64 cut = (100_alpha).rao;
    earn(cut);
    distribute_leased_network_dividends(env.cx, 0, AlphaBalance{cut});
    EXPECT_EQ(alpha(alice), cut * 40 / 100 / 4);
    EXPECT_EQ(alpha(bob), cut * 40 / 100 / 2);
    EXPECT_EQ(alpha(owner), cut * 40 / 100 / 4);
    EXPECT_EQ(alpha(terms().coldkey), cut * 60 / 100);
    EXPECT_EQ(storage.AccumulatedLeaseDividends.find(env.state, 0), AlphaBalance{});
}

TEST_F(Lease, pays_nobody_when_one_cannot_be_paid) {
    lease({});
    env.cx.block = 8'100;
    earn(1'000);
    distribute_leased_network_dividends(env.cx, 0, AlphaBalance{1'000});  // too little to transfer
    EXPECT_EQ(storage.AccumulatedLeaseDividends.get(env.state, 0), AlphaBalance{400});
    EXPECT_EQ(alpha(bob), 0u);
}

// Rules of runtime 475 (subtensor subnets/leasing.rs).

TEST_F(Lease, owes_one_who_cannot_be_paid_and_pays_the_others) {
    lease({});
    env.cx.block = 8'100;
    const u64 cut = (100_alpha).rao, mite = 1'000;
    storage.SubnetLeaseShares.set(env.state, 0, alice, part(mite, cut * 40 / 100));
    earn(cut);
    distribute_leased_network_dividends(env.cx, 0, AlphaBalance{cut});
    EXPECT_EQ(alpha(alice), 0u);
    const u64 owed = storage.SubnetLeaseUnpaidDividends.get(env.state, 0, alice).rao;
    EXPECT_NEAR(double(owed), double(mite), 1);
    EXPECT_EQ(alpha(bob), cut * 40 / 100 / 2);
    EXPECT_EQ(alpha(owner), cut * 40 / 100 / 2 - owed);
    EXPECT_EQ(storage.AccumulatedLeaseDividends.find(env.state, 0), AlphaBalance{});
    // With the next slice it is enough.
    storage.SubnetLeaseShares.set(env.state, 0, alice, part(1, 4));
    earn(cut);
    distribute_leased_network_dividends(env.cx, 0, AlphaBalance{cut});
    EXPECT_EQ(alpha(alice), cut * 40 / 100 / 4 + owed);
    EXPECT_FALSE(storage.SubnetLeaseUnpaidDividends.has(env.state, 0, alice));
}

TEST_F(Lease, that_owes_something_stays_on_record_after_its_end) {
    lease(8'100);
    env(owner, try_associate_hotkey{alices_hotkey});
    env.cx.block = 8'100;
    storage.SubnetLeaseUnpaidDividends.set(env.state, 0, alice, 5_alpha);  // more than there is
    env(owner, terminate_lease{0, alices_hotkey}, emits(SubnetLeaseTerminated{owner, leased}),
        emits(SubnetLeaseDividendSkipped{0, alice, 5_alpha}));
    EXPECT_TRUE(storage.SubnetLeases.has(env.state, 0));
    EXPECT_EQ(storage.SubnetOwner.get(env.state, leased), owner);
    earn((5_alpha).rao);
    const auto hotkey = terms().hotkey;
    distribute_leased_network_dividends(env.cx, 0, 1_alpha);
    EXPECT_EQ(stake(hotkey, alice, leased), 5_alpha);
    EXPECT_FALSE(storage.SubnetLeases.has(env.state, 0));
    EXPECT_FALSE(storage.SubnetUidToLeaseId.has(env.state, leased));
}

TEST_F(Lease, goes_along_when_the_beneficiary_swaps_coldkeys) {
    lease({});
    const AccountId next = env.account("next");
    storage.SubnetLeaseUnpaidDividends.set(env.state, 0, alice, 5_alpha);
    env(Origin::root(), swap_coldkey{owner, next, {}});
    EXPECT_EQ(terms().beneficiary, next);
    EXPECT_TRUE(proxy::find_proxy(env.state, terms().coldkey, next,
                                  proxy::ProxyType::SubnetLeaseBeneficiary));
    EXPECT_FALSE(proxy::find_proxy(env.state, terms().coldkey, owner, {}));
    const AccountId alices_next = env.account("alice's next");
    env(Origin::root(), swap_coldkey{alice, alices_next, {}});
    EXPECT_EQ(storage.SubnetLeaseShares.get(env.state, 0, alices_next), part(1, 4));
    EXPECT_EQ(storage.SubnetLeaseUnpaidDividends.get(env.state, 0, alices_next), 5_alpha);
}

TEST_F(Lease, leaves_only_its_own_part_of_the_cut_to_be_locked) {
    lease(50'000);
    EXPECT_EQ(leased_owner_cut_retained(env.state, 0, AlphaBalance{1'001}, 8'000),
              AlphaBalance{600});
    EXPECT_EQ(leased_owner_cut_retained(env.state, 0, 1_alpha, 50'000), 1_alpha);
    EXPECT_EQ(leased_owner_cut_retained(env.state, 7, 1_alpha, 8'000), 1_alpha);
}

TEST_F(Lease, earns_nothing_after_its_end) {
    lease(8'100);
    env.cx.block = 8'100;
    earn((100_alpha).rao);
    distribute_leased_network_dividends(env.cx, 0, 100_alpha);
    distribute_leased_network_dividends(env.cx, 7, 100_alpha);  // no such lease
    EXPECT_FALSE(storage.AccumulatedLeaseDividends.has(env.state, 0));
    EXPECT_EQ(alpha(owner), 0u);
}

TEST_F(Lease, goes_over_to_the_beneficiary_when_it_has_ended) {
    lease(50'000);
    env(owner, try_associate_hotkey{alices_hotkey});
    env(alice, terminate_lease{0, alices_hotkey}, fails(Error::ExpectedBeneficiaryOrigin));
    env(owner, terminate_lease{1, alices_hotkey}, fails(Error::LeaseDoesNotExist));
    env(owner, terminate_lease{0, alices_hotkey}, fails(Error::LeaseHasNotEnded));
    env.cx.block = 50'000;
    env(owner, terminate_lease{0, bobs_hotkey}, fails(Error::BeneficiaryDoesNotOwnHotkey));
    const auto lessor = terms().coldkey;
    env(owner, terminate_lease{0, alices_hotkey}, emits(SubnetLeaseTerminated{owner, leased}));
    EXPECT_EQ(storage.SubnetOwner.get(env.state, leased), owner);
    EXPECT_EQ(storage.SubnetOwnerHotkey.get(env.state, leased), alices_hotkey);
    EXPECT_FALSE(storage.SubnetLeases.has(env.state, 0));
    EXPECT_FALSE(proxy::find_proxy(env.state, lessor, owner, {}));
    EXPECT_TRUE(storage.SubnetLeaseShares.under(env.state, 0u).empty());
}

TEST_F(Lease, without_an_end_is_for_ever) {
    lease({});
    env.cx.block = 4'000'000;
    env(owner, terminate_lease{0, owner_hotkey}, fails(Error::LeaseHasNoEndBlock));
}

}  // namespace
}  // namespace subtensor
