// The table of calls, and those that are no batches (subtensor pallets/utility lib.rs).
#include "pallets/utility/calls.hpp"

#include "crypto/hash.hpp"
#include "pallets/utility/batch.hpp"
#include "pallets/utility/errors.hpp"
#include "pallets/utility/events.hpp"
#include "pallets/utility/pallet.hpp"

namespace utility {

static constexpr std::array rows{
    call<batch>("batch", batch_base, Pays::Yes,
                "Runs calls in order and stops at the first that fails. What was done before it "
                "stays; the events say how far it came."),
    call<as_derivative>("as_derivative", as_derivative_base, Pays::Yes,
                        "Runs a call as one of the sender's numbered other selves."),
    call<batch_all>("batch_all", batch_all_base, Pays::Yes,
                    "Runs calls in order; if one fails, none has happened."),
    call<dispatch_as>("dispatch_as", {6'893'000, 0}, Pays::Yes,
                      "Runs a call with any origin. Root only."),
    call<force_batch>("force_batch", force_batch_base, Pays::Yes,
                      "Runs all calls in order, whatever happens to the others."),
    call<with_weight>("with_weight", {}, Pays::Yes,
                      "Runs a call as root with a stated weight. Root only."),
    call<if_else>("if_else", if_else_base, Pays::Yes,
                  "Runs a call and, if it fails, another one instead."),
    call<dispatch_as_fallible>("dispatch_as_fallible", {7'113'000, 0}, Pays::Yes,
                               "Runs a call with any origin and fails as it does. Root only."),
};
std::span<const CallRow> calls() { return rows; }

Result<> run(Context& cx, const Origin& origin, const AnyCall& call, Weight& weight) {
    auto before = call.info().weight;
    auto result =
        origin.is_root() ? call.dispatch_bypass_filter(cx, origin) : call.dispatch(cx, origin);
    weight = weight.saturating_add(cx.post.actual_weight.value_or(before).min(before));
    return result;
}

static DispatchInfo around(const DispatchInfo& base, Weight inside) {
    return {base.weight.saturating_add(inside), DispatchClass::Normal, Pays::Yes};
}

AccountId derivative_account_id(const AccountId& who, u16 index) {
    Bytes entropy;
    for (char c : std::string_view("modlpy/utilisuba")) entropy.push_back(u8(c));
    scale::encode(entropy, who);
    scale::encode(entropy, index);
    return {crypto::blake2_256(entropy)};
}

DispatchInfo as_derivative::info(const DispatchInfo& base) const {
    return around(base, call.info().weight);
}
Result<> as_derivative::dispatch(Context& cx, const Origin& origin) const {
    ASSIGN(auto who, ensure_signed(origin));
    auto other_self = origin;  // with the sender's filters
    other_self.signer = derivative_account_id(who, index_);
    auto weight = as_derivative_base;
    auto before = call.info().weight;
    auto result = call.dispatch(cx, other_self);
    weight = weight.saturating_add(cx.post.actual_weight.value_or(before).min(before));
    cx.post = {weight};
    return result;
}

DispatchInfo dispatch_as::info(const DispatchInfo& base) const {
    return around(base, call.info().weight);
}
Result<> dispatch_as::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    cx.emit(DispatchedAs{call.dispatch_bypass_filter(cx, as_origin.origin())});
    cx.post = {};
    return {};
}

DispatchInfo dispatch_as_fallible::info(const DispatchInfo& base) const {
    return around(base, call.info().weight);
}
Result<> dispatch_as_fallible::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    auto result = call.dispatch_bypass_filter(cx, as_origin.origin());
    cx.post = {};
    TRY(result);
    cx.emit(DispatchedAs{});
    return {};
}

DispatchInfo with_weight::info(const DispatchInfo&) const {
    return {weight, DispatchClass::Normal, Pays::Yes};
}
Result<> with_weight::dispatch(Context& cx, const Origin& origin) const {
    TRY(ensure_root(origin));
    auto result = call.dispatch_bypass_filter(cx, Origin::root());
    cx.post = {};
    return result;
}

DispatchInfo if_else::info(const DispatchInfo& base) const {
    return around(base, main.info().weight.saturating_add(fallback.info().weight));
}
Result<> if_else::dispatch(Context& cx, const Origin& origin) const {
    ENSURE(origin.kind != Origin::Kind::none, DispatchError::Kind::BadOrigin);
    auto weight = if_else_base;
    auto first = run(cx, origin, main, weight);
    cx.post = {weight};
    if (first) {
        cx.emit(IfElseMainSuccess{});
        return {};
    }
    auto second = run(cx, origin, fallback, weight);
    cx.post = {weight};
    if (second) cx.emit(IfElseFallbackCalled{first.error()});
    return second;
}

}  // namespace utility
