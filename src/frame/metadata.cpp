// Metadata V14 and V15: one walk over the pallets' tables, two frames around it.
#include "frame/metadata.hpp"

#include "frame/registry.hpp"

using scale::put_compact;

namespace {

enum class Version : u8 { v14 = 14, v15 = 15 };

void put_storage(Bytes& out, TypeRegistry& reg, const StorageList& list, Clients clients) {
    std::vector<const StorageEntry*> entries;
    for (auto e : list.entries())
        if (visible(e->shown(), clients)) entries.push_back(e);
    put_text(out, list.pallet());
    put_compact(out, entries.size());
    for (auto e : entries) {
        put_text(out, e->name());
        out.push_back(e->optional() ? 0 : 1);
        out.push_back(e->keys().empty() ? 0 : 1);
        if (!e->keys().empty()) {
            put_compact(out, e->keys().size());
            std::vector<scale::TypeRef> parts;
            for (auto& k : e->keys()) {
                out.push_back(u8(k.hasher));
                parts.push_back(k.type);
            }
            put_compact(out, parts.size() == 1 ? reg.id(parts[0]) : reg.tuple(parts));
        }
        put_compact(out, reg.id(e->value_type()));
        scale::encode(out, e->default_bytes());
        put_docs(out, e->doc());
    }
}

void put_constants(Bytes& out, TypeRegistry& reg, const ConstantsTable& table, u32 spec_version) {
    if (!table.type) return put_compact(out, 0);
    auto& type = table.type();
    auto names = scale::split(type.names);
    auto values = table.encode(spec_version);
    put_compact(out, names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        put_text(out, names[i]);
        put_compact(out, reg.id(type.of[i]));
        scale::encode(out, values[i]);
        put_docs(out, table.doc ? table.doc(names[i]) : std::string_view{});
    }
}

void put_optional(Bytes& out, bool present, u32 id) {
    out.push_back(present ? 1 : 0);
    if (present) put_compact(out, id);
}

Bytes pallets(TypeRegistry& reg, Version version, Clients clients, u32 spec_version) {
    Bytes out;
    put_compact(out, runtime().size());
    for (auto p : runtime()) {
        put_text(out, p->name);
        bool stores = p->storage && !p->storage->entries().empty();
        out.push_back(stores ? 1 : 0);
        if (stores) put_storage(out, reg, *p->storage, clients);
        put_optional(out, !p->calls.empty(), p->calls.empty() ? 0 : reg.call_enum(*p));
        put_optional(out, !p->events.empty(), p->events.empty() ? 0 : reg.event_enum(*p));
        put_constants(out, reg, p->constants, spec_version);
        put_optional(out, !p->errors.empty(), p->errors.empty() ? 0 : reg.error_enum(*p));
        out.push_back(p->index);
        if (version == Version::v15) put_docs(out, {});
    }
    return out;
}

void put_extensions(Bytes& out, TypeRegistry& reg) {
    auto& x = extrinsic_info();
    put_compact(out, x.extensions.size());
    for (auto& e : x.extensions) {
        put_text(out, e.identifier);
        put_compact(out, reg.id(e.type));
        put_compact(out, reg.id(e.additional_signed));
    }
}

constexpr u8 extrinsic_version = 4;

/// Traits in the order their first method is met, each with its methods.
Bytes apis(TypeRegistry& reg) {
    std::vector<std::pair<std::string_view, std::vector<const ApiRow*>>> traits;
    each_api([&](const ApiRow& row) {
        auto name = row.name.substr(0, row.name.find('_'));
        auto it = traits.begin();
        while (it != traits.end() && it->first != name) ++it;
        if (it == traits.end()) it = traits.insert(it, {name, {}});
        it->second.push_back(&row);
    });
    Bytes out;
    put_compact(out, traits.size());
    for (auto& [name, rows] : traits) {
        put_text(out, name);
        put_compact(out, rows.size());
        for (auto row : rows) {
            put_text(out, row->name.substr(name.size() + 1));
            auto arguments = scale::split(row->arguments);
            put_compact(out, arguments.size());
            for (std::size_t i = 0; i < arguments.size(); ++i) {
                put_text(out, arguments[i]);
                put_compact(out, reg.id(row->parameters[i]));
            }
            put_compact(out, reg.id(row->result));
            put_docs(out, {});
        }
        put_docs(out, {});
    }
    return out;
}

u32 assembled(TypeRegistry& reg, scale::Type::Kind kind) { return reg.id(scale::Type{kind}); }

void append(Bytes& out, const Bytes& more) { out.insert(out.end(), more.begin(), more.end()); }

/// Everything the two versions share is named in the same order, so that V14's registry is V15's.
struct Parts {
    TypeRegistry registry;
    Bytes pallets, apis, extensions;
    u32 call, event, error, address, signature, extra, extrinsic, runtime;
};
Parts parts_of(Version version, Clients clients, u32 spec_version) {
    using Kind = scale::Type::Kind;
    auto& x = extrinsic_info();
    Parts p{TypeRegistry(clients), {}, {}, {}, 0, 0, 0, 0, 0, 0, 0, 0};
    auto& reg = p.registry;
    p.pallets = pallets(reg, version, clients, spec_version);
    p.extrinsic = reg.unchecked_extrinsic();
    p.address = reg.id(x.address);
    p.signature = reg.id(x.signature);
    p.extra = reg.id(x.extra);
    put_extensions(p.extensions, reg);
    p.call = assembled(reg, Kind::runtime_call);
    p.event = assembled(reg, Kind::runtime_event);
    p.error = assembled(reg, Kind::runtime_error);
    p.runtime = reg.id(&scale::type_of<RuntimeType>);
    p.apis = apis(reg);
    return p;
}

}  // namespace

Bytes metadata_v14(Clients clients, u32 spec_version) {
    auto p = parts_of(Version::v14, clients, spec_version);
    Bytes out{'m', 'e', 't', 'a', u8(Version::v14)};
    append(out, p.registry.encode());
    append(out, p.pallets);
    put_compact(out, p.extrinsic);
    out.push_back(extrinsic_version);
    append(out, p.extensions);
    put_compact(out, p.runtime);
    return out;
}

Bytes metadata_v15(Clients clients, u32 spec_version) {
    auto p = parts_of(Version::v15, clients, spec_version);
    Bytes out{'m', 'e', 't', 'a', u8(Version::v15)};
    append(out, p.registry.encode());
    append(out, p.pallets);
    out.push_back(extrinsic_version);
    for (u32 id : {p.address, p.call, p.signature, p.extra}) put_compact(out, id);
    append(out, p.extensions);
    put_compact(out, p.runtime);
    append(out, p.apis);
    for (u32 id : {p.call, p.event, p.error}) put_compact(out, id);
    put_compact(out, 0);  // no custom metadata
    return out;
}
