// An extrinsic as an argument or result of runtime APIs.
#pragma once
#include <iterator>

#include "runtime/extensions.hpp"
#include "runtime/extrinsic.hpp"

/// Decoding fails unless the bytes are an extrinsic.
struct ExtrinsicArgument {
    Extrinsic extrinsic{};
    Bytes bytes{};  // with the length in front
};

namespace scale {

template <>
struct Codec<ExtrinsicArgument> {
    static void encode(Bytes& out, const ExtrinsicArgument& x) {
        std::copy(x.bytes.begin(), x.bytes.end(), std::back_inserter(out));
    }
    static void decode(Reader& in, ExtrinsicArgument& x) {
        auto body = in.view(take_length(in));
        auto decoded = decode_extrinsic_body(body);
        if (!decoded) return in.fail();
        x.extrinsic = *std::move(decoded);
        x.bytes = encoded(to_bytes(body));
    }
};

/// The unchecked extrinsic inside that of Frontier.
struct GenericExtrinsic {};
template <>
struct Shape<GenericExtrinsic> {
    static const Type& get() {
        static constexpr std::array<TypeRef, 1> of{&type_of<Bytes>};
        static const Type t{
            Type::Kind::composite,
            "sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic",
            {},
            of,
            0,
            false,
            {},
            "Address, Call, Signature, Extra",
            refs_of(TypeList<MultiAddress, AnyCall, MultiSignature, extension::All>{})};
        return t;
    }
};
template <>
struct Shape<ExtrinsicArgument> {
    static const Type& get() {
        static constexpr std::array<TypeRef, 1> of{&type_of<GenericExtrinsic>};
        static const Type t{
            Type::Kind::composite,
            "fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic",
            {},
            of,
            0,
            false,
            {},
            "Address, Call, Signature, Extension",
            refs_of(TypeList<MultiAddress, AnyCall, MultiSignature, extension::All>{})};
        return t;
    }
};

}  // namespace scale
