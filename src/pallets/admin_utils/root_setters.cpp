// Hyperparameters of one subnet that only root may set.
#include "pallets/admin_utils/events.hpp"
#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/epoch/epoch_consensus.hpp"
#include "pallets/subtensor/events.hpp"

namespace admin_utils {

using enum Window;

Result<> sudo_set_min_difficulty::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, outside_freeze, storage.MinDifficulty, min_difficulty,
                     MinDifficultySet{netuid, min_difficulty});
}
Result<> sudo_set_weights_set_rate_limit::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, any_time, storage.WeightsSetRateLimit, weights_set_rate_limit,
                     WeightsSetRateLimitSet{netuid, weights_set_rate_limit});
}
Result<> sudo_set_adjustment_interval::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, any_time, storage.AdjustmentInterval, adjustment_interval,
                     AdjustmentIntervalSet{netuid, adjustment_interval});
}
Result<> sudo_set_kappa::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, any_time, storage.Kappa, kappa, KappaSet{netuid, kappa});
}
/// Also for a netuid without a subnet, as in the reference.
Result<> sudo_set_target_registrations_per_interval::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, outside_freeze, storage.TargetRegistrationsPerInterval,
                     target_registrations_per_interval,
                     RegistrationPerIntervalSet{netuid, target_registrations_per_interval});
}
Result<> sudo_set_difficulty::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, outside_freeze, storage.Difficulty, difficulty,
                     DifficultySet{netuid, difficulty});
}
Result<> sudo_set_max_allowed_validators::dispatch(Context& cx, const Origin& o) const {
    TRY(root_may(cx, o, netuid, outside_freeze));
    ENSURE(max_allowed_validators == 1 || !subtensor::is_null_consensus(cx.state, netuid),
           Error::InvalidValue);
    ENSURE(max_allowed_validators <= storage.MaxAllowedUids.get(cx.state, netuid),
           Error::MaxValidatorsLargerThanMaxUIds);
    storage.MaxAllowedValidators.set(cx.state, netuid, max_allowed_validators);
    cx.emit(MaxAllowedValidatorsSet{netuid, max_allowed_validators});
    return {};
}
Result<> sudo_set_max_registrations_per_block::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, outside_freeze, storage.MaxRegistrationsPerBlock,
                     max_registrations_per_block,
                     MaxRegistrationsPerBlockSet{netuid, max_registrations_per_block});
}
Result<> sudo_set_tempo::dispatch(Context& cx, const Origin& o) const {
    TRY(root_may(cx, o, netuid, outside_freeze));
    apply_tempo_with_cycle_reset(cx, netuid, tempo);
    return {};
}
Result<> sudo_set_rao_recycled::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, netuid, any_time, storage.RAORecycledForRegistration, rao_recycled,
                     RAORecycledForRegistrationSet{netuid, rao_recycled});
}
Result<> sudo_set_ema_price_halving_period::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    storage.EMAPriceHalvingBlocks.set(cx.state, netuid, ema_halving);
    return {};
}
Result<> sudo_set_subtoken_enabled::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    TRY(ensure_admin_window_open(cx, netuid));
    storage.SubtokenEnabled.set(cx.state, netuid, subtoken_enabled);
    return {};
}
Result<> sudo_set_min_allowed_uids::dispatch(Context& cx, const Origin& o) const {
    TRY(root_may(cx, o, netuid, outside_freeze));
    ENSURE(min_allowed_uids < storage.MaxAllowedUids.get(cx.state, netuid),
           Error::MinAllowedUidsGreaterThanMaxAllowedUids);
    ENSURE(min_allowed_uids < storage.SubnetworkN.get(cx.state, netuid),
           Error::MinAllowedUidsGreaterThanCurrentUids);
    storage.MinAllowedUids.set(cx.state, netuid, min_allowed_uids);
    cx.emit(MinAllowedUidsSet{netuid, min_allowed_uids});
    return {};
}
Result<> sudo_set_min_non_immune_uids::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    storage.MinNonImmuneUids.set(cx.state, netuid, min);
    cx.emit(MinNonImmuneUidsSet{netuid, min});
    return {};
}
Result<> sudo_set_subnet_emission_enabled::dispatch(Context& cx, const Origin& o) const {
    TRY(root_may(cx, o, netuid, any_time));
    ENSURE(!netuid.is_root(), Error::NotPermittedOnRootSubnet);
    storage.SubnetEmissionEnabled.set(cx.state, netuid, enabled);
    cx.emit(SubnetEmissionEnabledSet{netuid, enabled});
    return {};
}

}  // namespace admin_utils
