// Numbering types as metadata first names them, and writing each one down.
#include "frame/registry.hpp"

#include <algorithm>

#include "frame/type_name.hpp"
#include "primitives/account.hpp"

using scale::put_compact;
using Kind = scale::Type::Kind;

namespace {
// TypeDef tags of scale-info.
enum Def : u8 { composite, variant, sequence, array, tuple, primitive, compact };
// Keys of types that no C++ type stands for.
const char call_key = 0, event_key = 0, error_key = 0, extrinsic_key = 0;
/// An enum without alternatives: no value of it exists.
enum class Nothing : u8 {};
ENUMERATORS(Nothing)
ENUM_PATH(Nothing, "sp_core::Void")
}  // namespace

void put_text(Bytes& out, std::string_view s) {
    put_compact(out, s.size());
    out.insert(out.end(), s.begin(), s.end());
}
void put_docs(Bytes& out, std::string_view doc) {
    put_compact(out, doc.empty() ? 0 : 1);
    if (!doc.empty()) put_text(out, doc);
}

TypeRegistry::TypeRegistry(Clients clients) : clients_(clients) {
    id(&scale::type_of<AccountId>);  // older clients take type 0 for the account type
}

u32 TypeRegistry::reserve(const void* key, bool& fresh) {
    auto [it, is_new] = ids_.try_emplace(key, u32(types_.size()));
    fresh = is_new;
    if (is_new) types_.emplace_back();
    return it->second;
}

u32 TypeRegistry::id(const scale::Type& t) {
    if (t.newtype && clients_ == Clients::legacy) return id(t.of[0]);
    if (t.kind == Kind::tuple) return tuple(t.of);
    if (t.kind == Kind::runtime_call)
        return outer(
            "RuntimeCall", &call_key, &TypeRegistry::call_enum,
            +[](const Pallet& p) { return !p.calls.empty(); });
    if (t.kind == Kind::runtime_event)
        return outer(
            "RuntimeEvent", &event_key, &TypeRegistry::event_enum,
            +[](const Pallet& p) { return !p.events.empty(); });
    if (t.kind == Kind::runtime_error)
        return outer(
            "RuntimeError", &error_key, &TypeRegistry::error_enum,
            +[](const Pallet& p) { return !p.errors.empty(); });
    bool fresh = false;
    u32 slot = reserve(&t, fresh);
    if (fresh) define(slot, t);
    return slot;
}

u32 TypeRegistry::tuple(std::span<const scale::TypeRef> parts) {
    std::vector<u32> ids;
    for (auto p : parts) ids.push_back(id(p));
    auto [it, fresh] = tuples_.try_emplace(ids, u32(types_.size()));
    if (fresh) {
        Bytes out;
        put_head(out, {}, {}, {});
        out.push_back(Def::tuple);
        put_compact(out, ids.size());
        for (u32 i : ids) put_compact(out, i);
        put_docs(out, {});
        types_.push_back(std::move(out));
    }
    return it->second;
}

void TypeRegistry::put_head(Bytes& out, std::string_view path, std::string_view param_names,
                            std::span<const scale::TypeRef> params) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        auto end = std::min(path.find("::"), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 2, path.size()));
    }
    put_compact(out, segments.size());
    for (auto s : segments) put_text(out, s);
    auto names = scale::split(param_names);
    put_compact(out, names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        put_text(out, names[i]);
        bool typed = i < params.size() && params[i];
        out.push_back(typed ? 1 : 0);
        if (typed) put_compact(out, id(params[i]));
    }
}

void TypeRegistry::put_fields(Bytes& out, const scale::Type& t) {
    auto names = scale::split(t.names);
    put_compact(out, t.of.size());
    for (std::size_t i = 0; i < t.of.size(); ++i) {
        out.push_back(names.empty() ? 0 : 1);
        if (!names.empty()) put_text(out, names[i]);
        put_compact(out, id(t.of[i]));
        out.push_back(0);  // no written type name
        put_docs(out, {});
    }
}
/// As put_fields(), with the written names of types, which clients show when they decode a call.
void TypeRegistry::put_arguments(Bytes& out, const scale::Type& t) {
    auto names = scale::split(t.names);
    put_compact(out, t.of.size());
    for (std::size_t i = 0; i < t.of.size(); ++i) {
        out.push_back(1);
        put_text(out, names[i]);
        put_compact(out, id(t.of[i]));
        out.push_back(1);
        put_text(out, type_name(t.of[i]()));
        put_docs(out, {});
    }
}

void TypeRegistry::put_variants(Bytes& out, std::span<const Variant> variants) {
    put_compact(out, variants.size());
    for (auto& v : variants) {
        put_text(out, v.name);
        if (v.payload && v.is_call)
            put_arguments(out, *v.payload);
        else if (v.payload)
            put_fields(out, *v.payload);
        else
            put_compact(out, 0);
        out.push_back(v.index);
        put_docs(out, v.doc);
    }
}

void TypeRegistry::define(u32 slot, const scale::Type& t) {
    Bytes out;
    put_head(out, t.path, t.param_names, t.params);
    switch (t.kind) {
        case Kind::composite:
            out.push_back(Def::composite);
            put_fields(out, t);
            break;
        case Kind::variant: {
            out.push_back(Def::variant);
            std::vector<Variant> variants;
            auto names = scale::split(t.names);
            for (std::size_t i = 0; i < names.size(); ++i)
                variants.push_back({names[i],
                                    t.indices.empty() ? u8(i) : t.indices[i],
                                    t.of.empty() ? nullptr : &t.of[i](),
                                    {}});
            put_variants(out, variants);
            break;
        }
        case Kind::sequence:
            out.push_back(Def::sequence);
            put_compact(out, id(t.of[0]));
            break;
        case Kind::array: {
            out.push_back(Def::array);
            scale::encode(out, t.length);
            put_compact(out, id(t.of[0]));
            break;
        }
        case Kind::primitive:
            out.push_back(Def::primitive);
            out.push_back(u8(t.length));
            break;
        default: out.push_back(Def::compact); put_compact(out, id(t.of[0]));
    }
    put_docs(out, {});
    types_[slot] = std::move(out);
}

u32 TypeRegistry::pallet_enum(const void* key, const Pallet& p, std::string_view name,
                              std::string_view params, std::span<const Variant> variants) {
    bool fresh = false;
    u32 slot = reserve(key, fresh);
    if (!fresh) return slot;
    Bytes out;
    put_head(out, std::string(p.path) + "::" + std::string(name), params, {});
    out.push_back(Def::variant);
    put_variants(out, variants);
    put_docs(out, {});
    types_[slot] = std::move(out);
    return slot;
}

u32 TypeRegistry::call_enum(const Pallet& p) {
    std::vector<Variant> variants;
    for (auto& c : p.calls)
        if (visible(c.shown, clients_))
            variants.push_back({c.name, c.index, &c.type(), c.doc, true});
    return pallet_enum(p.calls.data(), p, "Call", p.call_params, variants);
}
u32 TypeRegistry::event_enum(const Pallet& p) {
    std::vector<Variant> variants;
    for (auto& e : p.events)
        if (visible(e.shown, clients_)) variants.push_back({e.name, e.index, &e.type(), e.doc});
    return pallet_enum(p.events.data(), p, "Event", p.event_params, variants);
}
namespace {

/// "Unused0", "Unused1", ...
const std::string& unused_name(u8 index) {
    static const auto names = [] {
        std::array<std::string, 256> out;
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = "Unused" + std::to_string(i);
        return out;
    }();
    return names[index];
}

}  // namespace

std::vector<TypeRegistry::Variant> TypeRegistry::without_gaps(std::vector<Variant> variants) {
    std::sort(variants.begin(), variants.end(), [](auto& a, auto& b) { return a.index < b.index; });
    std::vector<Variant> out;
    for (const auto& v : variants) {
        while (out.size() < v.index) {
            const u8 index = u8(out.size());
            out.push_back({unused_name(index), index, nullptr, "No rule of this node gives it."});
        }
        out.push_back(v);
    }
    return out;
}

u32 TypeRegistry::error_enum(const Pallet& p) {
    std::vector<Variant> variants;
    for (auto& e : p.errors)
        if (visible(e.shown, clients_)) variants.push_back({e.name, e.index, nullptr, e.doc});
    if (clients_ == Clients::legacy) variants = without_gaps(std::move(variants));
    return pallet_enum(p.errors.data(), p, "Error", p.error_params, variants);
}

u32 TypeRegistry::outer(std::string_view name, const void* key,
                        u32 (TypeRegistry::*one)(const Pallet&), bool (*has)(const Pallet&)) {
    bool fresh = false;
    u32 slot = reserve(key, fresh);
    if (!fresh) return slot;
    Bytes out;
    put_head(out, "node_subtensor_runtime::" + std::string(name), {}, {});
    out.push_back(Def::variant);
    struct Member {
        u8 index;
        std::string_view name;
        u32 type;
    };
    std::vector<Member> members;
    for (auto p : runtime())
        if (has(*p)) members.push_back({p->index, p->name, (this->*one)(*p)});
    // A pallet may be here with its state and events while its calls are missing.
    const auto taken = [&](u8 index) {
        return std::any_of(members.begin(), members.end(),
                           [&](auto& m) { return m.index == index; });
    };
    for (auto& r : reserved_pallets())
        if ((key != &error_key || r.has_errors) && !taken(r.index))
            members.push_back({r.index, r.name, id(&scale::type_of<Nothing>)});
    std::sort(members.begin(), members.end(), [](auto& a, auto& b) { return a.index < b.index; });
    put_compact(out, members.size());
    for (auto& m : members) {
        put_text(out, m.name);
        put_compact(out, 1);
        out.push_back(0);
        put_compact(out, m.type);
        out.push_back(0);
        put_docs(out, {});
        out.push_back(m.index);
        put_docs(out, {});
    }
    put_docs(out, {});
    types_[slot] = std::move(out);
    return slot;
}

u32 TypeRegistry::unchecked_extrinsic() {
    bool fresh = false;
    u32 slot = reserve(&extrinsic_key, fresh);
    if (!fresh) return slot;
    auto& x = extrinsic_info();
    static constexpr auto call = &scale::type_of<AnyCall>;
    const std::array<scale::TypeRef, 4> params{x.address, call, x.signature, x.extra};
    Bytes out;
    put_head(out, "sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic",
             "Address, Call, Signature, Extra", params);
    out.push_back(Def::composite);
    put_fields(out, scale::type_of<scale::Some<Bytes>>());
    put_docs(out, {});
    types_[slot] = std::move(out);
    return slot;
}

Bytes TypeRegistry::encode() const {
    Bytes out;
    put_compact(out, types_.size());
    for (u32 i = 0; i < types_.size(); ++i) {
        put_compact(out, i);
        out.insert(out.end(), types_[i].begin(), types_[i].end());
    }
    return out;
}
