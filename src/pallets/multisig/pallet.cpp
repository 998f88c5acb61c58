// The tables of storage, events, errors and constants, put together.
#include "pallets/multisig/pallet.hpp"

#include "pallets/multisig/errors.hpp"
#include "pallets/multisig/events.hpp"
#include "pallets/multisig/storage.hpp"

namespace multisig {

Constants constants;
Storage::Storage() : StorageList("Multisig") {}
const Storage storage;

static constexpr std::array events{
    event<NewMultisig>("NewMultisig", "An operation was opened with a first approval."),
    event<MultisigApproval>("MultisigApproval", "An open operation was approved."),
    event<MultisigExecuted>("MultisigExecuted",
                            "A call was made as a composite account, with this result."),
    event<MultisigCancelled>("MultisigCancelled", "An open operation was cancelled."),
    event<DepositPoked>("DepositPoked", "A deposit was brought in line with today's prices."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    MULTISIG_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view constant) {
    if (constant == "DepositBase") return "Deposit for an open operation, in rao.";
    if (constant == "DepositFactor") return "Deposit for each approval it needs, in rao.";
    return "How many signatories a composite account may have.";
}

const Pallet pallet{.index = pallet_index,
                    .name = "Multisig",
                    .path = "pallet_multisig::pallet",
                    .storage = &storage,
                    .calls = calls(),
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>(&describe)};

}  // namespace multisig
