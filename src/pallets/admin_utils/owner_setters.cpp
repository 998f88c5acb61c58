// Hyperparameters of one subnet that its owner or root may set.
#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"

namespace admin_utils {

Result<> sudo_set_serving_rate_limit::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::ServingRateLimit, [&](bool) -> Result<> {
        storage.ServingRateLimit.set(cx.state, netuid, serving_rate_limit);
        cx.emit(ServingRateLimitSet{netuid, serving_rate_limit});
        return {};
    });
}
Result<> sudo_set_max_difficulty::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, Hyperparameter::MaxDifficulty, storage.MaxDifficulty,
                      max_difficulty, MaxDifficultySet{netuid, max_difficulty});
}
Result<> sudo_set_weights_version_key::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, TransactionType::SetWeightsVersionKey,
                      storage.WeightsVersionKey, weights_version_key,
                      WeightsVersionKeySet{netuid, weights_version_key});
}
Result<> sudo_set_adjustment_alpha::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, Hyperparameter::AdjustmentAlpha, storage.AdjustmentAlpha,
                      adjustment_alpha, AdjustmentAlphaSet{netuid, adjustment_alpha});
}
Result<> sudo_set_immunity_period::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, Hyperparameter::ImmunityPeriod, storage.ImmunityPeriod,
                      immunity_period, ImmunityPeriodSet{netuid, immunity_period});
}
Result<> sudo_set_min_allowed_weights::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, Hyperparameter::MinAllowedWeights, storage.MinAllowedWeights,
                      min_allowed_weights, MinAllowedWeightSet{netuid, min_allowed_weights});
}
Result<> sudo_set_rho::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, Hyperparameter::Rho, storage.Rho, rho);
}
Result<> sudo_set_activity_cutoff::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::ActivityCutoff, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        ENSURE(activity_cutoff >= storage.MinActivityCutoff.get(cx.state),
               subtensor::Error::ActivityCutoffTooLow);
        storage.ActivityCutoff.set(cx.state, netuid, activity_cutoff);
        cx.emit(ActivityCutoffSet{netuid, activity_cutoff});
        return {};
    });
}
Result<> sudo_set_min_burn::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::MinBurn, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        ENSURE(min_burn < subtensor::constants.MinBurnUpperBound, Error::ValueNotInBounds);
        ENSURE(min_burn < storage.MaxBurn.get(cx.state, netuid), Error::ValueNotInBounds);
        storage.MinBurn.set(cx.state, netuid, min_burn);
        cx.emit(MinBurnSet{netuid, min_burn});
        return {};
    });
}
Result<> sudo_set_max_burn::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::MaxBurn, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        ENSURE(max_burn > subtensor::constants.MaxBurnLowerBound, Error::ValueNotInBounds);
        ENSURE(max_burn > storage.MinBurn.get(cx.state, netuid), Error::ValueNotInBounds);
        storage.MaxBurn.set(cx.state, netuid, max_burn);
        cx.emit(MaxBurnSet{netuid, max_burn});
        return {};
    });
}
Result<> sudo_set_bonds_moving_average::dispatch(Context& cx, const Origin& o) const {
    static constexpr u64 owner_limit = 975'000;
    return owner_change(cx, o, netuid, Hyperparameter::BondsMovingAverage,
                        [&](bool by_owner) -> Result<> {
                            ENSURE(!by_owner || bonds_moving_average <= owner_limit,
                                   Error::BondsMovingAverageMaxReached);
                            TRY(ensure_exists(cx, netuid));
                            storage.BondsMovingAverage.set(cx.state, netuid, bonds_moving_average);
                            cx.emit(BondsMovingAverageSet{netuid, bonds_moving_average});
                            return {};
                        });
}
Result<> sudo_set_bonds_penalty::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, Hyperparameter::BondsPenalty, storage.BondsPenalty,
                      bonds_penalty, BondsPenaltySet{netuid, bonds_penalty});
}
Result<> sudo_set_commit_reveal_weights_enabled::dispatch(Context& cx, const Origin& o) const {
    return owner_sets(cx, o, netuid, Hyperparameter::CommitRevealEnabled,
                      storage.CommitRevealWeightsEnabled, enabled,
                      CommitRevealEnabled{netuid, enabled});
}
Result<> sudo_set_alpha_sigmoid_steepness::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::AlphaSigmoidSteepness,
                        [&](bool by_owner) -> Result<> {
                            TRY(ensure_exists(cx, netuid));
                            ENSURE(!by_owner || steepness >= 0, Error::NegativeSigmoidSteepness);
                            storage.AlphaSigmoidSteepness.set(cx.state, netuid, steepness);
                            return {};
                        });
}
Result<> sudo_set_min_childkey_take_per_subnet::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::MinChildkeyTake, [&](bool) -> Result<> {
        TRY(ensure_exists(cx, netuid));
        ENSURE(take >= storage.MinChildkeyTake.get(cx.state) &&
                   take <= storage.MaxChildkeyTake.get(cx.state),
               Error::InvalidValue);
        storage.MinChildkeyTakePerSubnet.set(cx.state, netuid, take);
        cx.emit(MinChildKeyTakePerSubnetSet{netuid, take});
        return {};
    });
}

}  // namespace admin_utils
