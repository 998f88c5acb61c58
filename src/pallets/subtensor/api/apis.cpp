// The pallet's runtime APIs by name.
#include "pallets/subtensor/api/delegate_info.hpp"
#include "pallets/subtensor/api/dynamic_info.hpp"
#include "pallets/subtensor/api/metagraph.hpp"
#include "pallets/subtensor/api/neuron_info.hpp"
#include "pallets/subtensor/api/show_subnet.hpp"
#include "pallets/subtensor/api/stake_info.hpp"
#include "pallets/subtensor/api/subnet_info.hpp"
#include "pallets/subtensor/coinbase/block_emission.hpp"
#include "pallets/subtensor/coinbase/run_coinbase.hpp"
#include "pallets/subtensor/pallet.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {

// In the order of the runtime, which clients that generate code from it keep.
static constexpr std::array rows{
    ::api<api::get_delegates>("DelegateInfoRuntimeApi_get_delegates"),
    ::api<api::get_delegate>("DelegateInfoRuntimeApi_get_delegate", "delegate_account"),
    ::api<api::get_delegated>("DelegateInfoRuntimeApi_get_delegated", "delegatee_account"),
    ::api<api::get_stake_info_for_coldkey>("StakeInfoRuntimeApi_get_stake_info_for_coldkey",
                                           "coldkey_account"),
    ::api<api::get_stake_info_for_coldkeys>("StakeInfoRuntimeApi_get_stake_info_for_coldkeys",
                                            "coldkey_accounts"),
    ::api<api::get_stake_info_for_hotkey_coldkey_netuid>(
        "StakeInfoRuntimeApi_get_stake_info_for_hotkey_coldkey_netuid",
        "hotkey_account, coldkey_account, netuid"),
    ::api<api::get_stake_availability_for_coldkeys>(
        "StakeInfoRuntimeApi_get_stake_availability_for_coldkeys", "coldkey_accounts, netuids"),
    ::api<api::get_stake_fee>("StakeInfoRuntimeApi_get_stake_fee",
                              "origin, origin_coldkey_account, destination, "
                              "destination_coldkey_account, amount"),
    ::api<api::get_coldkey_lock>("StakeInfoRuntimeApi_get_coldkey_lock", "coldkey, netuid"),
    ::api<api::get_hotkey_conviction>("StakeInfoRuntimeApi_get_hotkey_conviction",
                                      "hotkey, netuid"),
    ::api<api::get_most_convicted_hotkey_on_subnet>(
        "StakeInfoRuntimeApi_get_most_convicted_hotkey_on_subnet", "netuid"),
    ::api<api::get_neurons>("NeuronInfoRuntimeApi_get_neurons", "netuid"),
    ::api<api::get_neuron>("NeuronInfoRuntimeApi_get_neuron", "netuid, uid"),
    ::api<api::get_neurons_lite>("NeuronInfoRuntimeApi_get_neurons_lite", "netuid"),
    ::api<api::get_neuron_lite>("NeuronInfoRuntimeApi_get_neuron_lite", "netuid, uid"),
    ::api<api::get_subnet_info>("SubnetInfoRuntimeApi_get_subnet_info", "netuid"),
    ::api<api::get_subnets_info>("SubnetInfoRuntimeApi_get_subnets_info"),
    ::api<api::get_subnet_info_v2>("SubnetInfoRuntimeApi_get_subnet_info_v2", "netuid"),
    ::api<api::get_subnets_info_v2>("SubnetInfoRuntimeApi_get_subnets_info_v2"),
    ::api<api::get_subnet_hyperparams>("SubnetInfoRuntimeApi_get_subnet_hyperparams", "netuid"),
    ::api<api::get_subnet_hyperparams_v2>("SubnetInfoRuntimeApi_get_subnet_hyperparams_v2",
                                          "netuid"),
    ::api<api::get_all_dynamic_info>("SubnetInfoRuntimeApi_get_all_dynamic_info"),
    ::api<api::get_all_metagraphs>("SubnetInfoRuntimeApi_get_all_metagraphs"),
    ::api<api::get_metagraph>("SubnetInfoRuntimeApi_get_metagraph", "netuid"),
    ::api<api::get_all_mechagraphs>("SubnetInfoRuntimeApi_get_all_mechagraphs"),
    ::api<api::get_mechagraph>("SubnetInfoRuntimeApi_get_mechagraph", "netuid, mecid"),
    ::api<api::get_dynamic_info>("SubnetInfoRuntimeApi_get_dynamic_info", "netuid"),
    ::api<api::get_subnet_state>("SubnetInfoRuntimeApi_get_subnet_state", "netuid"),
    ::api<api::get_selective_metagraph>("SubnetInfoRuntimeApi_get_selective_metagraph",
                                        "netuid, metagraph_indexes"),
    ::api<api::get_coldkey_auto_stake_hotkey>("SubnetInfoRuntimeApi_get_coldkey_auto_stake_hotkey",
                                              "coldkey, netuid"),
    ::api<api::get_selective_mechagraph>("SubnetInfoRuntimeApi_get_selective_mechagraph",
                                         "netuid, subid, metagraph_indexes"),
    ::api<api::get_subnet_to_prune>("SubnetInfoRuntimeApi_get_subnet_to_prune"),
    ::api<get_subnet_account_id>("SubnetInfoRuntimeApi_get_subnet_account_id", "netuid"),
    ::api<get_next_epoch_start_block>("SubnetInfoRuntimeApi_get_next_epoch_start_block", "netuid"),
    ::api<calculate_block_emission>("SubnetInfoRuntimeApi_get_block_emission"),
    ::api<api::get_subnet_hyperparams_v3>("SubnetInfoRuntimeApi_get_subnet_hyperparams_v3",
                                          "netuid"),
    ::api<api::get_network_registration_cost>(
        "SubnetRegistrationRuntimeApi_get_network_registration_cost"),
};
std::span<const ApiRow> apis() { return rows; }

}  // namespace subtensor
