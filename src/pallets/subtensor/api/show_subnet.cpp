// A subnet's neurons as columns.
#include "pallets/subtensor/api/show_subnet.hpp"

#include "pallets/subtensor/api/neuron_columns.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor::api {

std::optional<SubnetState> get_subnet_state(const State& s, NetUid netuid) {
    if (!if_subnet_exist(s, netuid)) return {};
    SubnetState i;
    i.netuid = {netuid};
    add_keys(s, netuid, i);
    add_epoch_results(s, netuid, i);
    add_mechanism_results(s, get_mechanism_storage_index(netuid, main_mechid), i);
    add_stakes(s, netuid, i);
    i.emission_history.resize(get_all_subnet_netuids(s).size());
    for (auto& row : i.emission_history) row.resize(i.hotkeys.size());
    return i;
}

}  // namespace subtensor::api
