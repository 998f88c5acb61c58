// Who pays the fee of an extrinsic.
#include "runtime/fee_payer.hpp"

#include "pallets/proxy/calls.hpp"
#include "pallets/proxy/proxy.hpp"
#include "pallets/utility/calls.hpp"

/// The account that `call`, a proxy call by `delegate`, is made for, if that account pays.
static std::optional<AccountId> paying_account(const State& s, const AccountId& delegate,
                                               const AnyCall& call) {
    auto proxied = call.as<proxy::proxy>();
    auto real = proxied ? proxied->real.account() : std::nullopt;
    if (!real || !proxy::is_real_pays_fee(s, *real, delegate)) return {};
    return real;
}

/// The same for a batch of proxy calls, all made for one account.
static std::optional<AccountId> paying_account_of_batch(const State& s, const AccountId& delegate,
                                                        const AnyCall& call) {
    auto calls = utility::batched(call);
    if (!calls || calls->empty()) return {};
    auto common = paying_account(s, delegate, calls->front());
    for (auto& one : *calls) {
        auto proxied = one.as<proxy::proxy>();
        if (!common || !proxied || proxied->real.account() != common) return {};
    }
    return common;
}

AccountId fee_payer(const State& s, const AccountId& signer, const AnyCall& call) {
    auto outer = paying_account(s, signer, call);
    if (!outer) return signer;
    auto& inside = call.as<proxy::proxy>()->call;
    if (auto payer = paying_account(s, *outer, inside)) return *payer;
    if (auto payer = paying_account_of_batch(s, *outer, inside)) return *payer;
    return *outer;
}
