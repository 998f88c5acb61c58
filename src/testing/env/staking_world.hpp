// A small world for staking tests: one subnet with a pool, root, a validator and two coldkeys.
#pragma once
#include "pallets/balances/balances.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "testing/env/env.hpp"

namespace subtensor {

class Staking : public testing::Test {
protected:
    Staking() {
        add_subnet(root_netuid, 0, {}, {});
        add_subnet(pool, 1, 1000_tao, 4000_alpha);
        (void)create_account_if_non_existent(env.state, owner, hotkey);
        (void)create_account_if_non_existent(env.state, owner, other_hotkey);
        storage.TotalIssuance.set(env.state, balances::total_issuance(env.state));
    }
    /// `tao` lies in the reserve and in the subnet's account.
    void add_subnet(NetUid netuid, u16 mechanism, TaoBalance tao, AlphaBalance alpha) {
        storage.NetworksAdded.set(env.state, netuid, true);
        storage.SubtokenEnabled.set(env.state, netuid, true);
        storage.SubnetMechanism.set(env.state, netuid, mechanism);
        storage.SubnetTAO.set(env.state, netuid, tao);
        storage.SubnetAlphaIn.set(env.state, netuid, alpha);
        (void)balances::mint_into(env.cx, *get_subnet_account_id(env.state, netuid),
                                  saturating_add(tao, 1_tao));
    }
    AlphaBalance stake(const AccountId& coldkey, NetUid netuid) const {
        return get_stake_for_hotkey_and_coldkey_on_subnet(env.state, hotkey, coldkey, netuid);
    }
    /// TAO of a subnet's account that does not belong to its reserve: always the 1 TAO it had.
    u64 surplus_rao(NetUid netuid) const {
        return env.free_rao(*get_subnet_account_id(env.state, netuid)) -
               storage.SubnetTAO.get(env.state, netuid).rao;
    }

    Env env;
    const NetUid pool{1};
    const AccountId owner = env.account("owner", 1'000'000'000'000);
    const AccountId alice = env.account("alice", 1'000'000'000'000);
    const AccountId bob = env.account("bob", 1'000'000'000'000);
    const AccountId hotkey = env.account("hotkey");
    const AccountId other_hotkey = env.account("other hotkey");
};

}  // namespace subtensor
