// Reserves, plain and named (pallet-balances impl_currency.rs).
#include "pallets/balances/reserve.hpp"

#include <algorithm>

#include "pallets/balances/account.hpp"
#include "pallets/balances/errors.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/balances/storage.hpp"

namespace balances {

using frame_system::AccountData;

TaoBalance reserved_balance(const State& s, const AccountId& who) {
    return account(s, who).reserved;
}

bool can_reserve(const State& s, const AccountId& who, TaoBalance amount) {
    if (amount.rao == 0) return true;
    auto a = account(s, who);
    auto left = checked_sub(a.free, amount);
    return left && *left >= minimum_balance() && *left >= a.frozen;
}

Result<> reserve(Context& cx, const AccountId& who, TaoBalance amount) {
    if (amount.rao == 0) return {};
    const auto frozen = account(cx.state, who).frozen;
    TRY(mutate_handling_dust(cx, who, [&](AccountData& a) -> Result<> {
        auto free = checked_sub(a.free, amount);
        ENSURE(free, Error::InsufficientBalance);
        auto reserved = checked_add(a.reserved, amount);
        ENSURE(reserved, ArithmeticError::Overflow);
        ENSURE(*free >= frozen, Error::LiquidityRestrictions);
        a.free = *free;
        a.reserved = *reserved;
        return {};
    }));
    cx.emit(Reserved{who, amount});
    return {};
}

TaoBalance unreserve(Context& cx, const AccountId& who, TaoBalance amount) {
    if (amount.rao == 0 || total_balance(cx.state, who).rao == 0) return amount;
    TaoBalance actual{};
    auto done = mutate_handling_dust(cx, who, [&](AccountData& a) -> Result<> {
        actual = std::min(a.reserved, amount);
        a.reserved = saturating_sub(a.reserved, actual);
        a.free = saturating_add(a.free, actual);
        return {};
    });
    if (!done) return amount;
    cx.emit(Unreserved{who, actual});
    return saturating_sub(amount, actual);
}

Slash slash_reserved(Context& cx, const AccountId& who, TaoBalance amount) {
    if (amount.rao == 0 || total_balance(cx.state, who).rao == 0) return {{}, amount};
    TaoBalance actual{};
    auto done = mutate_handling_dust(cx, who, [&](AccountData& a) -> Result<> {
        actual = std::min(a.reserved, amount);
        a.reserved = saturating_sub(a.reserved, actual);
        return {};
    });
    if (!done) return {{}, amount};
    cx.emit(Slashed{who, actual});
    return {{actual}, saturating_sub(amount, actual)};
}

Result<TaoBalance> repatriate_reserved(Context& cx, const AccountId& from, const AccountId& to,
                                       TaoBalance amount, BalanceStatus status) {
    if (amount.rao == 0) return TaoBalance{};
    auto source = account(cx.state, from);
    auto frozen = saturating_sub(source.frozen, source.free);
    auto actual = std::min(amount, saturating_sub(source.reserved, frozen));
    auto missing = saturating_sub(amount, actual);
    if (from == to) {
        if (status == BalanceStatus::Reserved) return missing;
        return saturating_add(missing, unreserve(cx, from, actual));
    }
    TaoBalance dust{};
    TRY(mutate_handling_dust(cx, to, [&](AccountData& a) -> Result<> {
        ENSURE(a != AccountData{}, Error::DeadAccount);
        auto& part = status == BalanceStatus::Free ? a.free : a.reserved;
        auto sum = checked_add(part, actual);
        ENSURE(sum, ArithmeticError::Overflow);
        part = *sum;
        ASSIGN(dust, mutate_account(cx, from, [&](AccountData& b) -> Result<> {
                   b.reserved = saturating_sub(b.reserved, actual);
                   return {};
               }));
        return {};
    }));
    handle_dust(cx.state, dust);
    cx.emit(ReserveRepatriated{from, to, actual, status});
    return missing;
}

using Reserves = scale::BoundedVec<ReserveData, max_reserves>;

/// Where the reserve of that name is, or belongs: they are sorted by name.
static Reserves::iterator place(Reserves& reserves, const Identifier& id) {
    return std::lower_bound(reserves.begin(), reserves.end(), id,
                            [](auto& r, auto& wanted) { return r.id < wanted; });
}

TaoBalance reserved_balance_named(const State& s, const Identifier& id, const AccountId& who) {
    auto reserves = storage.Reserves.get(s, who);
    auto at = place(reserves, id);
    return at != reserves.end() && at->id == id ? at->amount : TaoBalance{};
}

Result<> reserve_named(Context& cx, const Identifier& id, const AccountId& who, TaoBalance amount) {
    if (amount.rao == 0) return {};
    auto reserves = storage.Reserves.get(cx.state, who);
    auto at = place(reserves, id);
    if (at != reserves.end() && at->id == id) {
        auto sum = checked_add(at->amount, amount);
        ENSURE(sum, ArithmeticError::Overflow);
        at->amount = *sum;
    } else {
        ENSURE(reserves.size() < max_reserves, Error::TooManyReserves);
        reserves.insert(at, {id, amount});
    }
    TRY(reserve(cx, who, amount));
    storage.Reserves.set(cx.state, who, reserves);
    return {};
}

TaoBalance unreserve_named(Context& cx, const Identifier& id, const AccountId& who,
                           TaoBalance amount) {
    if (amount.rao == 0) return amount;
    auto found = storage.Reserves.find(cx.state, who);
    if (!found) return amount;
    auto at = place(*found, id);
    if (at == found->end() || at->id != id) return amount;
    auto wanted = std::min(at->amount, amount);
    auto actual = saturating_sub(wanted, unreserve(cx, who, wanted));
    at->amount = saturating_sub(at->amount, actual);
    if (at->amount.rao == 0) found->erase(at);
    if (found->empty())
        storage.Reserves.erase(cx.state, who);
    else
        storage.Reserves.set(cx.state, who, *found);
    return saturating_sub(amount, actual);
}

}  // namespace balances
