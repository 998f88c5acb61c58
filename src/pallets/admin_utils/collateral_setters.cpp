// How much of the registration price is locked, and how fast it is set free again.
// Source: subtensor pallets/admin-utils/src/lib.rs of runtime 475.
#include "pallets/admin_utils/events.hpp"
#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/subnets/collateral.hpp"

namespace admin_utils {

static Result<> ensure_earning_subnet(const Context& cx, NetUid netuid) {
    TRY(ensure_exists(cx, netuid));
    ENSURE(!netuid.is_root(), Error::NotPermittedOnRootSubnet);
    return {};
}

Result<> sudo_set_collateral_lock_share::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::CollateralLockShare, [&](bool) -> Result<> {
        TRY(ensure_earning_subnet(cx, netuid));
        ENSURE(lock_share <= max_collateral_lock_share, Error::CollateralLockShareTooHigh);
        storage.CollateralLockShare.set(cx.state, netuid, lock_share);
        cx.emit(CollateralLockShareSet{netuid, lock_share});
        return {};
    });
}

Result<> sudo_set_collateral_drain_ratio::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::CollateralDrainRatio, [&](bool) -> Result<> {
        TRY(ensure_earning_subnet(cx, netuid));
        const auto highest = U64F64::saturating_from_num(max_collateral_drain_ratio);
        ENSURE(drain_ratio > U64F64{} && drain_ratio <= highest,
               Error::CollateralDrainRatioOutOfBounds);
        storage.CollateralDrainRatio.set(cx.state, netuid, drain_ratio);
        cx.emit(CollateralDrainRatioSet{netuid, drain_ratio});
        return {};
    });
}

}  // namespace admin_utils
