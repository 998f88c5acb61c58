// What the calls do (subtensor pallets/proxy lib.rs); announcements are in their own file.
#include "pallets/proxy/calls.hpp"

#include "pallets/balances/reserve.hpp"
#include "pallets/proxy/deposits.hpp"
#include "pallets/proxy/errors.hpp"
#include "pallets/proxy/events.hpp"
#include "pallets/proxy/make_call.hpp"
#include "pallets/proxy/proxy.hpp"
#include "pallets/proxy/storage.hpp"
#include "pallets/system/spec_version.hpp"

namespace proxy {

/// A proxy neither gives away nor takes more than it has itself.
static bool allowed(ProxyType type, const AnyCall& call, u32 spec_version) {
    if (auto c = call.as<add_proxy>(); c && !is_superset(type, c->proxy_type)) return false;
    if (auto c = call.as<remove_proxy>(); c && !is_superset(type, c->proxy_type)) return false;
    if (type != ProxyType::Any && (call.as<remove_proxies>() || call.as<kill_pure>())) return false;
    return filter(type, call, spec_version);
}

void make_call(Context& cx, const ProxyDefinition& definition, const AccountId& real,
               const AnyCall& call) {
    const u32 version = frame_system::spec_version(cx.state);
    auto allows = [&](const AnyCall& c) { return allowed(definition.proxy_type, c, version); };
    const OriginFilter restriction{allows};
    auto origin = Origin::signed_by(real);
    origin.filter = &restriction;
    auto result = call.dispatch(cx, origin);
    cx.post = {};
    storage.LastCallResult.set(cx.state, real, result);
    cx.emit(ProxyExecuted{result});
}

DispatchInfo proxy::info(const DispatchInfo& base) const {
    auto inner = call.info();
    return {base.weight.saturating_add(inner.weight), DispatchClass::Normal, inner.pays_fee};
}
Result<> proxy::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto account, lookup(real));
    ASSIGN(auto definition, find_proxy(cx.state, account, who, force_proxy_type));
    ENSURE(definition.delay == 0, Error::Unannounced);
    make_call(cx, definition, account, call);
    return {};
}

Result<> add_proxy::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto account, lookup(delegate));
    return add_proxy_delegate(cx, who, account, proxy_type, delay);
}
Result<> remove_proxy::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto account, lookup(delegate));
    return remove_proxy_delegate(cx, who, account, proxy_type, delay);
}
Result<> remove_proxies::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    auto deposit = storage.Proxies.get(cx.state, who).second;
    storage.Proxies.erase(cx.state, who);
    balances::unreserve(cx, who, deposit);
    storage.RealPaysFeeConsentV1.erase_under(cx.state, ~0u, who);
    return {};
}

Result<> create_pure::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    auto pure = pure_account(who, proxy_type, index_, cx.block, cx.extrinsic_index.value_or(0));
    ENSURE(!storage.Proxies.has(cx.state, pure), Error::Duplicate);
    auto deposit = proxies_deposit(1);
    TRY(balances::reserve(cx, who, deposit));
    storage.Proxies.set(cx.state, pure, {{{who, proxy_type, delay}}, deposit});
    cx.emit(PureCreated{pure, who, proxy_type, index_});
    return {};
}
Result<> kill_pure::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(auto account, lookup(spawner));
    auto pure = pure_account(account, proxy_type, index_, height.value, ext_index.value);
    ENSURE(pure == who, Error::NoPermission);
    auto deposit = storage.Proxies.get(cx.state, who).second;
    storage.Proxies.erase(cx.state, who);
    balances::unreserve(cx, account, deposit);
    cx.emit(PureKilled{who, account, proxy_type, index_});
    return {};
}

/// Brings a deposit in line with today's prices; whether it changed.
template <class Item>
static Result<bool> poke(Context& cx, const AccountId& who, const Item& item, DepositKind kind,
                         TaoBalance (*price)(std::size_t)) {
    auto [entries, old_deposit] = item.get(cx.state, who);
    auto new_deposit = price(entries.size());
    if (new_deposit == old_deposit) return false;
    TRY(move_deposit(cx, who, old_deposit, new_deposit));
    if (entries.empty())
        item.erase(cx.state, who);
    else
        item.set(cx.state, who, {entries, new_deposit});
    cx.emit(DepositPoked{who, kind, old_deposit, new_deposit});
    return true;
}
Result<> poke_deposit::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    ASSIGN(bool changed, poke(cx, who, storage.Proxies, DepositKind::Proxies, &proxies_deposit));
    ASSIGN(bool also, poke(cx, who, storage.Announcements, DepositKind::Announcements,
                           &announcements_deposit));
    if (changed || also) cx.post.pays_fee = Pays::No;
    return {};
}

Result<> set_real_pays_fee::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto real, ensure_signed(origin));
    ASSIGN(auto account, lookup(delegate));
    TRY(find_proxy(cx.state, real, account, {}));
    if (pays_fee)
        storage.RealPaysFeeConsentV1.set(cx.state, real, account, {});
    else
        storage.RealPaysFeeConsentV1.erase(cx.state, real, account);
    cx.emit(RealPaysFeeSet{real, account, pays_fee});
    return {};
}

}  // namespace proxy
