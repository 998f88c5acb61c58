// Pools as clients ask for them.
#include "pallets/subtensor/api/dynamic_info.hpp"

#include "pallets/subtensor/api/pool_terms.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor::api {

std::optional<DynamicInfo> get_dynamic_info(const State& s, NetUid netuid) {
    if (!if_subnet_exist(s, netuid)) return {};
    DynamicInfo i;
    add_pool_terms(s, netuid, i);
    i.subnet_name = compacts(get_name_for_subnet(s, netuid));
    i.token_symbol = compacts(storage.TokenSymbol.get(s, netuid));
    i.subnet_identity = storage.SubnetIdentitiesV3.get(s, netuid);
    return i;
}

std::vector<std::optional<DynamicInfo>> get_all_dynamic_info(const State& s) {
    std::vector<std::optional<DynamicInfo>> out;
    for (const NetUid netuid : get_all_subnet_netuids(s))
        out.push_back(get_dynamic_info(s, netuid));
    return out;
}

}  // namespace subtensor::api
