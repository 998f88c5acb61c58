// What the pallet holds when a chain begins.
#include "pallets/subtensor/genesis.hpp"

#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/symbols.hpp"

namespace subtensor {

namespace {

constexpr u16 genesis_tempo = 100, genesis_validators = 64, root_uids = 64, first_subnet_uids = 256;
constexpr NetUid first_subnet{1};

void add_network(State& s, NetUid netuid, u16 max_uids) {
    storage.NetworksAdded.set(s, netuid, true);
    storage.TotalNetworks.change(s, [](u16& n) { ++n; });
    storage.MaxAllowedUids.set(s, netuid, max_uids);
    storage.MaxAllowedValidators.set(s, netuid, genesis_validators);
    storage.MinAllowedWeights.set(s, netuid, 0);
    storage.Tempo.set(s, netuid, genesis_tempo);
    storage.NetworkRegistrationAllowed.set(s, netuid, true);
    storage.TokenSymbol.set(s, netuid, get_symbol_for_subnet(netuid));
}

/// A pool with 10 TAO and 10 alpha, and 1 alpha staked.
void fund_first_subnet(State& s, const AccountId& key) {
    const auto netuid = first_subnet;
    constexpr auto staked = 1_alpha;
    storage.SubnetMechanism.set(s, netuid, 1);
    storage.SubnetAlphaIn.set(s, netuid, 10_alpha);
    storage.SubnetTAO.set(s, netuid, 10_tao);
    storage.SubnetAlphaOut.set(s, netuid, staked);
    storage.SubnetLocked.set(s, netuid, {1});
    storage.LargestLocked.set(s, netuid, 1);
    const auto shares = kernel::SafeFloat::from_u64(staked.rao);
    storage.AlphaV2.set(s, key, key, netuid, shares);
    storage.TotalHotkeyAlpha.set(s, key, netuid, staked);
    storage.TotalHotkeySharesV2.set(s, key, netuid, shares);
    storage.StakingHotkeys.set(s, key, {key});
}

/// The zero account as uid 0.
void add_first_neuron(State& s, const AccountId& key) {
    const auto netuid = first_subnet;
    const NetUidStorageIndex index{netuid.id};
    storage.Owner.set(s, key, key);
    storage.SubnetOwner.set(s, netuid, key);
    storage.SubnetworkN.set(s, netuid, 1);
    storage.Active.set(s, netuid, {true});
    storage.Emission.set(s, netuid, {AlphaBalance{}});
    storage.Consensus.set(s, netuid, {PerU16{}});
    storage.Incentive.set(s, index, {PerU16{}});
    storage.Dividends.set(s, netuid, {PerU16{}});
    storage.LastUpdate.set(s, index, {u64{0}});
    storage.ValidatorTrust.set(s, netuid, {PerU16{}});
    storage.ValidatorPermit.set(s, netuid, {false});
    storage.Keys.set(s, netuid, 0, key);
    storage.Uids.set(s, netuid, key, 0);
    storage.BlockAtRegistration.set(s, netuid, 0, 0);
    storage.IsNetworkMember.set(s, key, netuid, true);
}

}  // namespace

void build_genesis(State& s, const Genesis& genesis) {
    storage.TotalIssuance.set(s, genesis.issuance);
    add_network(s, root_netuid, root_uids);
    storage.SubnetOwner.set(s, root_netuid, genesis.root_owner);
    storage.SubnetOwnerHotkey.set(s, root_netuid, genesis.root_owner_hotkey);
    storage.SubnetworkN.set(s, root_netuid, 0);
    storage.TargetRegistrationsPerInterval.set(s, root_netuid, 1);
    storage.NetworkRateLimit.set(s, 0);  // local chains register subnets back to back

    const AccountId nobody{};
    add_network(s, first_subnet, first_subnet_uids);
    fund_first_subnet(s, nobody);
    add_first_neuron(s, nobody);
}

}  // namespace subtensor
