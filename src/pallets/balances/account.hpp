// The one way to change an account's amounts.
#pragma once
#include "base/function_ref.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/system/types.hpp"

namespace balances {

frame_system::AccountData account(const State&, const AccountId&);

/// Lets `f` change the account's amounts and does what follows from it, in the order of
/// pallet-balances' try_mutate_account: providers and consumers, creation and removal, Endowed and
/// DustLost. Returns the dust: what is lost with an account below the existential deposit, to be
/// taken out of the issuance by the caller. Errors: f's; ConsumerRemaining.
Result<TaoBalance> mutate_account(Context&, const AccountId&,
                                  FunctionRef<Result<>(frame_system::AccountData&)> f);

/// The same, and the dust is taken out.
Result<> mutate_handling_dust(Context&, const AccountId&,
                              FunctionRef<Result<>(frame_system::AccountData&)> f);

/// The steps that `fungible` functions are made of; what was really moved. Dust is taken out.
Result<TaoBalance> decrease_balance(Context&, const AccountId&, TaoBalance amount, Precision,
                                    Preservation, Fortitude);
Result<TaoBalance> increase_balance(Context&, const AccountId&, TaoBalance amount, Precision);

/// Accounts of chains older than this logic get their consumer reference; true if it had to be
/// done. Emits Upgraded.
bool ensure_upgraded(Context&, const AccountId&);

/// Takes dust out of the issuance.
void handle_dust(State&, TaoBalance dust);

}  // namespace balances
