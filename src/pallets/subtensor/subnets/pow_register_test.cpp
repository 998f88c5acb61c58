// Places for work. Rules: subtensor subnets/registration.rs and pallets/admin-utils/src/lib.rs of
// runtime 475.
#include "pallets/subtensor/subnets/pow_register.hpp"

#include "base/hex.hpp"
#include "pallets/admin_utils/calls.hpp"
#include "pallets/admin_utils/errors.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/system/storage.hpp"
#include "testing/env/network.hpp"

namespace subtensor {
namespace {

using admin_utils::sudo_set_network_pow_registration_allowed;
using admin_utils::sudo_set_network_registration_allowed;

struct Work : Network {
    const AccountId pauper = env.account("pauper"), newcomer = env.account("newcomer");

    Work() {
        env(Origin::root(), admin_utils::sudo_set_owner_hparam_rate_limit{0});
        env.run_to(env.cx.block + 8);
        storage.MinDifficulty.set(env.state, subnet, 1);
        storage.Difficulty.set(env.state, subnet, 1);
        open(true);
        for (u32 block = 1; block < env.cx.block; ++block) hash_of(block, u8(block));
    }
    void open(bool on) { storage.NetworkPowRegistrationAllowed.set(env.state, subnet, on); }
    void hash_of(u32 block, u8 byte) {
        H256 hash;
        hash.bytes.fill(byte);
        frame_system::storage.BlockHash.set(env.state, block, hash);
    }
    pow_register work(const AccountId& coldkey, const AccountId& hotkey, u64 age = 1,
                      u64 nonce = 0) const {
        pow_register call{subnet, env.cx.block - age, nonce, {}, hotkey};
        call.work = create_registration_seal(env.state, coldkey, call);
        return call;
    }
};

TEST_F(Work, the_seal_binds_domain_subnet_block_keys_and_nonce) {
    // Source: bittensor 11.3.0 tests/unit/test_pow_registration.py.
    AccountId hot, cold;
    hot.bytes[0] = 11;
    cold.bytes[0] = 22;
    hash_of(1, 1);
    pow_register call{{1}, 1, 7, {}, hot};
    EXPECT_EQ(to_hex(create_registration_seal(env.state, cold, call)),
              "06eef1fff090c8a0c4fbbbd17093346c9a45b3208fb3ff62524474cf4ba2cbc1");
}

TEST_F(Work, an_empty_coldkey_gets_a_place_for_work) {
    const auto call = work(pauper, newcomer);
    const auto burn = storage.Burn.get(env.state, subnet);
    env(pauper, call, emits(NeuronRegistered{subnet, 1, newcomer}));
    EXPECT_EQ(storage.Owner.get(env.state, newcomer), pauper);
    EXPECT_EQ(storage.LastPowRegistrationBlock.find(env.state, newcomer), call.work_block);
    EXPECT_EQ(storage.RegistrationsThisBlock.get(env.state, subnet), 1);
    EXPECT_EQ(storage.Burn.get(env.state, subnet), burn);
    env(pauper, call, fails(Error::HotKeyAlreadyRegisteredInSubNet));
}

TEST_F(Work, difficulty_jumps_with_each_place_and_falls_with_time) {
    storage.Difficulty.set(env.state, subnet, 1000);
    storage.BurnIncreaseMult.set(env.state, subnet, U64F64::saturating_from_num(2u));
    u64 nonce = 0;
    auto call = work(pauper, newcomer);
    while (!env.attempt(Origin::signed_by(pauper), call)) call = work(pauper, newcomer, 1, ++nonce);
    EXPECT_GT(nonce, 0u);
    EXPECT_EQ(storage.Difficulty.get(env.state, subnet), 2000u);
    env.run_to(env.cx.block + 1);
    const auto later = storage.Difficulty.get(env.state, subnet);
    EXPECT_LT(later, 2000u);
    EXPECT_GT(later, 1900u);
    storage.MinDifficulty.set(env.state, subnet, 5000);
    env.run_to(env.cx.block + 1);
    EXPECT_EQ(storage.Difficulty.get(env.state, subnet), 5000u);
}

TEST_F(Work, work_must_be_fresh_and_is_used_once) {
    env(pauper, work(pauper, newcomer, 6), fails(Error::InvalidWorkBlock));
    env(pauper, work(pauper, newcomer, 0), fails(Error::InvalidWorkBlock));
    frame_system::storage.BlockHash.erase(env.state, env.cx.block - 2);
    env(pauper, work(pauper, newcomer, 2), fails(Error::InvalidWorkBlock));
    storage.LastPowRegistrationBlock.set(env.state, newcomer, env.cx.block - 5);
    env(pauper, work(pauper, newcomer, 5), fails(Error::InvalidWorkBlock));
    storage.LastPowRegistrationBlock.erase(env.state, newcomer);
    env(pauper, work(pauper, newcomer, 5));
}

TEST_F(Work, work_is_for_its_keys_and_hard_enough) {
    env(alice, work(pauper, newcomer), fails(Error::InvalidSeal));
    auto other = work(pauper, newcomer);
    other.hotkey = bobs_hotkey;
    env(pauper, other, fails(Error::InvalidSeal));
    storage.MinDifficulty.set(env.state, subnet, ~u64{0});
    env(pauper, work(pauper, newcomer), fails(Error::InvalidDifficulty));
    storage.MinDifficulty.set(env.state, subnet, 1);
    env(pauper, work(pauper, owner_hotkey), fails(Error::HotKeyAlreadyRegisteredInSubNet));
    env(alice, try_associate_hotkey{bobs_hotkey});
    env(pauper, work(pauper, bobs_hotkey), fails(Error::NonAssociatedColdKey));
    const auto pool = *get_subnet_account_id(env.state, subnet);
    env(pauper, work(pauper, pool), fails(Error::CannotUseSystemAccount));
    storage.OwnedHotkeys.set(env.state, pauper, std::vector<AccountId>(256));
    env(pauper, work(pauper, newcomer), fails(Error::TooManyStakingHotkeys));
}

TEST_F(Work, the_subnet_must_take_work_and_have_room) {
    env(Origin::root(), work(pauper, newcomer), fails(DispatchError::Kind::BadOrigin));
    auto call = work(pauper, newcomer);
    call.netuid = root_netuid;
    env(pauper, call, fails(Error::RegistrationNotPermittedOnRootSubnet));
    call.netuid = nowhere;
    env(pauper, call, fails(Error::SubnetNotExists));
    open(false);
    env(pauper, work(pauper, newcomer), fails(Error::SubNetRegistrationDisabled));
    open(true);
    storage.RegistrationsThisBlock.set(env.state, subnet, 99);
    env(pauper, work(pauper, newcomer), fails(Error::TooManyRegistrationsThisBlock));
    storage.RegistrationsThisBlock.set(env.state, subnet, 0);
    storage.MaxAllowedUids.set(env.state, subnet, 1);  // only the owner is there, and stays
    env(pauper, work(pauper, newcomer), fails(Error::NoNeuronIdAvailable));
    storage.MaxAllowedUids.set(env.state, subnet, 0);
    env(pauper, work(pauper, newcomer), fails(Error::NoNeuronIdAvailable));
}

TEST_F(Work, owners_turn_both_ways_but_never_both_off) {
    open(false);
    using price = sudo_set_network_registration_allowed;
    using by_work = sudo_set_network_pow_registration_allowed;
    constexpr auto bad_origin = DispatchError::Kind::BadOrigin;
    env(alice, by_work{subnet, true}, fails(bad_origin));
    env(alice, price{subnet, false}, fails(bad_origin));
    env(owner, price{subnet, false}, fails(admin_utils::Error::InvalidValue));
    env(owner, by_work{subnet, true}, emits(PowRegistrationAllowed{subnet, true}));
    env(owner, price{subnet, false}, emits(RegistrationAllowed{subnet, false}));
    env(owner, by_work{subnet, false}, fails(admin_utils::Error::InvalidValue));
    env(Origin::root(), by_work{subnet, false}, fails(admin_utils::Error::InvalidValue));
    env(alice, burned_register{subnet, alices_hotkey}, fails(Error::SubNetRegistrationDisabled));
    env(pauper, work(pauper, newcomer));
    env(owner, price{subnet, true});
    env(owner, by_work{subnet, false});
    env(Origin::root(), by_work{nowhere, true}, fails(admin_utils::Error::SubnetDoesNotExist));
    env(Origin::root(), price{nowhere, true}, fails(admin_utils::Error::SubnetDoesNotExist));
    env(Origin::root(), by_work{root_netuid, true},
        fails(admin_utils::Error::NotPermittedOnRootSubnet));
    env(owner, price{root_netuid, false}, fails(bad_origin));
    env(Origin::root(), price{root_netuid, false}, emits(RegistrationAllowed{root_netuid, false}));
}

}  // namespace
}  // namespace subtensor
