// Who is whose proxy (subtensor pallets/proxy lib.rs).
#include "pallets/proxy/proxy.hpp"

#include <algorithm>

#include "crypto/hash.hpp"
#include "pallets/balances/reserve.hpp"
#include "pallets/proxy/deposits.hpp"
#include "pallets/proxy/errors.hpp"
#include "pallets/proxy/events.hpp"
#include "pallets/proxy/storage.hpp"

namespace proxy {

Result<> move_deposit(Context& cx, const AccountId& who, TaoBalance from, TaoBalance to) {
    if (to > from) return balances::reserve(cx, who, saturating_sub(to, from));
    balances::unreserve(cx, who, saturating_sub(from, to));
    return {};
}
static TaoBalance deposit(TaoBalance base, TaoBalance factor, std::size_t count) {
    if (count == 0) return {};
    return {base.rao + factor.rao * count};
}
TaoBalance proxies_deposit(std::size_t count) {
    return deposit(constants.ProxyDepositBase, constants.ProxyDepositFactor, count);
}
TaoBalance announcements_deposit(std::size_t count) {
    return deposit(constants.AnnouncementDepositBase, constants.AnnouncementDepositFactor, count);
}

Result<> add_proxy_delegate(Context& cx, const AccountId& delegator, const AccountId& delegatee,
                            ProxyType type, u32 delay_blocks) {
    ENSURE(delegator != delegatee, Error::NoSelfProxy);
    auto [proxies, old_deposit] = storage.Proxies.get(cx.state, delegator);
    const ProxyDefinition wanted{delegatee, type, delay_blocks};
    auto at = std::lower_bound(proxies.begin(), proxies.end(), wanted);
    ENSURE(at == proxies.end() || *at != wanted, Error::Duplicate);
    ENSURE(proxies.size() < max_proxies, Error::TooMany);
    proxies.insert(at, wanted);
    auto new_deposit = proxies_deposit(proxies.size());
    TRY(move_deposit(cx, delegator, old_deposit, new_deposit));
    storage.Proxies.set(cx.state, delegator, {proxies, new_deposit});
    cx.emit(ProxyAdded{delegator, delegatee, type, delay_blocks});
    return {};
}

Result<> remove_proxy_delegate(Context& cx, const AccountId& delegator, const AccountId& delegatee,
                               ProxyType type, u32 delay_blocks) {
    auto found = storage.Proxies.find(cx.state, delegator);
    ENSURE(found, Error::NotFound);
    auto& [proxies, old_deposit] = *found;
    const ProxyDefinition wanted{delegatee, type, delay_blocks};
    auto at = std::lower_bound(proxies.begin(), proxies.end(), wanted);
    ENSURE(at != proxies.end() && *at == wanted, Error::NotFound);
    proxies.erase(at);
    auto new_deposit = proxies_deposit(proxies.size());
    TRY(move_deposit(cx, delegator, old_deposit, new_deposit));
    if (proxies.empty())
        storage.Proxies.erase(cx.state, delegator);
    else
        storage.Proxies.set(cx.state, delegator, {proxies, new_deposit});
    storage.RealPaysFeeConsentV1.erase(cx.state, delegator, delegatee);
    cx.emit(ProxyRemoved{delegator, delegatee, type, delay_blocks});
    return {};
}

Result<ProxyDefinition> find_proxy(const State& s, const AccountId& real, const AccountId& delegate,
                                   std::optional<ProxyType> type) {
    for (auto& p : storage.Proxies.get(s, real).first)
        if (p.delegate == delegate && (!type || p.proxy_type == *type)) return p;
    return fail(Error::NotProxy);
}

bool is_real_pays_fee(const State& s, const AccountId& real, const AccountId& delegate) {
    return storage.RealPaysFeeConsentV1.has(s, real, delegate);
}

AccountId pure_account(const AccountId& who, ProxyType type, u16 index, u32 height, u32 ext_index) {
    Bytes entropy;
    for (char c : std::string_view("modlpy/proxy____")) entropy.push_back(u8(c));
    scale::encode(entropy, std::tuple(who, height, ext_index, type, index));
    return {crypto::blake2_256(entropy)};
}

}  // namespace proxy
