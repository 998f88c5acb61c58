// The tables of storage, events, errors and constants, put together; genesis.
#include "pallets/limit_orders/pallet.hpp"

#include "pallets/limit_orders/errors.hpp"
#include "pallets/limit_orders/events.hpp"
#include "pallets/limit_orders/order.hpp"
#include "pallets/limit_orders/storage.hpp"
#include "pallets/subtensor/staking/helpers.hpp"

namespace limit_orders {

const Constants constants;
Storage::Storage() : StorageList("LimitOrders") {}
const Storage storage;

static constexpr std::array events{
    event<OrderExecuted>("OrderExecuted", "An order was executed, whole or in part."),
    event<OrderSkipped>("OrderSkipped", "An order could not be executed; the others went on."),
    event<OrderCancelled>("OrderCancelled", "A signer took an order back."),
    event<GroupExecutionSummary>("GroupExecutionSummary",
                                 "A batch was executed: what went through the pool for it."),
    event<LimitOrdersPalletStatusChanged>("LimitOrdersPalletStatusChanged",
                                          "Root switched orders on or off."),
    event<LinkedOutputRecorded>("LinkedOutputRecorded",
                                "What an order brought may be spent by one linked to it."),
    event<LinkedOutputConsumed>("LinkedOutputConsumed",
                                "A linked order spent what another had brought."),
    event<LinkedOutputPruned>("LinkedOutputPruned",
                              "What an order brought can no longer be spent by a linked one."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    LIMIT_ORDERS_ERRORS(X)
#undef X
};
static std::string_view constant_doc(std::string_view name) {
    if (name == "MaxOrdersPerBatch") return "Most orders in a call.";
    if (name == "PalletId") return "Names the account that batches go through.";
    if (name == "PalletHotkey") return "The hotkey that this account stakes on.";
    return "How long an order's output may be spent by a linked one, in milliseconds.";
}

void build_genesis(State& s) {
    (void)subtensor::create_account_if_non_existent(s, pallet_account(), constants.PalletHotkey);
    storage.LimitOrdersEnabled.set(s, true);
}

/// A chain that began without the pallet gives its account the hotkey now (subtensor
/// pallets/limit-orders migrations/migrate_register_pallet_hotkey.rs).
static void on_runtime_upgrade(State& s) {
    migrate_once(s, storage.HasMigrationRun, "migrate_register_pallet_hotkey", [&] {
        if (!subtensor::coldkey_owns_hotkey(s, pallet_account(), constants.PalletHotkey))
            (void)subtensor::create_account_if_non_existent(s, pallet_account(),
                                                            constants.PalletHotkey);
    });
}

const Pallet pallet{.index = pallet_index,
                    .name = "LimitOrders",
                    .path = "pallet_limit_orders::pallet",
                    .storage = &storage,
                    .calls = calls(),
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>(constant_doc),
                    .hooks = {.on_runtime_upgrade = &on_runtime_upgrade}};

}  // namespace limit_orders
