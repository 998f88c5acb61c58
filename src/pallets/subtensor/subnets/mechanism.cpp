#include "pallets/subtensor/subnets/mechanism.hpp"

#include <numeric>

#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {

/// Above this the storage index could overflow (MAX_MECHANISM_COUNT_PER_SUBNET).
static constexpr MechId max_mechanism_count_per_subnet{16};

Result<> ensure_mechanism_exists(const State& s, NetUid netuid, MechId mecid) {
    ENSURE(if_subnet_exist(s, netuid), Error::MechanismDoesNotExist);
    ENSURE(storage.MechanismCountCurrent.get(s, netuid) > mecid, Error::MechanismDoesNotExist);
    return {};
}

Result<> ensure_max_uids_over_all_mechanisms(const State& s, NetUid netuid, u16 max_uids,
                                             MechId mechanism_count) {
    ENSURE(u32{max_uids} * mechanism_count.id <=
               epoch_uid_budget(storage.SubnetEpochConsensus.get(s, netuid)),
           Error::TooManyUIDsPerMechanism);
    return {};
}

template <class Item>
static bool has_rows(const State& s, NetUid netuid, const Item& item) {
    for (u8 mecid = 0; mecid < max_mechanism_count_per_subnet.id; ++mecid)
        if (!item.keys_under(s, get_mechanism_storage_index(netuid, MechId{mecid})).empty())
            return true;
    return false;
}
bool has_timelocked_commits(const State& s, NetUid netuid) {
    return has_rows(s, netuid, storage.TimelockedWeightCommits);
}

Result<> do_set_mechanism_count(State& s, NetUid netuid, MechId count) {
    ENSURE(if_subnet_exist(s, netuid), Error::MechanismDoesNotExist);
    ENSURE(count.id > 0, Error::InvalidValue);
    // Under Null too many commits could wait to be cleared here: trimming forgets them.
    if (is_null_consensus(s, netuid) && count != storage.MechanismCountCurrent.get(s, netuid))
        ENSURE(!has_timelocked_commits(s, netuid) && !has_rows(s, netuid, storage.WeightCommits),
               Error::InvalidValue);
    ENSURE(count <= storage.MaxMechanismCount.get(s), Error::InvalidValue);
    TRY(ensure_max_uids_over_all_mechanisms(s, netuid, storage.MaxAllowedUids.get(s, netuid),
                                            count));
    ENSURE(count <= max_mechanism_count_per_subnet, Error::InvalidValue);

    auto old = storage.MechanismCountCurrent.get(s, netuid);
    if (old == count) return {};
    for (u8 mecid = count.id; mecid < old.id; ++mecid) {
        auto index = get_mechanism_storage_index(netuid, MechId{mecid});
        storage.Weights.erase_under(s, ~0u, index);
        storage.Incentive.erase(s, index);
        storage.LastUpdate.erase(s, index);
        storage.Bonds.erase_under(s, ~0u, index);
        storage.WeightCommits.erase_under(s, ~0u, index);
        storage.TimelockedWeightCommits.erase_under(s, ~0u, index);
    }
    storage.MechanismCountCurrent.set(s, netuid, count);
    storage.MechanismEmissionSplit.erase(s, netuid);  // back to even
    return {};
}

Result<> do_set_max_mechanism_count(State& s, MechId count) {
    ENSURE(count.id > 0 && count <= max_mechanism_count_per_subnet, Error::InvalidValue);
    storage.MaxMechanismCount.set(s, count);
    return {};
}

Result<> do_set_emission_split(State& s, NetUid netuid,
                               const std::optional<std::vector<u16>>& split) {
    ENSURE(if_subnet_exist(s, netuid), Error::MechanismDoesNotExist);
    if (!split) {
        storage.MechanismEmissionSplit.erase(s, netuid);
        return {};
    }
    ENSURE(!split->empty(), Error::InvalidValue);
    ENSURE(split->size() <= storage.MechanismCountCurrent.get(s, netuid).id, Error::InvalidValue);
    u64 total = std::accumulate(split->begin(), split->end(), u64{0});
    ENSURE(total == 65535, Error::InvalidValue);
    storage.MechanismEmissionSplit.set(s, netuid, *split);
    return {};
}

}  // namespace subtensor
