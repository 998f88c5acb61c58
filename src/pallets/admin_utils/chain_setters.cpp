// Values of the whole chain; root only.
#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/staking/helpers.hpp"
#include "pallets/subtensor/subnets/mechanism.hpp"

namespace admin_utils {

Result<> sudo_set_default_take::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.MaxDelegateTake, default_take,
                     MaxDelegateTakeSet{default_take});
}
Result<> sudo_set_min_delegate_take::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.MinDelegateTake, take, MinDelegateTakeSet{take});
}
Result<> sudo_set_tx_rate_limit::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.TxRateLimit, tx_rate_limit, TxRateLimitSet{tx_rate_limit});
}
Result<> sudo_set_tx_delegate_take_rate_limit::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.TxDelegateTakeRateLimit, tx_rate_limit,
                     TxDelegateTakeRateLimitSet{tx_rate_limit});
}
Result<> sudo_set_subnet_owner_cut::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.SubnetOwnerCut, subnet_owner_cut,
                     SubnetOwnerCutSet{subnet_owner_cut});
}
Result<> sudo_set_network_rate_limit::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.NetworkRateLimit, rate_limit, NetworkRateLimitSet{rate_limit});
}
Result<> sudo_set_total_issuance::dispatch(Context&, const Origin&) const {
    return fail(Error::Deprecated);
}
Result<> sudo_set_network_immunity_period::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.NetworkImmunityPeriod, immunity_period,
                     NetworkImmunityPeriodSet{immunity_period});
}
Result<> sudo_set_network_min_lock_cost::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.NetworkMinLockCost, lock_cost,
                     NetworkMinLockCostSet{lock_cost});
}
Result<> sudo_set_subnet_limit::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.SubnetLimit, max_subnets, SubnetLimitSet{max_subnets});
}
Result<> sudo_set_lock_reduction_interval::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.NetworkLockReductionInterval, interval,
                     NetworkLockCostReductionIntervalSet{interval});
}
Result<> sudo_set_stake_threshold::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.StakeThreshold, min_stake, StakeThresholdSet{min_stake});
}
/// A higher minimum unstakes the nominations that are now too small.
Result<> sudo_set_nominator_min_required_stake::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    auto before = get_nominator_min_required_stake(cx.state);
    storage.NominatorMinRequiredStake.set(cx.state, min_stake);
    if (min_stake > before) clear_small_nominations(cx);
    return {};
}
Result<> sudo_set_dissolve_network_schedule_duration::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.DissolveNetworkScheduleDuration, duration,
                     DissolveNetworkScheduleDurationSet{duration});
}
Result<> sudo_set_subnet_moving_alpha::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.SubnetMovingAlpha, alpha);
}
Result<> sudo_set_commit_reveal_version::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.CommitRevealWeightsVersion, version,
                     CommitRevealVersionSet{version});
}
Result<> sudo_set_ck_burn::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.CKBurn, burn);
}
Result<> sudo_set_admin_freeze_window::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.AdminFreezeWindow, window, AdminFreezeWindowSet{window});
}
Result<> sudo_set_owner_hparam_rate_limit::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.OwnerHyperparamRateLimit, epochs,
                     OwnerHyperparamRateLimitSet{epochs});
}
Result<> sudo_set_tao_flow_cutoff::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.TaoFlowCutoff, flow_cutoff);
}
Result<> sudo_set_tao_flow_normalization_exponent::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    ENSURE(
        U64F64::saturating_from_num(1u) <= exponent && exponent <= U64F64::saturating_from_num(2u),
        Error::InvalidValue);
    storage.FlowNormExponent.set(cx.state, exponent);
    return {};
}
Result<> sudo_set_tao_flow_smoothing_factor::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.FlowEmaSmoothingFactor, smoothing_factor);
}
Result<> sudo_set_net_tao_flow_enabled::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.NetTaoFlowEnabled, enabled);
}
Result<> sudo_set_max_mechanism_count::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    return do_set_max_mechanism_count(cx.state, max_mechanism_count);
}
Result<> sudo_set_start_call_delay::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.StartCallDelay, delay, StartCallDelaySet{delay});
}
Result<> sudo_set_coldkey_swap_announcement_delay::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.ColdkeySwapAnnouncementDelay, duration,
                     ColdkeySwapAnnouncementDelaySet{duration});
}
Result<> sudo_set_coldkey_swap_reannouncement_delay::dispatch(Context& cx, const Origin& o) const {
    return root_sets(cx, o, storage.ColdkeySwapReannouncementDelay, duration,
                     ColdkeySwapReannouncementDelaySet{duration});
}
Result<> sudo_set_max_epochs_per_block::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    ENSURE(max_epochs_per_block >= 1, Error::ValueNotInBounds);
    storage.MaxEpochsPerBlock.set(cx.state, max_epochs_per_block);
    cx.emit(MaxEpochsPerBlockSet{max_epochs_per_block});
    return {};
}

}  // namespace admin_utils
