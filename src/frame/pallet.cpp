// Looking things up in the runtime's tables, and dispatch through them.
#include "frame/pallet.hpp"

#include <fmt/format.h>

#include <algorithm>

const Pallet* find_pallet(u8 index) {
    for (auto p : runtime())
        if (p->index == index) return p;
    return nullptr;
}
const CallRow* find_call(u8 pallet, u8 call) {
    // One look-up table, since every extrinsic and every nested call comes through here.
    static const auto table = [] {
        std::array<std::vector<const CallRow*>, 256> t;
        for (auto p : runtime())
            for (auto& row : p->calls) {
                auto& rows = t[p->index];
                if (rows.size() <= row.index) rows.resize(row.index + 1u);
                rows[row.index] = &row;
            }
        return t;
    }();
    auto& rows = table[pallet];
    return call < rows.size() ? rows[call] : nullptr;
}
void each_api(FunctionRef<void(const ApiRow&)> visit) {
    for (auto& row : core_apis()) visit(row);
    for (auto p : runtime())
        for (auto& row : p->apis) visit(row);
}
const ApiRow* find_api(std::string_view name) {
    const ApiRow* found = nullptr;
    each_api([&](const ApiRow& row) {
        if (row.name == name) found = &row;
    });
    return found;
}

Result<AccountId> ensure_signed(const Origin& o) {
    if (o.kind == Origin::Kind::signed_) return o.signer;
    return fail(DispatchError::Kind::BadOrigin);
}
Result<> ensure_root(const Origin& o) {
    if (o.is_root()) return {};
    return fail(DispatchError::Kind::BadOrigin);
}
Result<> ensure_none(const Origin& o) {
    if (o.kind == Origin::Kind::none) return {};
    return fail(DispatchError::Kind::BadOrigin);
}
Result<AccountId> lookup(const MultiAddress& address) {
    if (auto account = address.account()) return *account;
    return fail(DispatchError::Kind::CannotLookup);
}

Result<> AnyCall::dispatch_bypass_filter(Context& cx, const Origin& o) const {
    cx.post = {};
    return transactional(cx, [&] { return row->dispatch(args.get(), cx, o); });
}
Result<> AnyCall::dispatch(Context& cx, const Origin& o) const {
    cx.post = {};
    for (auto p : runtime())
        for (auto guard : p->guards) TRY(guard(cx, o, *this));
    for (auto p : runtime())
        for (auto filter : p->filters) TRY(filter(cx, o, *this));
    return dispatch_bypass_filter(cx, o);
}

std::string event_json(const Event& e) {
    if (auto p = find_pallet(e.pallet))
        for (auto& row : p->events)
            if (row.index == e.index) {
                scale::Reader in(e.payload);
                return fmt::format("{{\"{}.{}\": {}}}", p->name, row.name,
                                   scale::to_json(row.type(), in));
            }
    return "null";
}
std::string error_name(const DispatchError& e) {
    if (e.kind == DispatchError::Kind::Module)
        if (auto p = find_pallet(e.pallet))
            for (auto& row : p->errors)
                if (row.index == e.error) return fmt::format("{}.{}", p->name, row.name);
    auto raw = scale::encoded(e);
    scale::Reader in(raw);
    return scale::to_json(scale::type_of<DispatchError>(), in);
}

namespace scale {
void Codec<AnyCall>::encode(Bytes& out, const AnyCall& c) {
    out.push_back(c.pallet);
    out.push_back(c.row->index);
    c.row->encode(out, c.args.get());
}
void Codec<AnyCall>::decode(Reader& in, AnyCall& c) {
    u8 at[2] = {};
    in.take(at, 2);
    c = {at[0], find_call(at[0], at[1]), {}};
    if (!c.row || !in.enter()) return in.fail();
    c.args = {c.row->decode(in), c.row->destroy};
    in.leave();
}
const Type& Shape<AnyCall>::get() {
    static constexpr Type t{Type::Kind::runtime_call};
    return t;
}
}  // namespace scale
