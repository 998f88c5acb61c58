// The tables of storage, events, errors and constants, put together.
#include "pallets/crowdloan/pallet.hpp"

#include "pallets/crowdloan/errors.hpp"
#include "pallets/crowdloan/events.hpp"
#include "pallets/crowdloan/storage.hpp"

namespace crowdloan {

Constants constants;
Storage::Storage() : StorageList("Crowdloan") {}
const Storage storage;

void use_fast_runtime() {
    constants.MinimumBlockDuration = 50;
    constants.MaximumBlockDuration = 20'000;
}

static constexpr std::array events{
    event<Created>("Created", "A crowdloan was opened."),
    event<Contributed>("Contributed", "An account paid into a crowdloan."),
    event<Withdrew>("Withdrew", "An account took its contribution back."),
    event<PartiallyRefunded>("PartiallyRefunded",
                             "Some contributors were paid back; more are left."),
    event<AllRefunded>("AllRefunded", "All contributors were paid back."),
    event<Finalized>("Finalized", "The funds were handed over or the call was run."),
    event<Dissolved>("Dissolved", "A crowdloan ended without success."),
    event<MinContributionUpdated>("MinContributionUpdated", "The least contribution was set."),
    event<EndUpdated>("EndUpdated", "The end of a crowdloan was set."),
    event<CapUpdated>("CapUpdated", "The cap of a crowdloan was set."),
    event<MaxContributionUpdated>("MaxContributionUpdated",
                                  "The greatest contribution was set or its limit lifted."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    CROWDLOAN_ERRORS(X)
#undef X
};
static std::string_view constant_doc(std::string_view name) {
    if (name == "PalletId") return "Names the accounts that hold the funds.";
    if (name == "MinimumDeposit") return "Least deposit of a creator, in rao.";
    if (name == "AbsoluteMinimumContribution")
        return "Least contribution that a crowdloan may ask for, in rao.";
    if (name == "MinimumBlockDuration") return "Least blocks that a crowdloan must last.";
    if (name == "MaximumBlockDuration") return "Most blocks that a crowdloan may last.";
    if (name == "RefundContributorsLimit") return "Contributors paid back by one refund.";
    return "Most contributors of a crowdloan.";
}

/// Crowdloans learn how many contributors they have (subtensor pallets/crowdloan
/// migrations/migrate_add_contributors_count.rs).
static void on_runtime_upgrade(State& s) {
    migrate_once(s, storage.HasMigrationRun, "migrate_add_contributors_count", [&] {
        for (auto [id, loan] : storage.Crowdloans.under(s)) {
            loan.contributors_count = u32(storage.Contributions.keys_under(s, id).size());
            storage.Crowdloans.set(s, id, loan);
        }
    });
}

const Pallet pallet{.index = pallet_index,
                    .name = "Crowdloan",
                    .path = "pallet_crowdloan::pallet",
                    .storage = &storage,
                    .calls = calls(),
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>(constant_doc),
                    .hooks = {.on_runtime_upgrade = &on_runtime_upgrade}};

}  // namespace crowdloan
