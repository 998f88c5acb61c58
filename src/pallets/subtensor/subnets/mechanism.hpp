// Mechanisms: several incentive rounds on one subnet, each with its own weights and bonds.
// Source: subtensor subnets/mechanism.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

inline constexpr u16 global_max_subnet_count = 4096;

constexpr NetUidStorageIndex get_mechanism_storage_index(NetUid netuid, MechId mecid) {
    return {u16(mecid.id * global_max_subnet_count + netuid.id)};
}
constexpr NetUid get_netuid(NetUidStorageIndex index) {
    return {u16(index.id % global_max_subnet_count)};
}

/// MechanismDoesNotExist.
Result<> ensure_mechanism_exists(const State&, NetUid netuid, MechId mecid);
/// TooManyUIDsPerMechanism.
Result<> ensure_max_uids_over_all_mechanisms(const State&, NetUid netuid, u16 max_uids,
                                             MechId mechanism_count);
/// Whether timelocked weights wait, on any mechanism a subnet can have.
bool has_timelocked_commits(const State&, NetUid netuid);
Result<> do_set_mechanism_count(State&, NetUid netuid, MechId mechanism_count);
Result<> do_set_max_mechanism_count(State&, MechId max_mechanism_count);
Result<> do_set_emission_split(State&, NetUid netuid, const std::optional<std::vector<u16>>& split);

}  // namespace subtensor
