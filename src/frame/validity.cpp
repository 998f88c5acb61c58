// How the answers of TaggedTransactionQueue look on the wire and in metadata.
#include "frame/validity.hpp"

#include "scale/codec.hpp"
#include "scale/type.hpp"

namespace {

using scale::None;
template <class T>
using With = scale::Some<T>;

// The numbers and payloads of sp_runtime's two enums; ValidityError holds either.
using InvalidKinds =
    std::variant<None, None, None, None, None, None, None, With<u8>, None, None, None, None, None>;
using UnknownKinds = std::variant<None, None, With<u8>>;

struct Invalid {};
struct Unknown {};

}  // namespace

namespace scale {

namespace {
template <class All>
Type variant(std::string_view path, std::string_view names) {
    return {Type::Kind::variant, path, names, payloads(static_cast<const All*>(nullptr))};
}
}  // namespace

template <>
struct Shape<Invalid> {
    static const Type& get() {
        static const Type t = variant<InvalidKinds>(
            "sp_runtime::transaction_validity::InvalidTransaction",
            "Call, Payment, Future, Stale, BadProof, AncientBirthBlock, ExhaustsResources, Custom, "
            "BadMandatory, MandatoryValidation, BadSigner, IndeterminateImplicit, UnknownOrigin");
        return t;
    }
};
template <>
struct Shape<Unknown> {
    static const Type& get() {
        static const Type t =
            variant<UnknownKinds>("sp_runtime::transaction_validity::UnknownTransaction",
                                  "CannotLookup, NoUnsignedValidator, Custom");
        return t;
    }
};

void Codec<ValidityError>::encode(Bytes& out, const ValidityError& e) {
    const bool carries_number = e.is_unknown ? e.kind == u8(UnknownTransaction::Custom)
                                             : e.kind == u8(InvalidTransaction::Custom);
    out.push_back(e.is_unknown);
    out.push_back(e.kind);
    if (carries_number) out.push_back(e.custom);
}
const Type& Shape<ValidityError>::get() {
    static const Type t = variant<std::variant<With<Invalid>, With<Unknown>>>(
        "sp_runtime::transaction_validity::TransactionValidityError", "Invalid, Unknown");
    return t;
}

void Codec<TransactionValidity>::encode(Bytes& out, const TransactionValidity& v) {
    out.push_back(!v);
    if (v)
        scale::encode(out, *v);
    else
        scale::encode(out, v.error());
}
const Type& Shape<TransactionValidity>::get() {
    using Both = std::variant<With<ValidTransaction>, With<ValidityError>>;
    static const Type t{Type::Kind::variant,
                        "Result",
                        "Ok, Err",
                        payloads(static_cast<const Both*>(nullptr)),
                        0,
                        false,
                        {},
                        "T, E",
                        refs_of(TypeList<ValidTransaction, ValidityError>{})};
    return t;
}

}  // namespace scale
