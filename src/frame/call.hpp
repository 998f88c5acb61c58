// How a transaction reaches a pallet, and what it leaves behind: origins, calls, events.
#pragma once
#include <memory>

#include "base/function_ref.hpp"
#include "frame/dispatch_info.hpp"
#include "frame/result.hpp"
#include "frame/shown.hpp"
#include "primitives/account.hpp"
#include "state/state.hpp"

struct AnyCall;

/// What an origin may do besides the runtime's own filter, as proxies and batches restrict it.
/// Lives on the stack of the call that adds it.
struct OriginFilter {
    FunctionRef<bool(const AnyCall&)> allows;
    const OriginFilter* outer = nullptr;  // both must allow a call
};

/// Who asks: nobody (inherents, unsigned), a signer, root, or an origin that no call here accepts.
struct Origin {
    enum class Kind : u8 { none, signed_, root, other } kind = Kind::none;
    AccountId signer{};
    const OriginFilter* filter = nullptr;  // root is not filtered

    static Origin root() { return {Kind::root, {}}; }
    static Origin signed_by(const AccountId& who) { return {Kind::signed_, who}; }
    bool is_root() const { return kind == Kind::root; }
};
Result<AccountId> ensure_signed(const Origin&);
Result<> ensure_root(const Origin&);
Result<> ensure_none(const Origin&);
/// The account an address stands for; fails with CannotLookup for the forms that need an index.
Result<AccountId> lookup(const MultiAddress&);

struct Event {
    u8 pallet, index;
    Bytes payload;  // the fields, encoded
};

/// What a call, hook or helper may touch.
struct Context {
    State& state;
    u32 block = 0;
    std::vector<Event> events{};
    std::optional<u32> extrinsic_index{};  // none outside extrinsics
    std::optional<AccountId> author{};     // of this block, when there is one
    PostInfo post{};                       // of the call being dispatched
    int depth = 0;                         // of nested dispatch

    template <class E>
    void emit(const E& e) {
        events.push_back({E::pallet, E::index, scale::encoded(e)});
    }
};

/// All or nothing: on failure both the state and the events are as before.
template <class F>
auto transactional(Context& cx, F&& f) -> decltype(f()) {
    Transaction tx(cx.state);
    auto events = cx.events.size();
    auto r = f();
    if (r)
        tx.keep();
    else
        cx.events.resize(events);
    return r;
}

/// In a call's struct: its index, and its body in the file of its verb.
#define CALL(i)                                           \
    static constexpr u8 pallet = pallet_index, index = i; \
    Result<> dispatch(Context&, const Origin&) const;
/// In an event's struct.
#define EVENT(i) static constexpr u8 pallet = pallet_index, index = i;

/// A row of a pallet's table of calls.
struct CallRow {
    u8 index;
    std::string_view name;
    DispatchInfo base;
    std::string_view doc;
    scale::TypeRef type;
    void* (*decode)(scale::Reader&);
    void (*destroy)(const void*);
    void (*encode)(Bytes&, const void*);
    Result<> (*dispatch)(const void*, Context&, const Origin&);
    DispatchInfo (*info)(const void*, const DispatchInfo& base);
    Shown shown = Shown::always;

    /// A call that left the interface: only older clients are told of it.
    constexpr CallRow for_older_clients() const {
        auto row = *this;
        row.shown = Shown::legacy;
        return row;
    }
};
/// A call that costs what its arguments say defines `DispatchInfo info(const DispatchInfo& base)
/// const`.
template <class C>
constexpr CallRow call(std::string_view name, Weight weight, Pays pays, DispatchClass cls,
                       std::string_view doc = {}) {
    return {C::index,
            name,
            {weight, cls, pays},
            doc,
            &scale::type_of<C>,
            [](scale::Reader& in) -> void* {
                auto c = new C;
                scale::decode(in, *c);
                return c;
            },
            [](const void* c) { delete static_cast<const C*>(c); },
            [](Bytes& out, const void* c) { scale::encode(out, *static_cast<const C*>(c)); },
            [](const void* c, Context& cx, const Origin& o) {
                return static_cast<const C*>(c)->dispatch(cx, o);
            },
            [](const void* c, const DispatchInfo& base) {
                if constexpr (requires(const C& x) { x.info(base); })
                    return static_cast<const C*>(c)->info(base);
                else
                    return base;
            }};
}
template <class C>
constexpr CallRow call(std::string_view name, Weight weight, Pays pays = Pays::Yes,
                       std::string_view doc = {}) {
    return call<C>(name, weight, pays, DispatchClass::Normal, doc);
}
struct EventRow {
    u8 index;
    std::string_view name, doc;
    scale::TypeRef type;
    Shown shown = Shown::always;

    constexpr EventRow for_older_clients() const { return {index, name, doc, type, Shown::legacy}; }
};
template <class E>
constexpr EventRow event(std::string_view name, std::string_view doc) {
    return {E::index, name, doc, &scale::type_of<E>};
}
struct ErrorRow {
    u8 index;
    std::string_view name, doc;
    Shown shown = Shown::always;
};

/// A call of any pallet behind its row. Calls nest (batch, sudo) without naming each other.
struct AnyCall {
    u8 pallet = 0;
    const CallRow* row = nullptr;
    std::shared_ptr<const void> args{};

    DispatchInfo info() const { return row->info(args.get(), row->base); }

    /// Runs the call under the runtime's guards, as Substrate's `dispatch` does: all of it or
    /// nothing. cx.post is what this call says about its cost, also when it fails.
    Result<> dispatch(Context& cx, const Origin& o) const;
    /// The same without guards and filters: root's way.
    Result<> dispatch_bypass_filter(Context& cx, const Origin& o) const;

    /// The typed call, if it is a C.
    template <class C>
    const C* as() const {
        return row && pallet == C::pallet && row->index == C::index
                   ? static_cast<const C*>(args.get())
                   : nullptr;
    }
    template <class C>
    static AnyCall of(const C& c);
};
const CallRow* find_call(u8 pallet, u8 call);  // null: no such call

template <class C>
AnyCall AnyCall::of(const C& c) {
    return {C::pallet, find_call(C::pallet, C::index), std::make_shared<const C>(c)};
}

namespace scale {
template <>
struct Codec<AnyCall> {
    static void encode(Bytes&, const AnyCall&);
    static void decode(Reader&, AnyCall&);
};
template <>
struct Shape<AnyCall> {
    static const Type& get();
};
}  // namespace scale
