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
    event<Deposit>("Deposit", "TAO came into an account."),
    event<Withdraw>("Withdraw", "TAO was taken out of an account."),
    event<Minted>("Minted", "TAO was made in an account."),
    event<Burned>("Burned", "TAO of an account was destroyed."),
    event<Issued>("Issued", "The issuance grew."),
    event<Rescinded>("Rescinded", "The issuance shrank."),
};
static constexpr ErrorRow errors[] = {
#define X(name, index, doc) {index, #name, doc},
    BALANCES_ERRORS(X)
#undef X
};
static std::string_view describe(std::string_view) {
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
