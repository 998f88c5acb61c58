// TAO of accounts: reading, moving, making and destroying it. Names and rules are those of the
// `fungible` traits and pallet-balances; amounts are rao.
#pragma once
#include "frame/call.hpp"
#include "primitives/balance.hpp"

namespace balances {

/// What may happen to the account that pays: it may die; it may die if something else keeps it
/// alive; it must stay above the existential deposit.
enum class Preservation : u8 { Expendable, Protect, Preserve };
/// All of the amount or an error; or as much as there is.
enum class Precision : u8 { Exact, BestEffort };
/// Frozen amounts are left alone; or not.
enum class Fortitude : u8 { Polite, Force };

TaoBalance minimum_balance();  // the existential deposit: less does not keep an account alive
TaoBalance total_issuance(const State&);
TaoBalance balance(const State&, const AccountId&);        // free
TaoBalance total_balance(const State&, const AccountId&);  // free and reserved
/// What the account can spend of its free balance.
TaoBalance reducible_balance(const State&, const AccountId&, Preservation,
                             Fortitude = Fortitude::Polite);

enum class WithdrawConsequence : u8 {
    Success,
    ReducedToZero,  // works, and kills the account
    Frozen,
    BalanceLow,
    WouldDie,
    Underflow
};
WithdrawConsequence can_withdraw(const State&, const AccountId&, TaoBalance amount);
/// TokenError::BelowMinimum when the account would stay below the existential deposit; Overflow.
Result<> can_deposit(const State&, const AccountId&, TaoBalance amount);

/// Moves `amount`; nothing happens for zero or to oneself. Emits Transfer. Errors:
/// TokenError::FundsUnavailable, Frozen, NotExpendable (the account must stay), BelowMinimum.
Result<> transfer(Context&, const AccountId& from, const AccountId& to, TaoBalance amount,
                  Preservation);

/// New TAO into an account; issuance grows. Emits Minted.
Result<TaoBalance> mint_into(Context&, const AccountId&, TaoBalance amount);
/// Destroys TAO of an account; issuance shrinks. What was destroyed. Emits Burned.
Result<TaoBalance> burn_from(Context&, const AccountId&, TaoBalance amount, Preservation,
                             Precision = Precision::Exact, Fortitude = Fortitude::Polite);

/// TAO that is in the issuance but in no account. It must end in resolve() or drop().
struct [[nodiscard]] Credit {
    TaoBalance amount{};
};
/// TAO put into an account that is not in the issuance yet. It must be set off against a Credit
/// or end in drop().
struct [[nodiscard]] Debt {
    TaoBalance amount{};
};
/// Adds to the issuance. Emits Issued.
Credit issue(Context&, TaoBalance amount);
/// Takes TAO out of an account; issuance stays. Emits Withdraw.
Result<Credit> withdraw(Context&, const AccountId&, TaoBalance amount, Precision, Preservation,
                        Fortitude = Fortitude::Polite);
/// Puts TAO into an account; issuance stays. Emits Deposit.
Result<Debt> deposit(Context&, const AccountId&, TaoBalance amount, Precision);
/// Puts a credit into an account. Emits Deposit. On an error the caller still holds the credit.
Result<> resolve(Context&, const AccountId&, Credit);
void drop(State&, Credit);  // the credit leaves the issuance
void drop(State&, Debt);    // the debt joins the issuance

}  // namespace balances
