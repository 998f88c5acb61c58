// Reference counts of accounts.
#include "pallets/system/accounts.hpp"

#include "pallets/system/constants.hpp"
#include "pallets/system/events.hpp"

namespace frame_system {

static u32 one_more(u32 n) { return n + (n != ~0u); }

/// One more of the references that keep an account alive; the first one creates it.
static IncRefStatus add_reference(Context& cx, const AccountId& who, u32 AccountInfo::*count) {
    auto a = storage.Account.get(cx.state, who);
    const bool created = a.providers == 0 && a.sufficients == 0;
    a.*count = created ? 1 : one_more(a.*count);
    if (created) cx.emit(NewAccount{who});
    storage.Account.set(cx.state, who, a);
    return created ? IncRefStatus::Created : IncRefStatus::Existed;
}

IncRefStatus inc_providers(Context& cx, const AccountId& who) {
    return add_reference(cx, who, &AccountInfo::providers);
}

Result<DecRefStatus> dec_providers(Context& cx, const AccountId& who) {
    auto found = storage.Account.find(cx.state, who);
    if (!found) return DecRefStatus::Reaped;
    auto& a = *found;
    a.providers = std::max(a.providers, 1u);
    if (a.providers == 1 && a.consumers > 0) return fail(DispatchError::Kind::ConsumerRemaining);
    if (a.providers == 1 && a.sufficients == 0) {
        cx.emit(KilledAccount{who});
        storage.Account.erase(cx.state, who);
        return DecRefStatus::Reaped;
    }
    --a.providers;
    storage.Account.set(cx.state, who, a);
    return DecRefStatus::Exists;
}

IncRefStatus inc_sufficients(Context& cx, const AccountId& who) {
    return add_reference(cx, who, &AccountInfo::sufficients);
}

DecRefStatus dec_sufficients(Context& cx, const AccountId& who) {
    auto found = storage.Account.find(cx.state, who);
    if (!found) return DecRefStatus::Reaped;
    auto& a = *found;
    if (a.sufficients <= 1 && a.providers == 0) {
        cx.emit(KilledAccount{who});
        storage.Account.erase(cx.state, who);
        return DecRefStatus::Reaped;
    }
    a.sufficients -= a.sufficients > 0;
    storage.Account.set(cx.state, who, a);
    return DecRefStatus::Exists;
}

static Result<> add_consumer(State& s, const AccountId& who, u32 limit) {
    auto a = storage.Account.get(s, who);
    if (a.providers == 0) return fail(DispatchError::Kind::NoProviders);
    if (a.consumers >= limit) return fail(DispatchError::Kind::TooManyConsumers);
    ++a.consumers;
    storage.Account.set(s, who, a);
    return {};
}
Result<> inc_consumers(State& s, const AccountId& who) {
    return add_consumer(s, who, max_consumers);
}
Result<> inc_consumers_without_limit(State& s, const AccountId& who) {
    return add_consumer(s, who, ~0u);
}
void dec_consumers(State& s, const AccountId& who) {
    storage.Account.change(s, who, [](AccountInfo& a) { a.consumers -= a.consumers > 0; });
}

u32 providers(const State& s, const AccountId& who) {
    return storage.Account.get(s, who).providers;
}
u32 sufficients(const State& s, const AccountId& who) {
    return storage.Account.get(s, who).sufficients;
}
u32 consumers(const State& s, const AccountId& who) {
    return storage.Account.get(s, who).consumers;
}
bool account_exists(const State& s, const AccountId& who) { return storage.Account.has(s, who); }
bool can_dec_provider(const State& s, const AccountId& who) {
    auto a = storage.Account.get(s, who);
    return a.consumers == 0 || a.providers > 1;
}

}  // namespace frame_system
