// Whether an extrinsic may enter the pool or a block, and if not, why.
#pragma once
#include "frame/result.hpp"

/// Where a transaction comes from; the pool's are external.
enum class TransactionSource : u8 { InBlock, Local, External };
ENUMERATORS(TransactionSource, InBlock, Local, External)
ENUM_PATH(TransactionSource, "sp_runtime::transaction_validity::TransactionSource")

/// sp_runtime's InvalidTransaction, by number.
enum class InvalidTransaction : u8 {
    Call,
    Payment,  // the fee cannot be paid
    Future,   // nonce too high
    Stale,    // nonce used
    BadProof,
    AncientBirthBlock,
    ExhaustsResources,
    Custom,
    BadMandatory,
    MandatoryValidation,
    BadSigner,
    IndeterminateImplicit,
    UnknownOrigin
};
/// sp_runtime's UnknownTransaction, by number.
enum class UnknownTransaction : u8 { CannotLookup, NoUnsignedValidator, Custom };

/// TransactionValidityError: invalid for good, or it cannot be told.
struct ValidityError {
    bool is_unknown = false;
    u8 kind = 0;
    u8 custom = 0;  // the number behind Custom
    bool operator==(const ValidityError&) const = default;

    bool is(InvalidTransaction k) const { return !is_unknown && kind == u8(k); }
};
inline ValidityError invalid(InvalidTransaction kind) { return {false, u8(kind), 0}; }
inline ValidityError invalid_custom(u8 code) {
    return {false, u8(InvalidTransaction::Custom), code};
}
inline ValidityError unknown(UnknownTransaction kind) { return {true, u8(kind), 0}; }

/// What the pool needs to order a transaction: it may run once all `requires_` are provided.
struct ValidTransaction {
    u64 priority = 0;
    std::vector<Bytes> requires_{}, provides{};
    u64 longevity = ~u64{0};  // blocks that it stays valid for
    bool propagate = true;
    FIELDS(priority, requires_, provides, longevity, propagate)
    PATH("sp_runtime::transaction_validity::ValidTransaction")
};

/// A value, or why the extrinsic is refused.
template <class T>
class [[nodiscard]] Validated {
public:
    Validated(T v) : v_(std::move(v)) {}
    Validated(ValidityError e) : v_(e) {}
    explicit operator bool() const { return v_.index() == 0; }
    const T& operator*() const& { return std::get<0>(v_); }
    T&& operator*() && { return std::get<0>(std::move(v_)); }
    const T* operator->() const { return &std::get<0>(v_); }
    const ValidityError& error() const { return std::get<1>(v_); }

private:
    std::variant<T, ValidityError> v_;
};
using TransactionValidity = Validated<ValidTransaction>;

namespace scale {
template <>
struct Codec<ValidityError> {
    static void encode(Bytes&, const ValidityError&);
};
template <>
struct Shape<ValidityError> {
    static const Type& get();
};
template <>
struct Codec<TransactionValidity> {
    static void encode(Bytes&, const TransactionValidity&);
};
template <>
struct Shape<TransactionValidity> {
    static const Type& get();
};
}  // namespace scale
