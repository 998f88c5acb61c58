#include "pallets/subtensor/pallet.hpp"

#include "pallets/subtensor/storage.hpp"

namespace subtensor {

const Pallet pallet{.index = pallet_index,
                    .name = "SubtensorModule",
                    .path = "pallet_subtensor::pallet",
                    .storage = &storage,
                    .calls = calls(),
                    .events = events(),
                    .errors = errors(),
                    .constants = constants_table<constants>()};

}  // namespace subtensor
