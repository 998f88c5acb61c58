// Setting weights in the open.
#include <set>

#include "kernel/math/vector.hpp"
#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/subnets/weights.hpp"

namespace subtensor {

static std::optional<u16> get_owner_uid(const State& s, NetUid netuid) {
    auto hotkey = storage.SubnetOwnerHotkey.find(s, netuid);
    return hotkey ? storage.Uids.find(s, netuid, *hotkey) : std::nullopt;
}

bool check_weights_min_stake(const State& s, const AccountId& hotkey, NetUid netuid) {
    auto owner = get_owner_uid(s, netuid);
    if (owner && storage.Uids.find(s, netuid, hotkey) == owner) return true;
    auto stake = get_stake_weights_for_hotkey_on_subnet(s, hotkey, netuid).total;
    return stake >= I64F64::saturating_from_num(storage.StakeThreshold.get(s));
}

bool check_rate_limit(const State& s, NetUidStorageIndex index, u16 uid, u64 block) {
    auto netuid = get_netuid(index);
    MechId mecid{u8(index.id / global_max_subnet_count)};
    if (!ensure_mechanism_exists(s, netuid, mecid) || !storage.Keys.has(s, netuid, uid))
        return false;
    auto last_update = storage.LastUpdate.get(s, index);
    u64 last = uid < last_update.size() ? last_update[uid] : 0;
    return last == 0 || kernel::sat_sub(block, last) >= storage.WeightsSetRateLimit.get(s, netuid);
}

/// One weight, for oneself: anybody may set that.
static bool is_self_weight(u16 uid, const WeightVector& w) {
    return w.values.size() == 1 && w.uids.size() == 1 && w.uids[0] == uid;
}

static bool may_validate(const State& s, NetUid netuid, u16 uid, const WeightVector& w) {
    if (is_self_weight(uid, w) || get_owner_uid(s, netuid) == uid) return true;
    auto permits = storage.ValidatorPermit.get(s, netuid);
    return uid < permits.size() && permits[uid];
}

static bool long_enough(const State& s, NetUid netuid, u16 uid, const WeightVector& w) {
    auto least =
        std::min(storage.SubnetworkN.get(s, netuid), storage.MinAllowedWeights.get(s, netuid));
    return is_self_weight(uid, w) || w.values.size() >= least;
}

static Result<> check(const Context& cx, NetUid netuid, MechId mecid, const AccountId& hotkey,
                      u16 uid, const WeightVector& w) {
    auto& s = cx.state;
    if (!storage.CommitRevealWeightsEnabled.get(s, netuid))
        ENSURE(check_rate_limit(s, get_mechanism_storage_index(netuid, mecid), uid, cx.block),
               Error::SettingWeightsTooFast);
    TRY(ensure_null_permit(s, netuid, hotkey));
    ENSURE(may_validate(s, netuid, uid, w), Error::NeuronNoValidatorPermit);
    std::set<u16> seen(w.uids.begin(), w.uids.end());
    ENSURE(seen.size() == w.uids.size(), Error::DuplicateUids);
    for (u16 target : w.uids)
        ENSURE(storage.Keys.has(s, netuid, target), Error::UidVecContainInvalidOne);
    ENSURE(long_enough(s, netuid, uid, w), Error::WeightVecLengthIsLow);
    return {};
}

Result<> do_set_mechanism_weights(Context& cx, const Origin& origin, NetUid netuid, MechId mecid,
                                  const WeightVector& w) {
    auto& s = cx.state;
    ASSIGN(auto hotkey, ensure_signed(origin));
    ENSURE(!netuid.is_root(), Error::CanNotSetRootNetworkWeights);
    ENSURE(w.uids.size() == w.values.size(), Error::WeightVecNotEqualSize);
    TRY(ensure_mechanism_exists(s, netuid, mecid));
    ENSURE(w.uids.size() <= storage.SubnetworkN.get(s, netuid),
           Error::UidsLengthExceedUidsInSubNet);
    auto uid = storage.Uids.find(s, netuid, hotkey);
    ENSURE(uid, Error::HotKeyNotRegisteredInSubNet);
    ENSURE(check_weights_min_stake(s, hotkey, netuid), Error::NotEnoughStakeToSetWeights);
    auto version = storage.WeightsVersionKey.get(s, netuid);
    ENSURE(version == 0 || w.version_key >= version, Error::IncorrectWeightVersionKey);
    TRY(check(cx, netuid, mecid, hotkey, *uid, w));

    auto index = get_mechanism_storage_index(netuid, mecid);
    auto values = is_null_consensus(s, netuid)
                      ? w.values  // paid as they are
                      : kernel::max_upscale_to_u16(std::span<const u16>(w.values));
    std::vector<std::pair<u16, u16>> row;
    for (std::size_t i = 0; i < values.size(); ++i) row.emplace_back(w.uids[i], values[i]);
    storage.Weights.set(s, index, *uid, row);
    if (!storage.CommitRevealWeightsEnabled.get(s, netuid))
        set_last_update_for_uid(s, index, *uid, cx.block);
    cx.emit(WeightsSet{index, *uid});
    return {};
}

Result<> set_weights::dispatch(Context& cx, const Origin& origin) const {
    ENSURE(!storage.CommitRevealWeightsEnabled.get(cx.state, netuid), Error::CommitRevealEnabled);
    return do_set_mechanism_weights(cx, origin, netuid, main_mechid, {dests, weights, version_key});
}
Result<> set_mechanism_weights::dispatch(Context& cx, const Origin& origin) const {
    ENSURE(!storage.CommitRevealWeightsEnabled.get(cx.state, netuid), Error::CommitRevealEnabled);
    return do_set_mechanism_weights(cx, origin, netuid, mecid, {dests, weights, version_key});
}

}  // namespace subtensor
