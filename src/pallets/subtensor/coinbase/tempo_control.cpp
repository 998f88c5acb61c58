// The owner's hold on the epoch: its length, an early one, and who counts as active.
// Source: subtensor coinbase/tempo_control.rs.
#include "kernel/saturating.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/errors.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/utils/misc.hpp"

namespace subtensor {

Result<> set_tempo::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto owner, ensure_subnet_owner(cx, origin, netuid));
    ENSURE(tempo >= constants.MinTempo && tempo <= constants.MaxTempo, Error::TempoOutOfBounds);
    TRY(ensure_admin_window_open(cx, netuid));
    const TransactionType tx = TransactionType::TempoUpdate;
    ENSURE(passes_rate_limit_on_subnet(cx, tx, owner, netuid), Error::TxRateLimitExceeded);
    apply_tempo_with_cycle_reset(cx, netuid, tempo);
    set_last_block_on_subnet(cx.state, tx, owner, netuid, cx.block);
    return {};
}

Result<> set_activity_cutoff_factor::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(const auto owner, ensure_subnet_owner_or_root(cx, origin, netuid));
    ENSURE(factor_milli >= constants.MinActivityCutoffFactorMilli &&
               factor_milli <= constants.MaxActivityCutoffFactorMilli,
           Error::ActivityCutoffFactorMilliOutOfBounds);
    const TransactionType tx = Hyperparameter::ActivityCutoffFactorMilli;
    if (owner) {  // neither the freeze nor the limit binds root
        TRY(ensure_admin_window_open(cx, netuid));
        ENSURE(passes_rate_limit_on_subnet(cx, tx, *owner, netuid), Error::TxRateLimitExceeded);
    }
    storage.ActivityCutoffFactorMilli.set(cx.state, netuid, factor_milli);
    cx.emit(ActivityCutoffFactorMilliSet{netuid, factor_milli});
    record_owner_rl(cx, owner, netuid, tx);
    return {};
}

Result<> trigger_epoch::dispatch(Context& cx, const Origin& origin) const {
    State& s = cx.state;
    ASSIGN(const auto owner, ensure_subnet_owner(cx, origin, netuid));
    // An epoch out of turn would move the time at which commits can be revealed.
    ENSURE(!storage.CommitRevealWeightsEnabled.get(s, netuid),
           Error::DynamicTempoBlockedByCommitReveal);
    ENSURE(storage.PendingEpochAt.get(s, netuid) == 0, Error::EpochTriggerAlreadyPending);
    const u64 window = storage.AdminFreezeWindow.get(s);
    const u64 left =
        blocks_until_next_auto_epoch(s, netuid, storage.Tempo.get(s, netuid), cx.block);
    ENSURE(left >= window, Error::AutoEpochAlreadyImminent);
    const TransactionType tx = Hyperparameter::TriggerEpoch;
    ENSURE(passes_rate_limit_on_subnet(cx, tx, owner, netuid), Error::TxRateLimitExceeded);
    // The freeze of hyperparameters before an epoch holds for this one too.
    const u64 fires_at = kernel::sat_add(cx.block, window);
    storage.PendingEpochAt.set(s, netuid, fires_at);
    set_last_block_on_subnet(s, tx, owner, netuid, cx.block);
    cx.emit(EpochTriggered{netuid, owner, fires_at});
    return {};
}

}  // namespace subtensor
