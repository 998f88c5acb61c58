// The three batches: what they cost, how they treat failures (pallets/utility lib.rs).
#include "pallets/utility/batch.hpp"

#include "pallets/utility/errors.hpp"
#include "pallets/utility/events.hpp"
#include "pallets/utility/pallet.hpp"

namespace utility {

const std::vector<AnyCall>* batched(const AnyCall& call) {
    if (auto b = call.as<batch>()) return &b->calls;
    if (auto b = call.as<batch_all>()) return &b->calls;
    if (auto b = call.as<force_batch>()) return &b->calls;
    return nullptr;
}

static Weight own_weight(Weight base, u64 each, std::size_t n) {
    return base.saturating_add({each * n, 0});
}
/// A batch weighs what its calls weigh and is free only if all of them are.
static DispatchInfo info_of(const std::vector<AnyCall>& calls, Weight own) {
    DispatchInfo info{own, DispatchClass::Normal, Pays::No};
    for (auto& call : calls) {
        auto inner = call.info();
        info.weight = info.weight.saturating_add(inner.weight);
        if (inner.pays_fee == Pays::Yes) info.pays_fee = Pays::Yes;
    }
    return info;
}
DispatchInfo batch::info(const DispatchInfo& base) const {
    return info_of(calls, own_weight(base.weight, batch_each, calls.size()));
}
DispatchInfo batch_all::info(const DispatchInfo& base) const {
    return info_of(calls, own_weight(base.weight, batch_all_each, calls.size()));
}
DispatchInfo force_batch::info(const DispatchInfo& base) const {
    return info_of(calls, own_weight(base.weight, force_batch_each, calls.size()));
}

static Result<> check(const Origin& origin, std::size_t count) {
    ENSURE(origin.kind != Origin::Kind::none, DispatchError::Kind::BadOrigin);
    ENSURE(count <= constants.batched_calls_limit, Error::TooManyCalls);
    return {};
}
Result<> batch::dispatch(Context& cx, const Origin& origin) const {
    TRY(check(origin, calls.size()));
    Weight weight{};
    for (u32 i = 0; i < calls.size(); ++i) {
        if (auto r = run(cx, origin, calls[i], weight); !r) {
            cx.emit(BatchInterrupted{i, r.error()});
            cx.post = {own_weight(batch_base, batch_each, i + 1).saturating_add(weight)};
            return {};
        }
        cx.emit(ItemCompleted{});
    }
    cx.emit(BatchCompleted{});
    cx.post = {own_weight(batch_base, batch_each, calls.size()).saturating_add(weight)};
    return {};
}

Result<> batch_all::dispatch(Context& cx, const Origin& origin) const {
    TRY(check(origin, calls.size()));
    // A signer cannot nest batch_all at any depth.
    auto allows = [](const AnyCall& call) { return !call.as<batch_all>(); };
    const OriginFilter no_batch_all{allows, origin.filter};
    auto inside = origin;
    inside.filter = &no_batch_all;
    Weight weight{};
    for (u32 i = 0; i < calls.size(); ++i) {
        auto r = run(cx, inside, calls[i], weight);
        if (!r) {
            cx.post = {own_weight(batch_all_base, batch_all_each, i + 1).saturating_add(weight)};
            return r;
        }
        cx.emit(ItemCompleted{});
    }
    cx.emit(BatchCompleted{});
    cx.post = {own_weight(batch_all_base, batch_all_each, calls.size()).saturating_add(weight)};
    return {};
}

Result<> force_batch::dispatch(Context& cx, const Origin& origin) const {
    TRY(check(origin, calls.size()));
    Weight weight{};
    bool failed = false;
    for (auto& call : calls) {
        if (auto r = run(cx, origin, call, weight); r)
            cx.emit(ItemCompleted{});
        else {
            failed = true;
            cx.emit(ItemFailed{r.error()});
        }
    }
    if (failed)
        cx.emit(BatchCompletedWithErrors{});
    else
        cx.emit(BatchCompleted{});
    cx.post = {own_weight(force_batch_base, force_batch_each, calls.size()).saturating_add(weight)};
    return {};
}

}  // namespace utility
