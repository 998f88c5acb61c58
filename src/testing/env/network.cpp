#include "testing/env/network.hpp"

#include "pallets/admin_utils/calls.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/subtensor/genesis.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/subnets/uids.hpp"

namespace subtensor {

Network::Network() {
    build_genesis(env.state, {.issuance = balances::total_issuance(env.state)});
    EXPECT_EQ(open_subnet(owner, owner_hotkey), subnet);
}

NetUid Network::open_subnet(const AccountId& coldkey, const AccountId& hotkey) {
    const NetUid netuid{storage.TotalNetworks.get(env.state)};
    env(coldkey, register_network{hotkey});
    env(coldkey, start_call{netuid});
    env(Origin::root(), admin_utils::sudo_set_subnet_emission_enabled{netuid, true});
    return netuid;
}

u16 Network::join(const AccountId& coldkey, const AccountId& hotkey, NetUid netuid) {
    env(coldkey, burned_register{netuid, hotkey});
    return get_uid_for_net_and_hotkey(env.state, netuid, hotkey).value_or(0xffff);
}

void Network::open_weights() {
    env(Origin::root(), admin_utils::sudo_set_commit_reveal_weights_enabled{subnet, false});
    env(Origin::root(), admin_utils::sudo_set_weights_set_rate_limit{subnet, 0});
}

AlphaBalance Network::stake(const AccountId& hotkey, const AccountId& coldkey,
                            NetUid netuid) const {
    return get_stake_for_hotkey_and_coldkey_on_subnet(env.state, hotkey, coldkey, netuid);
}

}  // namespace subtensor
