// Calls that a proxy must announce before it makes them (subtensor pallets/proxy lib.rs).
#include <algorithm>

#include "crypto/hash.hpp"
#include "pallets/proxy/calls.hpp"
#include "pallets/proxy/deposits.hpp"
#include "pallets/proxy/errors.hpp"
#include "pallets/proxy/events.hpp"
#include "pallets/proxy/make_call.hpp"
#include "pallets/proxy/proxy.hpp"
#include "pallets/proxy/storage.hpp"

namespace proxy {

Result<> announce::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto account, lookup(real));
    TRY(find_proxy(cx.state, account, who, {}));
    auto [pending, old_deposit] = storage.Announcements.get(cx.state, who);
    ENSURE(pending.size() < max_pending, Error::TooMany);
    pending.push_back({account, call_hash, cx.block});
    auto new_deposit = announcements_deposit(pending.size());
    TRY(move_deposit(cx, who, old_deposit, new_deposit));
    storage.Announcements.set(cx.state, who, {pending, new_deposit});
    cx.emit(Announced{account, who, call_hash});
    return {};
}

/// Removes what `gone` names; Error::NotFound if that is nothing.
static Result<> remove_announcements(Context& cx, const AccountId& delegate,
                                     FunctionRef<bool(const Announcement&)> gone) {
    auto found = storage.Announcements.find(cx.state, delegate);
    ENSURE(found, Error::NotFound);
    auto& [pending, old_deposit] = *found;
    ENSURE(std::erase_if(pending, gone) > 0, Error::NotFound);
    auto new_deposit = announcements_deposit(pending.size());
    TRY(move_deposit(cx, delegate, old_deposit, new_deposit));
    if (pending.empty())
        storage.Announcements.erase(cx.state, delegate);
    else
        storage.Announcements.set(cx.state, delegate, {pending, new_deposit});
    return {};
}

Result<> remove_announcement::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto account, lookup(real));
    return remove_announcements(cx, who, [&](const Announcement& a) {
        return a.real == account && a.call_hash == call_hash;
    });
}
Result<> reject_announcement::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto proxy, lookup(delegate));
    return remove_announcements(cx, proxy, [&](const Announcement& a) {
        return a.real == who && a.call_hash == call_hash;
    });
}

DispatchInfo proxy_announced::info(const DispatchInfo& base) const {
    auto inner = call.info();
    return {base.weight.saturating_add(inner.weight), DispatchClass::Normal, Pays::Yes};
}
Result<> proxy_announced::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_signed(origin));
    ASSIGN(auto by, lookup(delegate));
    ASSIGN(auto account, lookup(real));
    ASSIGN(auto definition, find_proxy(cx.state, account, by, force_proxy_type));
    const H256 hash{crypto::blake2_256(scale::encoded(call))};
    auto due = [&](const Announcement& a) {
        return a.real == account && a.call_hash == hash &&
               cx.block - std::min(cx.block, a.height) >= definition.delay;
    };
    ENSURE(remove_announcements(cx, by, due), Error::Unannounced);
    make_call(cx, definition, account, call);
    return {};
}

}  // namespace proxy
