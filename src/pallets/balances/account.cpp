// The one way to change an account's amounts.
#include "pallets/balances/account.hpp"

#include "pallets/balances/balances.hpp"
#include "pallets/balances/events.hpp"
#include "pallets/system/accounts.hpp"

namespace balances {

using frame_system::AccountData;

frame_system::AccountData account(const State& s, const AccountId& who) {
    return frame_system::storage.Account.get(s, who).data;
}

namespace {

bool provides(const AccountData& a) { return a.free >= minimum_balance(); }
bool consumes(const AccountData& a) { return a.reserved.rao != 0 || a.frozen.rao != 0; }

/// References that follow from the change. Losing the provider may reap the account: it goes last.
Result<> update_references(Context& cx, const AccountId& who, const AccountData& before,
                           const AccountData& after) {
    if (!provides(before) && provides(after)) frame_system::inc_providers(cx, who);
    if (consumes(before) && !consumes(after)) frame_system::dec_consumers(cx.state, who);
    if (!consumes(before) && consumes(after)) TRY(frame_system::inc_consumers(cx.state, who));
    if (consumes(after) && frame_system::consumers(cx.state, who) == 0)
        TRY(frame_system::inc_consumers(cx.state, who));
    if (!provides(before) || provides(after)) return {};
    auto reaped = frame_system::dec_providers(cx, who);
    if (reaped) return {};
    if (consumes(before) && !consumes(after)) (void)frame_system::inc_consumers(cx.state, who);
    if (!consumes(before) && consumes(after)) frame_system::dec_consumers(cx.state, who);
    return reaped.error();
}

}  // namespace

Result<TaoBalance> mutate_account(Context& cx, const AccountId& who,
                                  FunctionRef<Result<>(AccountData&)> f) {
    ensure_upgraded(cx, who);
    const auto before = account(cx.state, who);
    const bool is_new = before == AccountData{};
    auto after = before;
    TRY(f(after));
    TRY(update_references(cx, who, before, after));

    TaoBalance dust{};
    auto kept = after;
    if (!provides(after) && after.reserved.rao == 0) {
        dust = after.free;
        kept = {};
    }
    auto info = frame_system::storage.Account.get(cx.state, who);
    if (info.providers > 0 || info.sufficients > 0) {
        info.data = kept;
        frame_system::storage.Account.set(cx.state, who, info);
    } else
        frame_system::storage.Account.erase(cx.state, who);

    if (is_new) cx.emit(Endowed{who, after.free});
    if (dust.rao != 0) cx.emit(DustLost{who, dust});
    return dust;
}

Result<> mutate_handling_dust(Context& cx, const AccountId& who,
                              FunctionRef<Result<>(AccountData&)> f) {
    ASSIGN(auto dust, mutate_account(cx, who, f));
    handle_dust(cx.state, dust);
    return {};
}

bool ensure_upgraded(Context& cx, const AccountId& who) {
    constexpr u128 new_logic = u128{1} << 127;
    auto data = account(cx.state, who);
    if (data.flags.bits & new_logic) return false;
    data.flags.bits |= new_logic;
    if (data.reserved.rao != 0 && data.frozen.rao == 0) {
        if (frame_system::providers(cx.state, who) == 0) {
            data.free = std::max(data.free, minimum_balance());
            frame_system::inc_providers(cx, who);
        }
        (void)frame_system::inc_consumers_without_limit(cx.state, who);
    }
    frame_system::storage.Account.change(cx.state, who, [&](auto& a) { a.data = data; });
    cx.emit(Upgraded{who});
    return true;
}

void handle_dust(State& s, TaoBalance dust) {
    if (dust.rao != 0) drop(s, Credit{dust});
}

}  // namespace balances
