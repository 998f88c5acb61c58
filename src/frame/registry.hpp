// The portable type registry of metadata: each type gets a number when it is first named.
#pragma once
#include <map>

#include "frame/metadata.hpp"

class TypeRegistry {
public:
    explicit TypeRegistry(Clients);

    u32 id(const scale::Type&);
    u32 id(scale::TypeRef ref) { return id(ref()); }
    u32 tuple(std::span<const scale::TypeRef> parts);  // the key of a double map, say
    u32 call_enum(const Pallet&);
    u32 event_enum(const Pallet&);
    u32 error_enum(const Pallet&);
    /// UncheckedExtrinsic<Address, Call, Signature, Extra>, which V14 has as the extrinsic's type.
    u32 unchecked_extrinsic();
    Bytes encode() const;

private:
    struct Variant {
        std::string_view name;
        u8 index;
        const scale::Type* payload;  // a composite whose fields are the variant's; null: none
        std::string_view doc;
        bool is_call = false;
    };
    /// Older clients look an error up by its place in the list, not by its index: every place
    /// before the last one is taken.
    static std::vector<Variant> without_gaps(std::vector<Variant>);
    u32 reserve(const void* key, bool& fresh);
    u32 outer(std::string_view name, const void* key, u32 (TypeRegistry::*one)(const Pallet&),
              bool (*has)(const Pallet&));
    u32 pallet_enum(const void* key, const Pallet&, std::string_view name, std::string_view params,
                    std::span<const Variant>);
    void define(u32 slot, const scale::Type&);
    void put_head(Bytes&, std::string_view path, std::string_view param_names,
                  std::span<const scale::TypeRef> params);
    void put_fields(Bytes&, const scale::Type&);
    void put_arguments(Bytes&, const scale::Type&);
    void put_variants(Bytes&, std::span<const Variant>);

    Clients clients_;
    std::map<const void*, u32> ids_;
    std::map<std::vector<u32>, u32> tuples_;
    std::vector<Bytes> types_;
};

void put_text(Bytes&, std::string_view);
void put_docs(Bytes&, std::string_view);  // one line, or none when empty
