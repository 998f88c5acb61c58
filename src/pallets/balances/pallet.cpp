// The tables of storage, events, errors and constants, put together.
#include "pallets/balances/pallet.hpp"

#include "pallets/balances/errors.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/balances/storage.hpp"

namespace balances {

Constants constants;
Storage::Storage() : StorageList("Balances") {}
const Storage storage;

static constexpr std::array events{
    event<Endowed>("Endowed", "An account was created with some free balance."),
    event<DustLost>("DustLost",
                    "An account went below the existential deposit and what was left is gone."),
    event<Transfer>("Transfer", "TAO moved from one account to another."),
    event<BalanceSet>("BalanceSet", "Root set an account's balance."),
    event<Reserved>("Reserved", "TAO of an account was reserved."),
    event<Unreserved>("Unreserved", "Reserved TAO is free again."),
    event<ReserveRepatriated>("ReserveRepatriated", "Reserved TAO went to another account."),
    event<Deposit>("Deposit", "TAO came into an account."),
    event<Withdraw>("Withdraw", "TAO was taken out of an account."),
    event<Slashed>("Slashed", "TAO was taken from an account as a punishment."),
    event<Minted>("Minted", "TAO was made in an account."),
    event<Burned>("Burned", "TAO of an account was destroyed."),
    event<Suspended>("Suspended", "No rule of this runtime tells it."),
    event<Restored>("Restored", "No rule of this runtime tells it."),
    event<Upgraded>("Upgraded", "An account's references are counted in the new way."),
    event<Issued>("Issued", "The issuance grew."),
    event<Rescinded>("Rescinded", "The issuance shrank."),
    event<Locked>("Locked", "More of an account is locked."),
    event<Unlocked>("Unlocked", "Less of an account is locked."),
    event<Frozen>("Frozen", "More of an account is frozen."),
    event<Thawed>("Thawed", "Less of an account is frozen."),
    event<TotalIssuanceForced>("TotalIssuanceForced", "Root corrected the issuance."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    BALANCES_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view constant) {
    if (constant == "MaxLocks") return "How many locks an account is expected to have at most.";
    if (constant == "MaxReserves") return "How many named reserves an account may have.";
    if (constant == "MaxFreezes") return "How many freezes an account may have.";
    return "The least that keeps an account alive, in rao.";
}

const Pallet pallet{.index = pallet_index,
                    .name = "Balances",
                    .path = "pallet_balances::pallet",
                    .call_params = "T, I",
                    .event_params = "T, I",
                    .error_params = "T, I",
                    .storage = &storage,
                    .calls = calls(),
                    .events = events,
                    .errors = errors,
                    .constants = constants_table<constants>(&describe)};

}  // namespace balances
