// What the calls cost and do. Weights: pallet-balances' SubstrateWeight (stable2506).
#include "pallets/balances/calls.hpp"

#include "pallets/balances/account.hpp"
#include "pallets/balances/errors.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/balances/pallet.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/balances/storage.hpp"

namespace balances {

static constexpr Weight one_account(u64 ref_time) {
    return {ref_time + db_read_ref_time + db_write_ref_time, 3593};
}
static constexpr std::array rows{
    call<transfer_allow_death>("transfer_allow_death", one_account(48'834'000), Pays::Yes,
                               "Sends TAO. The sender's account may cease to exist."),
    call<force_transfer>("force_transfer",
                         {49'519'000 + 2 * (db_read_ref_time + db_write_ref_time), 6196}, Pays::Yes,
                         "Moves TAO between any two accounts. Root only."),
    call<transfer_keep_alive>("transfer_keep_alive", one_account(39'051'000), Pays::Yes,
                              "Sends TAO and refuses to end the sender's account."),
    call<transfer_all>("transfer_all", one_account(48'209'000), Pays::Yes,
                       "Sends everything that can be sent."),
    call<force_unreserve>("force_unreserve", one_account(15'515'000), Pays::Yes,
                          "Sets reserved TAO of an account free. Root only."),
    call<upgrade_accounts>("upgrade_accounts", {14'674'000, 990}, Pays::Yes,
                           "Counts old accounts' references in the new way; free if nine in ten "
                           "of them needed it."),
    call<force_set_balance>("force_set_balance", one_account(19'206'000), Pays::Yes,
                            "Sets an account's free balance and corrects the issuance. Root only."),
    call<force_adjust_total_issuance>("force_adjust_total_issuance", {5'351'000, 0}, Pays::Yes,
                                      "Corrects the issuance. Root only."),
    call<burn>("burn", {20'720'000, 0}, Pays::Yes, "Destroys TAO of the sender."),
};
std::span<const CallRow> calls() { return rows; }

Result<> transfer_allow_death::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto from, ensure_signed(origin));
    ASSIGN(auto to, lookup(dest));
    return transfer(cx, from, to, value.value, Preservation::Expendable);
}
Result<> force_transfer::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ASSIGN(auto from, lookup(source));
    ASSIGN(auto to, lookup(dest));
    return transfer(cx, from, to, value.value, Preservation::Expendable);
}
Result<> transfer_keep_alive::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto from, ensure_signed(origin));
    ASSIGN(auto to, lookup(dest));
    return transfer(cx, from, to, value.value, Preservation::Preserve);
}
Result<> transfer_all::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto from, ensure_signed(origin));
    auto preservation = keep_alive ? Preservation::Preserve : Preservation::Expendable;
    auto amount = reducible_balance(cx.state, from, preservation);
    ASSIGN(auto to, lookup(dest));
    return transfer(cx, from, to, amount, preservation);
}

Result<> force_set_balance::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ASSIGN(auto account, lookup(who));
    auto free = new_free.value < minimum_balance() ? TaoBalance{} : new_free.value;
    TaoBalance old{};
    ASSIGN(auto dust, mutate_account(cx, account, [&](frame_system::AccountData& a) -> Result<> {
               old = a.free;
               a.free = free;
               return {};
           }));
    handle_dust(cx.state, dust);
    auto issuance = total_issuance(cx.state);
    if (free > old) {
        auto more = saturating_sub(free, old);
        storage.TotalIssuance.set(cx.state, saturating_add(issuance, more));
        cx.emit(Issued{more});
    } else if (free < old) {
        auto less = saturating_sub(old, free);
        storage.TotalIssuance.set(cx.state, saturating_sub(issuance, less));
        cx.emit(Rescinded{less});
    }
    cx.emit(BalanceSet{account, free});
    return {};
}

Result<> force_unreserve::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ASSIGN(auto account, lookup(who));
    unreserve(cx, account, amount);
    return {};
}

DispatchInfo upgrade_accounts::info(const DispatchInfo& base) const {
    auto info = base;
    info.weight.ref_time += who.size() * (14'648'188 + db_read_ref_time + db_write_ref_time);
    info.weight.proof_size += who.size() * 2603;
    return info;
}
Result<> upgrade_accounts::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_signed(origin));
    if (who.empty()) return {};
    std::size_t upgraded = 0;
    for (auto& account : who) upgraded += ensure_upgraded(cx, account);
    if (upgraded * 10 >= who.size() * 9) cx.post.pays_fee = Pays::No;
    return {};
}

Result<> force_adjust_total_issuance::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    ENSURE(delta.value.rao != 0, Error::DeltaZero);
    auto old = total_issuance(cx.state);
    auto now = direction == AdjustmentDirection::Increase ? saturating_add(old, delta.value)
                                                          : saturating_sub(old, delta.value);
    ENSURE(storage.InactiveIssuance.get(cx.state) <= now, Error::IssuanceDeactivated);
    storage.TotalIssuance.set(cx.state, now);
    cx.emit(TotalIssuanceForced{old, now});
    return {};
}

DispatchInfo burn::info(const DispatchInfo& base) const {
    auto info = base;
    if (keep_alive) info.weight = {30'219'000, 0};  // the reference has the two weights swapped
    return info;
}
Result<> burn::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto from, ensure_signed(origin));
    auto preservation = keep_alive ? Preservation::Preserve : Preservation::Expendable;
    TRY(burn_from(cx, from, value.value, preservation));
    return {};
}

}  // namespace balances
