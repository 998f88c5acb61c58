// What root sets for the nodes: who makes blocks, who makes them final, and what the EVM is told.
// Source: subtensor pallets/admin-utils/src/lib.rs, weights.rs.
#include "pallets/admin_utils/errors.hpp"
#include "pallets/admin_utils/events.hpp"
#include "pallets/admin_utils/pallet.hpp"
#include "pallets/admin_utils/storage.hpp"
#include "pallets/evm_chain_id/pallet.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace admin_utils {

/// The benchmark's price of each entry of a list, on top of the call's.
static DispatchInfo for_each(const DispatchInfo& base, u64 ref_time, std::size_t count) {
    auto info = base;
    info.weight = info.weight.saturating_add({ref_time * count, 0});
    return info;
}

DispatchInfo swap_authorities::info(const DispatchInfo& base) const {
    return for_each(base, 29'392, new_authorities.size());
}
Result<> swap_authorities::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    aura::change_authorities(cx.state, new_authorities);
    return {};
}

DispatchInfo schedule_grandpa_change::info(const DispatchInfo& base) const {
    return for_each(base, 15'444, next_authorities.size());
}
Result<> schedule_grandpa_change::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(in_blocks == 0 || !subtensor::since_475(cx.state), Error::GrandpaChangeDelayMustBeZero);
    return grandpa::schedule_change(cx, next_authorities, in_blocks, forced);
}

Result<> sudo_set_evm_chain_id::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    evm_chain_id::storage.ChainId.set(cx.state, chain_id);
    return {};
}

Result<> sudo_toggle_evm_precompile::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    if (own_storage.PrecompileEnable.get(cx.state, precompile_id) == enabled) return {};
    own_storage.PrecompileEnable.set(cx.state, precompile_id, enabled);
    cx.emit(PrecompileUpdated{precompile_id, enabled});
    return {};
}

}  // namespace admin_utils
