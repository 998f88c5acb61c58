#include "pallets/subtensor/pallet.hpp"

#include "pallets/subtensor/coinbase/block_step.hpp"
#include "pallets/subtensor/guards/guards.hpp"
#include "pallets/subtensor/staking/childkey_threshold.hpp"
#include "pallets/subtensor/storage.hpp"

namespace subtensor {

static Weight on_idle(Context& cx, Weight left) {
    return process_childkey_threshold_checks(cx.state, left);
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
