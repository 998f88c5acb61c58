// A subnet's switches, limits on its neurons and its mechanisms; for its owner or root.
#include "pallets/admin_utils/events.hpp"
#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"
#include "pallets/subtensor/subnets/uids.hpp"
#include "pallets/subtensor/subnets/weights.hpp"

namespace admin_utils {

Result<> sudo_set_max_allowed_uids::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::MaxAllowedUids, [&](bool) -> Result<> {
        auto& s = cx.state;
        TRY(ensure_exists(cx, netuid));
        ENSURE(max_allowed_uids >= storage.MinAllowedUids.get(s, netuid),
               Error::MaxAllowedUidsLessThanMinAllowedUids);
        ENSURE(storage.SubnetworkN.get(s, netuid) <= max_allowed_uids,
               Error::MaxAllowedUIdsLessThanCurrentUIds);
        ENSURE(max_allowed_uids <=
                   subtensor::epoch_uid_budget(storage.SubnetEpochConsensus.get(s, netuid)),
               Error::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids);
        TRY(ensure_max_uids_over_all_mechanisms(s, netuid, max_allowed_uids,
                                                storage.MechanismCountCurrent.get(s, netuid)));
        storage.MaxAllowedUids.set(s, netuid, max_allowed_uids);
        cx.emit(MaxAllowedUidsSet{netuid, max_allowed_uids});
        return {};
    });
}
Result<> sudo_set_liquid_alpha_enabled::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::LiquidAlphaEnabled, [&](bool) -> Result<> {
        storage.LiquidAlphaOn.set(cx.state, netuid, enabled);
        return {};
    });
}
Result<> sudo_set_alpha_values::dispatch(Context& cx, const Origin& o) const {
    static constexpr u16 least = 65535 / 40;
    return owner_change(cx, o, netuid, Hyperparameter::AlphaValues, [&](bool) -> Result<> {
        ENSURE(storage.LiquidAlphaOn.get(cx.state, netuid), subtensor::Error::LiquidAlphaDisabled);
        ENSURE(alpha_high >= least, subtensor::Error::AlphaHighTooLow);
        ENSURE(alpha_low >= least && alpha_low <= alpha_high, subtensor::Error::AlphaLowOutOfRange);
        storage.AlphaValues.set(cx.state, netuid, {alpha_low, alpha_high});
        return {};
    });
}
Result<> sudo_set_commit_reveal_weights_interval::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::WeightCommitInterval, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        return set_reveal_period(cx, netuid, interval);
    });
}
Result<> sudo_set_toggle_transfer::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::TransferEnabled, [&](bool) -> Result<> {
        storage.TransferToggle.set(cx.state, netuid, toggle);
        cx.emit(TransferToggle{netuid, toggle});
        return {};
    });
}
Result<> sudo_set_recycle_or_burn::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::RecycleOrBurn, [&](bool) -> Result<> {
        storage.RecycleOrBurn.set(cx.state, netuid, recycle_or_burn);
        return {};
    });
}
Result<> sudo_set_yuma3_enabled::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::Yuma3Enabled, [&](bool) -> Result<> {
        storage.Yuma3On.set(cx.state, netuid, enabled);
        cx.emit(Yuma3EnableToggled{netuid, enabled});
        return {};
    });
}
Result<> sudo_set_bonds_reset_enabled::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::BondsResetEnabled, [&](bool) -> Result<> {
        storage.BondsResetOn.set(cx.state, netuid, enabled);
        cx.emit(BondsResetOnSet{netuid, enabled});
        cx.emit(BondsResetToggled{netuid, enabled});
        return {};
    });
}
Result<> sudo_set_sn_owner_hotkey::dispatch(Context& cx, const Origin& o) const {
    return do_set_sn_owner_hotkey(cx, o, netuid, hotkey);
}
Result<> sudo_set_subnet_owner_hotkey::dispatch(Context& cx, const Origin& o) const {
    return do_set_sn_owner_hotkey(cx, o, netuid, hotkey);
}
Result<> sudo_set_owner_immune_neuron_limit::dispatch(Context& cx, const Origin& o) const {
    static constexpr u16 least = 1, most = 10;
    return owner_change(cx, o, netuid, Hyperparameter::ImmuneNeuronLimit, [&](bool) -> Result<> {
        ENSURE(immune_neurons >= least && immune_neurons <= most, subtensor::Error::InvalidValue);
        storage.ImmuneOwnerUidsLimit.set(cx.state, netuid, immune_neurons);
        return {};
    });
}
Result<> sudo_set_mechanism_count::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, TransactionType::MechanismCountUpdate, [&](bool) {
        return do_set_mechanism_count(cx.state, netuid, mechanism_count);
    });
}
Result<> sudo_set_mechanism_emission_split::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, TransactionType::MechanismEmission,
                        [&](bool) { return do_set_emission_split(cx.state, netuid, maybe_split); });
}
Result<> sudo_set_burn_half_life::dispatch(Context& cx, const Origin& o) const {
    static constexpr u16 most_blocks = 36'100;
    return owner_change(cx, o, netuid, Hyperparameter::BurnHalfLife, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        ENSURE(!netuid.is_root(), Error::NotPermittedOnRootSubnet);
        ENSURE(burn_half_life > 0 && burn_half_life <= most_blocks, Error::InvalidValue);
        storage.BurnHalfLife.set(cx.state, netuid, burn_half_life);
        cx.emit(BurnHalfLifeSet{netuid, burn_half_life});
        return {};
    });
}
Result<> sudo_set_burn_increase_mult::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::BurnIncreaseMult, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        ENSURE(!netuid.is_root(), Error::NotPermittedOnRootSubnet);
        ENSURE(burn_increase_mult >= U64F64::saturating_from_num(1u) &&
                   burn_increase_mult <= U64F64::saturating_from_num(3u),
               Error::InvalidValue);
        storage.BurnIncreaseMult.set(cx.state, netuid, burn_increase_mult);
        cx.emit(BurnIncreaseMultSet{netuid, burn_increase_mult});
        return {};
    });
}

Result<> sudo_trim_to_max_allowed_uids::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, TransactionType::MaxUidsTrimming,
                        [&](bool) { return trim_to_max_allowed_uids(cx, netuid, max_n); });
}

/// The owner cut's switches have no rate limit.
static Result<> owner_cut_switch(Context& cx, const Origin& o, NetUid netuid) {
    TRY(ensure_subnet_owner_or_root(cx, o, netuid));
    TRY(ensure_admin_window_open(cx, netuid));
    TRY(ensure_exists(cx, netuid));
    ENSURE(!netuid.is_root(), Error::NotPermittedOnRootSubnet);
    return {};
}
Result<> sudo_set_owner_cut_enabled::dispatch(Context& cx, const Origin& o) const {
    TRY(owner_cut_switch(cx, o, netuid));
    storage.OwnerCutEnabled.set(cx.state, netuid, enabled);
    return {};
}
Result<> sudo_set_owner_cut_auto_lock_enabled::dispatch(Context& cx, const Origin& o) const {
    TRY(owner_cut_switch(cx, o, netuid));
    storage.OwnerCutAutoLockEnabled.set(cx.state, netuid, enabled);
    return {};
}

}  // namespace admin_utils
