// The table of errors.
#include "pallets/subtensor/errors.hpp"

#include "pallets/subtensor/pallet.hpp"

namespace subtensor {

static constexpr ErrorRow rows[] = {
#define X(name, index, doc) {index, #name, doc},
    SUBTENSOR_ERRORS(X)
#undef X
#define X(name, index, doc) {index, #name, doc, Shown::legacy},
        SUBTENSOR_OLD_ERRORS(X)
#undef X
};
std::span<const ErrorRow> errors() { return rows; }

}  // namespace subtensor
