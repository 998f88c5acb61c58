// Who counts as active, what liquid alpha looks at, and how emission falls off for small demand.
// Source: subtensor pallets/admin-utils/src/lib.rs of runtime 475.
#include "pallets/admin_utils/setter.hpp"
#include "pallets/subtensor/calls.hpp"
#include "pallets/subtensor/events.hpp"

namespace admin_utils {

static U64F64 num(u32 v) { return U64F64::saturating_from_num(v); }

Result<> sudo_set_activity_cutoff_factor::dispatch(Context& cx, const Origin& o) const {
    return subtensor::set_activity_cutoff_factor{netuid, factor_milli}.dispatch(cx, o);
}

Result<> sudo_set_liquid_alpha_consensus_mode::dispatch(Context& cx, const Origin& o) const {
    return owner_change(cx, o, netuid, Hyperparameter::LiquidAlphaConsensusMode,
                        [&](bool) -> Result<> {
                            storage.LiquidAlphaConsensusMode.set(cx.state, netuid, mode);
                            cx.emit(LiquidAlphaConsensusModeSet{netuid, mode});
                            return {};
                        });
}

// A changed bar is found in the next block: without one it is set at once.

Result<> sudo_set_emission_bar_quantile::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    ENSURE(quantile > U64F64{} && quantile < U64F64::one(), Error::InvalidValue);
    storage.EmissionBarQuantile.set(cx.state, quantile);
    storage.EmissionGateBar.erase(cx.state);
    return {};
}
Result<> sudo_set_emission_bar_rank::dispatch(Context& cx, const Origin& o) const {
    TRY(root_sets(cx, o, storage.EmissionBarRank, rank));
    storage.EmissionGateBar.erase(cx.state);
    return {};
}
Result<> sudo_set_emission_gate_exponent::dispatch(Context& cx, const Origin& o) const {
    TRY(ensure_root(o));
    ENSURE(exponent >= num(1) && exponent <= num(8), Error::InvalidValue);
    storage.EmissionGateExponent.set(cx.state, exponent);
    return {};
}

}  // namespace admin_utils
