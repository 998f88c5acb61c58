// TAO in accounts: transfers to and from subnets, minting, burning, recycling.
// Source: subtensor coinbase/tao.rs.
#pragma once
#include "frame/call.hpp"
#include "pallets/balances/balances.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Hard limit of all TAO, in rao.
inline constexpr u64 max_tao_issuance_rao = 21'000'000'000'000'000;

TaoBalance get_subnet_tao(const State& s, NetUid netuid);
/// A plain transfer; may reap the origin. InsufficientBalance.
Result<> transfer_tao(Context& cx, const AccountId& origin, const AccountId& destination,
                      TaoBalance amount);
Result<> transfer_all_tao_and_kill(Context& cx, const AccountId& origin,
                                   const AccountId& destination);
/// Transfers as much of the amount as leaves the origin its existential deposit; how much it was.
Result<TaoBalance> transfer_tao_to_subnet(Context& cx, NetUid netuid, const AccountId& origin,
                                          TaoBalance amount);
Result<> transfer_tao_from_subnet(Context& cx, NetUid netuid, const AccountId& coldkey,
                                  TaoBalance amount);
/// Moves TAO to the burn account: it still counts as issued.
Result<> burn_tao(Context& cx, const AccountId& coldkey, TaoBalance amount);
/// Takes TAO out of existence.
Result<> recycle_tao(Context& cx, const AccountId& coldkey, TaoBalance amount);
bool can_remove_balance_from_coldkey_account(const State& s, const AccountId& coldkey,
                                             TaoBalance amount);
/// Free TAO, existential deposit included; and without it.
TaoBalance get_coldkey_balance(const State& s, const AccountId& coldkey);
TaoBalance get_keep_alive_balance(const State& s, const AccountId& coldkey);

/// New TAO, up to the hard limit; counted as issued.
balances::Credit mint_tao(Context& cx, TaoBalance amount);
/// Pays a part of the credit to an account; false (and nothing changed) when it cannot.
bool spend_tao(Context& cx, const AccountId& coldkey, balances::Credit& credit, TaoBalance part);
/// What is left of a credit goes out of existence.
void recycle_credit(State& s, balances::Credit credit);

}  // namespace subtensor
