// The one way to change an account's amounts.
#pragma once
#include "base/function_ref.hpp"
#include "pallets/system/types.hpp"

namespace balances {

frame_system::AccountData account(const State&, const AccountId&);

/// Lets `f` change the account's amounts and does what follows from it, in the order of
/// pallet-balances' try_mutate_account: providers and consumers, creation and removal, Endowed and
/// DustLost. Returns the dust: what is lost with an account below the existential deposit, to be
/// taken out of the issuance by the caller. Errors: f's; ConsumerRemaining.
Result<TaoBalance> mutate_account(Context&, const AccountId&,
                                  FunctionRef<Result<>(frame_system::AccountData&)> f);

/// Takes dust out of the issuance.
void handle_dust(State&, TaoBalance dust);

}  // namespace balances
