#include "pallets/subtensor/pallet.hpp"

#include "pallets/subtensor/coinbase/block_step.hpp"
#include "pallets/subtensor/guards/guards.hpp"
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/storage.hpp"
#include "pallets/subtensor/subnets/dissolution.hpp"
#include "pallets/subtensor/subnets/network_registration.hpp"
#include "pallets/subtensor/utils/spec.hpp"

namespace subtensor {

/// Since 475: dissolved subnets first, then who waits for their places, then children of hotkeys
/// whose stake has changed. Source: subtensor macros/hooks.rs.
static Weight on_idle(Context& cx, Weight left) {
    if (!since_475(cx.state)) return {};
    Weight used = remove_data_for_dissolved_networks(cx, left);
    const auto room = [&] {
        return used.ref_time < left.ref_time && used.proof_size < left.proof_size;
    };
    if (room()) used = used.saturating_add(process_network_registration_queue(cx));
    if (room())
        used = used.saturating_add(
            process_childkey_threshold_checks(cx.state, left.saturating_sub(used)));
    return used;
}

static constexpr Guard guards[] = {&guard};

const Pallet pallet{.index = pallet_index,
                    .name = "SubtensorModule",
                    .path = "pallet_subtensor::pallet",
                    .storage = &storage,
                    .calls = calls(),
                    .events = events(),
                    .errors = errors(),
                    .apis = apis(),
                    .constants = constants_table<constants>(),
                    .hooks = {.on_initialize = on_initialize, .on_idle = on_idle},
                    .guards = guards};

}  // namespace subtensor
