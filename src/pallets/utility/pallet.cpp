// The tables of events, errors and constants, put together.
#include "pallets/utility/pallet.hpp"

#include "pallets/utility/errors.hpp"
#include "pallets/utility/events.hpp"

namespace utility {

static constexpr std::array events{
    event<BatchInterrupted>("BatchInterrupted",
                            "A call of a batch failed, and those after it were not run."),
    event<BatchCompleted>("BatchCompleted", "All calls of a batch succeeded."),
    event<BatchCompletedWithErrors>("BatchCompletedWithErrors",
                                    "All calls of a batch were run; some failed."),
    event<ItemCompleted>("ItemCompleted", "One call of a batch succeeded."),
    event<ItemFailed>("ItemFailed", "One call of a forced batch failed."),
    event<DispatchedAs>("DispatchedAs", "A call was run with another origin, with this result."),
    event<IfElseMainSuccess>("IfElseMainSuccess", "The first of two calls succeeded."),
    event<IfElseFallbackCalled>("IfElseFallbackCalled",
                                "The first of two calls failed and the second one succeeded."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    UTILITY_ERRORS(X)
#undef X
};

const Pallet pallet{.index = pallet_index,
                    .name = "Utility",
                    .path = "pallet_subtensor_utility::pallet",
                    .event_params = "",
                    .calls = calls(),
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>()};

}  // namespace utility
