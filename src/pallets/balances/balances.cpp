// TAO of accounts (pallet-balances impl_fungible.rs, frame_support fungible/regular.rs).
#include "pallets/balances/balances.hpp"

#include "pallets/balances/account.hpp"
#include "pallets/balances/errors.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/balances/storage.hpp"
#include "pallets/system/accounts.hpp"

namespace balances {

using frame_system::AccountData;
using enum Preservation;
using enum Precision;
using enum Fortitude;

static void set_total_issuance(State& s, TaoBalance amount) {
    storage.TotalIssuance.set(s, amount);
}

TaoBalance minimum_balance() { return constants.ExistentialDeposit; }
TaoBalance total_issuance(const State& s) { return storage.TotalIssuance.get(s); }
TaoBalance balance(const State& s, const AccountId& who) { return account(s, who).free; }
TaoBalance total_balance(const State& s, const AccountId& who) {
    auto a = account(s, who);
    return saturating_add(a.free, a.reserved);
}

TaoBalance reducible_balance(const State& s, const AccountId& who, Preservation preservation,
                             Fortitude force) {
    auto info = frame_system::storage.Account.get(s, who);
    auto& a = info.data;
    TaoBalance untouchable{};
    // What is frozen counts what is reserved as well.
    if (force == Polite) untouchable = saturating_sub(a.frozen, a.reserved);
    const bool only_provider = info.consumers != 0 && info.providers <= 1;
    if (preservation == Preserve ||
        (preservation == Protect && a.free.rao != 0 && info.providers == 1) ||
        (preservation == Expendable && a.free.rao != 0 && only_provider))
        untouchable = std::max(untouchable, minimum_balance());
    return saturating_sub(a.free, untouchable);
}

WithdrawConsequence can_withdraw(const State& s, const AccountId& who, TaoBalance amount) {
    using enum WithdrawConsequence;
    if (amount.rao == 0) return Success;
    if (total_issuance(s) < amount) return Underflow;
    auto a = account(s, who);
    if (a.free < amount) return BalanceLow;
    if (amount > reducible_balance(s, who, Expendable, Polite)) return Frozen;
    auto left = saturating_sub(a.free, amount);
    const bool dies = left < minimum_balance();
    if (dies && !frame_system::can_dec_provider(s, who)) return WouldDie;
    if (saturating_add(left, a.reserved) < a.frozen) return Frozen;
    return dies ? ReducedToZero : Success;
}

Result<> can_deposit(const State& s, const AccountId& who, TaoBalance amount) {
    if (amount.rao == 0) return {};
    auto a = account(s, who);
    auto free = checked_add(a.free, amount);
    ENSURE(free, ArithmeticError::Overflow);
    ENSURE(*free >= minimum_balance(), TokenError::BelowMinimum);
    ENSURE(checked_add(a.reserved, *free), ArithmeticError::Overflow);
    return {};
}

/// Sets the free balance; the dust that this left.
static Result<TaoBalance> write_balance(Context& cx, const AccountId& who, TaoBalance amount) {
    auto most = reducible_balance(cx.state, who, Expendable, Force);
    return mutate_account(cx, who, [&](AccountData& a) -> Result<> {
        ENSURE(saturating_sub(a.free, amount) <= most, Error::InsufficientBalance);
        a.free = amount;
        return {};
    });
}

Result<TaoBalance> decrease_balance(Context& cx, const AccountId& who, TaoBalance amount,
                                    Precision precision, Preservation preservation,
                                    Fortitude force) {
    auto old = balance(cx.state, who);
    auto reducible = reducible_balance(cx.state, who, preservation, force);
    if (precision == BestEffort)
        amount = std::min(amount, reducible);
    else
        ENSURE(reducible >= amount, TokenError::FundsUnavailable);
    auto left = checked_sub(old, amount);
    ENSURE(left, TokenError::FundsUnavailable);
    ASSIGN(auto dust, write_balance(cx, who, *left));
    handle_dust(cx.state, dust);
    return amount;
}

Result<TaoBalance> increase_balance(Context& cx, const AccountId& who, TaoBalance amount,
                                    Precision precision) {
    auto old = balance(cx.state, who);
    auto sum = saturating_add(old, amount);
    if (precision == Exact) ENSURE(checked_add(old, amount), ArithmeticError::Overflow);
    if (sum < minimum_balance()) {
        ENSURE(precision == BestEffort, TokenError::BelowMinimum);
        return TaoBalance{};
    }
    if (sum == old) return TaoBalance{};
    ASSIGN(auto dust, write_balance(cx, who, sum));
    handle_dust(cx.state, dust);
    return saturating_sub(sum, old);
}

static Result<> as_result(WithdrawConsequence c, bool keep_alive) {
    using enum WithdrawConsequence;
    switch (c) {
        case Success: return {};
        case ReducedToZero:
            if (keep_alive) return fail(TokenError::NotExpendable);
            return {};
        case Frozen: return fail(TokenError::Frozen);
        case BalanceLow: return fail(TokenError::FundsUnavailable);
        case WouldDie: return fail(TokenError::OnlyProvider);
        case Underflow: break;
    }
    return fail(ArithmeticError::Underflow);
}

Result<> transfer(Context& cx, const AccountId& from, const AccountId& to, TaoBalance amount,
                  Preservation preservation) {
    TRY(as_result(can_withdraw(cx.state, from, amount), preservation != Expendable));
    TRY(can_deposit(cx.state, to, amount));
    if (from == to) return {};
    TRY(decrease_balance(cx, from, amount, BestEffort, preservation, Polite));
    (void)increase_balance(cx, to, amount, BestEffort);  // can_deposit has said that it works
    cx.emit(Transfer{from, to, amount});
    return {};
}

Result<TaoBalance> mint_into(Context& cx, const AccountId& who, TaoBalance amount) {
    ENSURE(checked_add(total_issuance(cx.state), amount), ArithmeticError::Overflow);
    ASSIGN(auto actual, increase_balance(cx, who, amount, Exact));
    set_total_issuance(cx.state, saturating_add(total_issuance(cx.state), actual));
    cx.emit(Minted{who, amount});
    return actual;
}

Result<TaoBalance> burn_from(Context& cx, const AccountId& who, TaoBalance amount,
                             Preservation preservation, Precision precision, Fortitude force) {
    auto most = std::min(reducible_balance(cx.state, who, preservation, force), amount);
    ENSURE(most == amount || precision == BestEffort, TokenError::FundsUnavailable);
    ENSURE(checked_sub(total_issuance(cx.state), most), ArithmeticError::Overflow);
    ASSIGN(auto actual, decrease_balance(cx, who, most, BestEffort, preservation, force));
    set_total_issuance(cx.state, saturating_sub(total_issuance(cx.state), actual));
    cx.emit(Burned{who, actual});
    return actual;
}

Credit issue(Context& cx, TaoBalance amount) {
    auto old = total_issuance(cx.state), sum = saturating_add(old, amount);
    set_total_issuance(cx.state, sum);
    auto delta = saturating_sub(sum, old);
    if (delta.rao != 0) cx.emit(Issued{delta});
    return {delta};
}

Result<Credit> withdraw(Context& cx, const AccountId& who, TaoBalance amount, Precision precision,
                        Preservation preservation, Fortitude force) {
    ASSIGN(auto taken, decrease_balance(cx, who, amount, precision, preservation, force));
    cx.emit(Withdraw{who, taken});
    return Credit{taken};
}

Result<Debt> deposit(Context& cx, const AccountId& who, TaoBalance amount, Precision precision) {
    ASSIGN(auto given, increase_balance(cx, who, amount, precision));
    cx.emit(Deposit{who, given});
    return Debt{given};
}

Result<> resolve(Context& cx, const AccountId& who, Credit credit) {
    // A deposit to the rao settles the credit exactly: nothing is left to drop.
    TRY(deposit(cx, who, credit.amount, Exact));
    return {};
}

void drop(State& s, Credit credit) {
    if (credit.amount.rao != 0)
        set_total_issuance(s, saturating_sub(total_issuance(s), credit.amount));
}
void drop(State& s, Debt debt) {
    if (debt.amount.rao != 0) set_total_issuance(s, saturating_add(total_issuance(s), debt.amount));
}

}  // namespace balances
