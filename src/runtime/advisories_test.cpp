// One test for each advisory that the reference's maintainers published on 17 June 2026: what it
// allowed is refused here.
#include "crypto/hash.hpp"
#include "pallets/admin_utils/calls.hpp"
#include "pallets/proxy/calls.hpp"
#include "pallets/proxy/events.hpp"
#include "pallets/subtensor/guards/guards.hpp"
#include "pallets/subtensor/swap/swap_coldkey.hpp"
#include "pallets/system/errors.hpp"
#include "pallets/system/storage.hpp"
#include "runtime/executive.hpp"
#include "testing/env/signed.hpp"
#include "testing/env/staking_world.hpp"

namespace subtensor {
namespace {

using proxy::ProxyType;

class Advisory : public Staking {
protected:
    Advisory() {
        env.cx.block = 10'000;
        env(alice, add_stake{hotkey, pool, 10_tao});
        env(alice, add_stake{hotkey, root_netuid, 5_tao});
    }
    /// What becomes of a call that `bob` makes for `of`, as a proxy of that type.
    template <class C>
    void as_proxy(const AccountId& of, ProxyType type, const C& call, Result<> expected) {
        env(of, proxy::add_proxy{bob, type, 0});
        env(bob, proxy::proxy{of, {}, AnyCall::of(call)}, emits(proxy::ProxyExecuted{expected}));
        env(of, proxy::remove_proxy{bob, type, 0});
    }
    void give_place(const AccountId& key, NetUid netuid, u16 uid) {
        storage.IsNetworkMember.set(env.state, key, netuid, true);
        storage.Uids.set(env.state, netuid, key, uid);
        storage.Keys.set(env.state, netuid, uid, key);
    }

    const Result<> filtered = fail(frame_system::Error::CallFiltered);
    const AccountId fresh = env.account("fresh");
};

/// GHSA-m759-m8mv-q3m5: "cannot move funds" proxies could announce and make a coldkey swap.
TEST_F(Advisory, a_restricted_proxy_takes_over_no_coldkey) {
    const announce_coldkey_swap announce{{crypto::blake2_256(fresh.bytes)}};
    for (auto type : {ProxyType::NonTransfer, ProxyType::NonFungible}) {
        as_proxy(alice, type, announce, filtered);
        as_proxy(alice, type, swap_coldkey_announced{fresh}, filtered);
    }
    EXPECT_FALSE(storage.ColdkeySwapAnnouncements.has(env.state, alice));
    env(alice, proxy::add_proxy{bob, ProxyType::Any, 0});
    env(bob, proxy::proxy{alice, {}, AnyCall::of(announce)}, emits(proxy::ProxyExecuted{}));
    EXPECT_TRUE(storage.ColdkeySwapAnnouncements.has(env.state, alice)) << "who may do all, may";
}

/// GHSA-qh57-vpv2-3fvp: the deny list knew the first form of the hotkey swap only.
TEST_F(Advisory, a_restricted_proxy_swaps_no_hotkey_in_either_form) {
    as_proxy(owner, ProxyType::NonFungible, swap_hotkey{hotkey, fresh, pool}, filtered);
    as_proxy(owner, ProxyType::NonFungible, swap_hotkey_v2{hotkey, fresh, pool, true}, filtered);
    as_proxy(owner, ProxyType::SwapHotkey, swap_hotkey_v2{hotkey, fresh, pool, true}, {});
}

/// GHSA-xm63-2wwx-pm6w: an owner's proxy named the subnet's hotkey by the call's older name.
TEST_F(Advisory, an_owner_s_proxy_names_no_owner_hotkey_under_either_name) {
    storage.SubnetOwner.set(env.state, pool, owner);
    storage.SubnetOwnerHotkey.set(env.state, pool, hotkey);
    as_proxy(owner, ProxyType::Owner, admin_utils::sudo_set_sn_owner_hotkey{pool, other_hotkey},
             filtered);
    as_proxy(owner, ProxyType::Owner, admin_utils::sudo_set_subnet_owner_hotkey{pool, other_hotkey},
             filtered);
    EXPECT_EQ(storage.SubnetOwnerHotkey.get(env.state, pool), hotkey);
}

/// GHSA-h98r-p37h-h4mv: calls that pay nothing and fail filled blocks: the rate limit of weights
/// was asked for only when the call ran.
TEST_F(Advisory, weights_set_too_often_do_not_enter_the_pool) {
    const DevKey validator = dev_key("//Validator");
    const Hash genesis{7};
    frame_system::storage.BlockHash.set(env.state, 0, {genesis});
    give_place(validator.account, pool, 0);
    storage.SubnetworkN.set(env.state, pool, 1);
    storage.CommitRevealWeightsEnabled.set(env.state, pool, false);
    storage.WeightsSetRateLimit.set(env.state, pool, 100);
    frame_system::storage.Number.set(env.state, 9'999);
    const auto offered = [&](u64 set_before_blocks) {
        storage.LastUpdate.set(env.state, NetUidStorageIndex{pool.id},
                               {10'000 - set_before_blocks});
        const auto call = AnyCall::of(set_weights{pool, {0}, {1}, 0});
        return validate_transaction(env.state, TransactionSource::External, genesis,
                                    sign_extrinsic(validator, call, {}, genesis, genesis));
    };
    EXPECT_TRUE(bool(offered(150)));
    const auto refused = offered(50);
    ASSERT_FALSE(bool(refused));
    EXPECT_EQ(refused.error(),
              invalid_custom(custom_transaction_error(fail(Error::SettingWeightsTooFast))));
}

/// GHSA-6c95-q3r3-rgwq: what had been claimed on the new hotkey before was added to the old one's.
TEST_F(Advisory, a_hotkey_with_claims_left_over_takes_no_root_stake) {
    storage.RootClaimed.set(env.state, root_netuid, fresh, alice, 500'000);
    for (std::optional<NetUid> netuid : {std::optional(root_netuid), std::optional<NetUid>()})
        env(owner, swap_hotkey{hotkey, fresh, netuid}, fails(Error::NewHotKeyNotCleanForRootSwap));
    storage.RootClaimed.erase(env.state, root_netuid, fresh, alice);
    env(owner, swap_hotkey{hotkey, fresh, root_netuid});
}

/// GHSA-vpjj-mhgr-cphg: a swap on all subnets did not ask when the coldkey had swapped on one.
TEST_F(Advisory, a_swap_on_all_subnets_waits_as_one_on_a_single_subnet) {
    give_place(hotkey, pool, 0);
    const AccountId third = env.account("third");
    env(owner, swap_hotkey{hotkey, fresh, pool});
    env.cx.block += 1'001;  // past the limit of key swaps as such
    storage.StakeMoveCooldownUntil.erase(env.state, pool, fresh);  // and of the stake's own
    env(owner, swap_hotkey{fresh, third, {}}, fails(Error::HotKeySwapOnSubnetIntervalNotPassed));
    env.cx.block += constants.HotkeySwapOnSubnetInterval;
    env(owner, swap_hotkey{fresh, third, {}});
    EXPECT_EQ(storage.LastHotkeySwapOnNetuid.get(env.state, pool, owner), env.cx.block);
}

/// GHSA-rhmm-mqf8-v6gv: the list of root stakers only grew, and every block walks through some.
TEST_F(Advisory, who_leaves_root_leaves_the_list_of_root_stakers) {
    EXPECT_EQ(storage.NumStakingColdkeys.get(env.state), 1);
    decrease_stake_for_hotkey_and_coldkey_on_subnet(env.state, hotkey, alice, root_netuid, 5_alpha);
    EXPECT_TRUE(bool(do_swap_coldkey(env.cx, alice, fresh)));
    EXPECT_EQ(storage.NumStakingColdkeys.get(env.state), 0);
    EXPECT_FALSE(storage.StakingColdkeysByIndex.has(env.state, 0));
    for (const auto& coldkey : {alice, fresh})
        EXPECT_FALSE(storage.StakingColdkeys.has(env.state, coldkey));
}

}  // namespace
}  // namespace subtensor
