#include "pallets/admin_utils/pallet.hpp"

#include "pallets/admin_utils/errors.hpp"
#include "pallets/admin_utils/events.hpp"
#include "pallets/admin_utils/storage.hpp"

namespace admin_utils {

Storage::Storage() : StorageList("AdminUtils") {}
const Storage own_storage;

static constexpr std::array event_rows{
    event<PrecompileUpdated>("PrecompileUpdated", "A precompile was switched on or off."),
    event<Yuma3EnableToggled>("Yuma3EnableToggled", "Yuma 3 was switched on or off."),
    event<BondsResetToggled>("BondsResetToggled", "Bonds reset by commitments was switched."),
    event<BurnHalfLifeSet>("BurnHalfLifeSet", "How fast the registration price falls was set."),
    event<BurnIncreaseMultSet>("BurnIncreaseMultSet",
                               "How much a registration raises the price was set."),
    event<SubnetEmissionEnabledSet>("SubnetEmissionEnabledSet",
                                    "A subnet's share of TAO emission was switched."),
    event<CollateralLockShareSet>("CollateralLockShareSet",
                                  "The part of the registration price that is locked was set."),
    event<CollateralDrainRatioSet>("CollateralDrainRatioSet",
                                   "How fast collateral falls with earnings was set."),
};
static constexpr ErrorRow error_rows[] = {
#define X(name, index, doc) {index, #name, doc},
    ADMIN_UTILS_ERRORS(X)
#undef X
};

const Pallet pallet{.index = pallet_index,
                    .name = "AdminUtils",
                    .path = "pallet_admin_utils::pallet",
                    .storage = &own_storage,
                    .calls = calls(),
                    .events = event_rows,
                    .errors = error_rows};

}  // namespace admin_utils
