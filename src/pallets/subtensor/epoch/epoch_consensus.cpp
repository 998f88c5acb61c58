#include "pallets/subtensor/epoch/epoch_consensus.hpp"

#include "kernel/epoch/null_epoch.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/stake_utils.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/subnet.hpp"

namespace subtensor {
namespace {

void set_max_validators(Context& cx, NetUid netuid, u16 count) {
    storage.MaxAllowedValidators.set(cx.state, netuid, count);
    cx.emit(MaxAllowedValidatorsSet{netuid, count});
}

void enter_null(Context& cx, NetUid netuid) {
    auto& s = cx.state;
    if (!storage.LastYumaStepBlock.has(s, netuid))
        storage.LastYumaStepBlock.set(s, netuid, storage.LastMechansimStepBlock.get(s, netuid));
    storage.SavedYumaMaxAllowedValidators.set(s, netuid,
                                              storage.MaxAllowedValidators.get(s, netuid));
    set_max_validators(cx, netuid, 1);
    elect_null_validator(s, netuid);
}

void leave_null(Context& cx, NetUid netuid) {
    auto& s = cx.state;
    auto saved = storage.SavedYumaMaxAllowedValidators.take(s, netuid);
    set_max_validators(cx, netuid,
                       std::min(saved.value_or(constants.InitialMaxAllowedValidators),
                                storage.MaxAllowedUids.get(s, netuid)));
}

}  // namespace

bool is_null_consensus(const State& s, NetUid netuid) {
    return storage.SubnetEpochConsensus.get(s, netuid) == EpochConsensus::Null;
}

u16 epoch_uid_budget(EpochConsensus mode) {
    return mode == EpochConsensus::Null ? null_uid_budget : constants.InitialMaxAllowedUids;
}

void elect_null_validator(State& s, NetUid netuid) {
    auto stakes = get_stake_weights_for_network(s, netuid).total;
    std::vector<bool> permits(stakes.size());
    if (auto winner = kernel::null_validator_winner(stakes)) permits[*winner] = true;
    storage.ValidatorPermit.set(s, netuid, permits);
}

Result<> ensure_null_permit(const State& s, NetUid netuid, const AccountId& hotkey) {
    if (!is_null_consensus(s, netuid)) return {};
    auto uid = storage.Uids.find(s, netuid, hotkey);
    ENSURE(uid, Error::HotKeyNotRegisteredInSubNet);
    auto permits = storage.ValidatorPermit.get(s, netuid);
    ENSURE(*uid < permits.size() && permits[*uid], Error::NeuronNoValidatorPermit);
    return {};
}

Result<> do_set_epoch_consensus(Context& cx, NetUid netuid, EpochConsensus mode) {
    auto& s = cx.state;
    ENSURE(if_subnet_exist(s, netuid), Error::SubnetNotExists);
    ENSURE(!netuid.is_root(), Error::InvalidValue);
    const auto old = storage.SubnetEpochConsensus.get(s, netuid);
    ENSURE(mode == old || !has_timelocked_commits(s, netuid), Error::InvalidValue);
    const u16 count = storage.MechanismCountCurrent.get(s, netuid).id;
    ENSURE(count > 0, Error::InvalidValue);
    const u16 most = epoch_uid_budget(mode) / count;
    ENSURE(storage.SubnetworkN.get(s, netuid) <= most, Error::TooManyUIDsPerMechanism);
    ENSURE(storage.MinAllowedUids.get(s, netuid) <= most, Error::TooManyUIDsPerMechanism);

    if (storage.MaxAllowedUids.get(s, netuid) > most) {
        storage.MaxAllowedUids.set(s, netuid, most);
        cx.emit(MaxAllowedUidsSet{netuid, most});
    }
    if (mode != old) {
        if (mode == EpochConsensus::Null)
            enter_null(cx, netuid);
        else
            leave_null(cx, netuid);
        storage.NullPruningTarget.erase(s, netuid);
    }
    storage.SubnetEpochConsensus.set(s, netuid, mode);
    cx.emit(EpochConsensusSet{netuid, mode});
    return {};
}

}  // namespace subtensor
