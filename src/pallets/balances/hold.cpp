// Holds, locks and freezes (pallet-balances impl_fungible.rs and impl_currency.rs, frame_support
// fungible/hold.rs).
#include <algorithm>

#include "pallets/balances/account.hpp"
#include "pallets/balances/errors.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/balances/storage.hpp"
#include "pallets/system/accounts.hpp"

namespace balances {

using frame_system::AccountData;

template <class List, class Id>
static auto find(List& list, const Id& id) {
    return std::find_if(list.begin(), list.end(), [&](auto& x) { return x.id == id; });
}

TaoBalance balance_on_hold(const State& s, const HoldReason& reason, const AccountId& who) {
    auto holds = storage.Holds.get(s, who);
    auto at = find(holds, reason);
    return at != holds.end() ? at->amount : TaoBalance{};
}

/// Sets how much is held for the reason; the free balance is the caller's business. The list stays
/// in storage when it becomes empty, as in the original.
static Result<> set_balance_on_hold(Context& cx, const HoldReason& reason, const AccountId& who,
                                    TaoBalance amount) {
    auto holds = storage.Holds.get(cx.state, who);
    auto at = find(holds, reason);
    TaoBalance before{};
    if (at != holds.end()) {
        before = at->amount;
        at->amount = amount;
        std::erase_if(holds, [](auto& h) { return h.amount.rao == 0; });
    } else if (amount.rao != 0) {
        ENSURE(holds.size() < held_for::reason_count, Error::TooManyHolds);
        holds.push_back({reason, amount});
    }
    // Errors of the sum are found before the account is touched.
    auto reserved = account(cx.state, who).reserved;
    auto more = saturating_sub(amount, before), less = saturating_sub(before, amount);
    auto sum = checked_add(reserved, more);
    ENSURE(sum, ArithmeticError::Overflow);
    auto left = checked_sub(*sum, less);
    ENSURE(left, ArithmeticError::Underflow);
    TRY(mutate_account(cx, who, [&](AccountData& a) -> Result<> {
        a.reserved = *left;
        return {};
    }));
    storage.Holds.set(cx.state, who, holds);
    return {};
}

Result<> hold(Context& cx, const HoldReason& reason, const AccountId& who, TaoBalance amount) {
    auto most = reducible_balance(cx.state, who, Preservation::Protect, Fortitude::Force);
    ENSURE(amount <= most, TokenError::FundsUnavailable);
    auto holds = storage.Holds.get(cx.state, who);
    const bool room = holds.size() < held_for::reason_count || find(holds, reason) != holds.end();
    ENSURE(room && frame_system::providers(cx.state, who) != 0, TokenError::CannotCreateHold);
    TRY(decrease_balance(cx, who, amount, Precision::Exact, Preservation::Protect,
                         Fortitude::Force));
    if (amount.rao == 0) return {};
    auto held = balance_on_hold(cx.state, reason, who);
    return set_balance_on_hold(cx, reason, who, saturating_add(held, amount));
}

/// Takes from the hold without giving it to anybody; how much.
static Result<TaoBalance> decrease_balance_on_hold(Context& cx, const HoldReason& reason,
                                                   const AccountId& who, TaoBalance amount,
                                                   Precision precision) {
    auto held = balance_on_hold(cx.state, reason, who);
    if (precision == Precision::BestEffort) amount = std::min(amount, held);
    auto left = checked_sub(held, amount);
    ENSURE(left, TokenError::FundsUnavailable);
    TRY(set_balance_on_hold(cx, reason, who, *left));
    return amount;
}

Result<TaoBalance> release(Context& cx, const HoldReason& reason, const AccountId& who,
                           TaoBalance amount, Precision precision) {
    ENSURE(can_deposit(cx.state, who, amount), TokenError::CannotCreate);
    ASSIGN(auto taken, decrease_balance_on_hold(cx, reason, who, amount, precision));
    return increase_balance(cx, who, taken, Precision::BestEffort);
}

Result<TaoBalance> burn_held(Context& cx, const HoldReason& reason, const AccountId& who,
                             TaoBalance amount, Precision precision, Fortitude force) {
    auto a = account(cx.state, who);
    auto frozen = force == Fortitude::Force ? TaoBalance{} : saturating_sub(a.frozen, a.free);
    auto liquid = saturating_sub(a.reserved, frozen);
    if (precision == Precision::BestEffort)
        amount = std::min(amount, liquid);
    else
        ENSURE(amount <= liquid, TokenError::Frozen);
    ASSIGN(auto burnt, decrease_balance_on_hold(cx, reason, who, amount, precision));
    storage.TotalIssuance.set(cx.state, saturating_sub(total_issuance(cx.state), burnt));
    return burnt;
}

using Locks = scale::WeakBoundedVec<BalanceLock>;
using Freezes = scale::BoundedVec<IdAmount<FreezeReason>, max_freezes>;

/// Brings what the account has frozen in line with its locks and freezes: before and after.
static Result<std::pair<TaoBalance, TaoBalance>> update_frozen(Context& cx, const AccountId& who,
                                                               const Locks& locks,
                                                               const Freezes& freezes) {
    TaoBalance before{}, after{};
    for (auto& l : locks) after = std::max(after, l.amount);
    for (auto& f : freezes) after = std::max(after, f.amount);
    TRY(mutate_account(cx, who, [&](AccountData& a) -> Result<> {
        before = a.frozen;
        a.frozen = after;
        return {};
    }));
    return std::pair{before, after};
}
static void update_locks(Context& cx, const AccountId& who, const Locks& locks) {
    auto changed = update_frozen(cx, who, locks, storage.Freezes.get(cx.state, who));
    if (locks.empty())
        storage.Locks.erase(cx.state, who);
    else
        storage.Locks.set(cx.state, who, locks);
    if (!changed) return;
    auto [before, after] = *changed;
    if (before > after) cx.emit(Unlocked{who, saturating_sub(before, after)});
    if (after > before) cx.emit(Locked{who, saturating_sub(after, before)});
}
static Result<> update_freezes(Context& cx, const AccountId& who, const Freezes& freezes) {
    ASSIGN(auto changed, update_frozen(cx, who, storage.Locks.get(cx.state, who), freezes));
    if (freezes.empty())
        storage.Freezes.erase(cx.state, who);
    else
        storage.Freezes.set(cx.state, who, freezes);
    auto [before, after] = changed;
    if (before > after) cx.emit(Thawed{who, saturating_sub(before, after)});
    if (after > before) cx.emit(Frozen{who, saturating_sub(after, before)});
    return {};
}

void set_lock(Context& cx, const Identifier& id, const AccountId& who, TaoBalance amount,
              Reasons reasons) {
    if (amount.rao == 0) return remove_lock(cx, id, who);
    auto locks = storage.Locks.get(cx.state, who);
    if (auto at = find(locks, id); at != locks.end())
        *at = {id, amount, reasons};
    else
        locks.push_back({id, amount, reasons});
    update_locks(cx, who, locks);
}
void extend_lock(Context& cx, const Identifier& id, const AccountId& who, TaoBalance amount,
                 Reasons reasons) {
    if (amount.rao == 0) return;
    auto locks = storage.Locks.get(cx.state, who);
    if (auto at = find(locks, id); at != locks.end())
        *at = {id, std::max(at->amount, amount), at->reasons == reasons ? reasons : Reasons::All};
    else
        locks.push_back({id, amount, reasons});
    update_locks(cx, who, locks);
}
void remove_lock(Context& cx, const Identifier& id, const AccountId& who) {
    auto locks = storage.Locks.get(cx.state, who);
    std::erase_if(locks, [&](auto& l) { return l.id == id; });
    update_locks(cx, who, locks);
}

Result<> set_freeze(Context& cx, FreezeReason reason, const AccountId& who, TaoBalance amount) {
    if (amount.rao == 0) return thaw(cx, reason, who);
    auto freezes = storage.Freezes.get(cx.state, who);
    if (auto at = find(freezes, reason); at != freezes.end())
        at->amount = amount;
    else {
        ENSURE(freezes.size() < max_freezes, Error::TooManyFreezes);
        freezes.push_back({reason, amount});
    }
    return update_freezes(cx, who, freezes);
}
Result<> thaw(Context& cx, FreezeReason reason, const AccountId& who) {
    auto freezes = storage.Freezes.get(cx.state, who);
    std::erase_if(freezes, [&](auto& f) { return f.id == reason; });
    return update_freezes(cx, who, freezes);
}

}  // namespace balances
