// The two ways to a place on a subnet, by price and by work: each has its switch.
// Source: subtensor pallets/admin-utils/src/lib.rs; runtime 475 lets owners turn both, but not both
// off.
#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/events.hpp"
#include "pallets/subtensor/subnets/pow_register.hpp"

namespace admin_utils {

static Result<> set_by_price(Context& cx, NetUid netuid, bool allowed) {
    storage.NetworkRegistrationAllowed.set(cx.state, netuid, allowed);
    cx.emit(RegistrationAllowed{netuid, allowed});
    return {};
}

Result<> sudo_set_network_registration_allowed::dispatch(Context& cx, const Origin& o) const {
    // Root takes members by stake, and has no work to fall back on.
    if (!subtensor::has_pow_registration(cx.state) || netuid.is_root()) {
        TRY(ensure_root(o));
        return set_by_price(cx, netuid, registration_allowed);
    }
    constexpr auto limit = Hyperparameter::BurnRegistrationAllowed;
    ASSIGN(auto owner, ensure_sn_owner_or_root_with_limits(cx, o, netuid, limit));
    TRY(ensure_exists(cx, netuid));
    TRY(ensure_admin_window_open(cx, netuid));
    ENSURE(registration_allowed || storage.NetworkPowRegistrationAllowed.get(cx.state, netuid),
           Error::InvalidValue);
    TRY(set_by_price(cx, netuid, registration_allowed));
    record_owner_rl(cx, owner, netuid, limit);
    return {};
}

Result<> sudo_set_network_pow_registration_allowed::dispatch(Context& cx, const Origin& o) const {
    ENSURE(subtensor::has_pow_registration(cx.state), Error::POWRegistrationDisabled);
    return owner_change(
        cx, o, netuid, Hyperparameter::PowRegistrationAllowed, [&](bool) -> Result<> {
            TRY(ensure_exists(cx, netuid));
            ENSURE(!netuid.is_root(), Error::NotPermittedOnRootSubnet);
            ENSURE(registration_allowed || storage.NetworkRegistrationAllowed.get(cx.state, netuid),
                   Error::InvalidValue);
            storage.NetworkPowRegistrationAllowed.set(cx.state, netuid, registration_allowed);
            cx.emit(PowRegistrationAllowed{netuid, registration_allowed});
            return {};
        });
}

}  // namespace admin_utils
