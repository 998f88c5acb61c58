// TAO that stays with its account but cannot be spent: reserves, named ones, holds, locks and
// freezes. Names and rules are pallet-balances' (impl_currency.rs, impl_fungible.rs).
#pragma once
#include "pallets/balances/balances.hpp"
#include "pallets/balances/types.hpp"

namespace balances {

TaoBalance reserved_balance(const State&, const AccountId&);  // held TAO included
/// Whether `amount` can be reserved: the existential deposit and what is frozen must stay free.
bool can_reserve(const State&, const AccountId&, TaoBalance amount);
/// Moves `amount` from free to reserved; zero does nothing. Emits Reserved. Errors:
/// Error::InsufficientBalance, LiquidityRestrictions (frozen), ConsumerRemaining (the account would
/// keep less than the existential deposit).
Result<> reserve(Context&, const AccountId&, TaoBalance amount);
/// Moves up to `amount` back to free. Emits Unreserved. What could not be moved.
TaoBalance unreserve(Context&, const AccountId&, TaoBalance amount);
/// Takes up to `amount` out of the reserve. Emits Slashed.
struct Slash {
    Credit taken;
    TaoBalance missing{};
};
Slash slash_reserved(Context&, const AccountId&, TaoBalance amount);
/// Moves up to `amount` of the reserve to another account, which must exist. Emits
/// ReserveRepatriated. What could not be moved. Errors: Error::DeadAccount, Overflow.
Result<TaoBalance> repatriate_reserved(Context&, const AccountId& from, const AccountId& to,
                                       TaoBalance amount, BalanceStatus);

/// Reserves under a name, which are part of the reserve. Error::TooManyReserves and reserve's.
TaoBalance reserved_balance_named(const State&, const Identifier&, const AccountId&);
Result<> reserve_named(Context&, const Identifier&, const AccountId&, TaoBalance amount);
TaoBalance unreserve_named(Context&, const Identifier&, const AccountId&, TaoBalance amount);

/// Holds are reserves with a reason. They emit nothing.
TaoBalance balance_on_hold(const State&, const HoldReason&, const AccountId&);
/// Errors: TokenError::FundsUnavailable (the existential deposit must stay), CannotCreateHold.
Result<> hold(Context&, const HoldReason&, const AccountId&, TaoBalance amount);
/// What was set free. Errors: TokenError::CannotCreate (would stay below the existential deposit),
/// FundsUnavailable (more than is held, and Exact).
Result<TaoBalance> release(Context&, const HoldReason&, const AccountId&, TaoBalance amount,
                           Precision);
/// Destroys TAO on hold; issuance shrinks. What was destroyed. Errors: TokenError::Frozen,
/// FundsUnavailable.
Result<TaoBalance> burn_held(Context&, const HoldReason&, const AccountId&, TaoBalance amount,
                             Precision, Fortitude);

/// Locks overlap: the largest of locks and freezes is frozen. An amount of zero removes the lock.
/// Emit Locked or Unlocked.
void set_lock(Context&, const Identifier&, const AccountId&, TaoBalance amount, Reasons);
void extend_lock(Context&, const Identifier&, const AccountId&, TaoBalance amount, Reasons);
void remove_lock(Context&, const Identifier&, const AccountId&);
/// The same for freezes. Emit Frozen or Thawed. Error::TooManyFreezes.
Result<> set_freeze(Context&, FreezeReason, const AccountId&, TaoBalance amount);
Result<> thaw(Context&, FreezeReason, const AccountId&);

}  // namespace balances
