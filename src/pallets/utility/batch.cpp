// The three batches: what they cost, how they treat failures (pallets/utility lib.rs).
#include "pallets/utility/errors.hpp"
#include "pallets/utility/events.hpp"
#include "pallets/utility/pallet.hpp"

namespace utility {

// The pallet's own weights: a base (with two reads) and so much per call.
static constexpr Weight batch_base{19'446'696 + 2 * db_read_ref_time, 3983};
static constexpr Weight batch_all_base{13'428'230 + 2 * db_read_ref_time, 3983};
static constexpr Weight force_batch_base{12'134'867 + 2 * db_read_ref_time, 3983};
static constexpr u64 batch_each = 5'450'264, batch_all_each = 5'663'250,
                     force_batch_each = 5'477'293;

static constexpr std::array rows{
    call<batch>("batch", batch_base, Pays::Yes,
                "Runs calls in order and stops at the first that fails. What was done before it "
                "stays; the events say how far it came."),
    call<batch_all>("batch_all", batch_all_base, Pays::Yes,
                    "Runs calls in order; if one fails, none has happened."),
    call<force_batch>("force_batch", force_batch_base, Pays::Yes,
                      "Runs all calls in order, whatever happens to the others."),
};
std::span<const CallRow> calls() { return rows; }

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
/// One call of a batch; what it really weighed is added to `weight`. Root is not filtered.
static Result<> run(Context& cx, const Origin& origin, const AnyCall& call, Weight& weight) {
    auto before = call.info().weight;
    auto result =
        origin.is_root() ? call.dispatch_bypass_filter(cx, origin) : call.dispatch(cx, origin);
    weight = weight.saturating_add(cx.post.actual_weight.value_or(before).min(before));
    return result;
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
