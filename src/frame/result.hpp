// What a dispatch gives back: a value or a DispatchError. Consensus code never throws.
#pragma once
#include "scale/type.hpp"

/// Why a call failed, with the kinds and numbers of sp_runtime::DispatchError.
struct DispatchError {
    enum class Kind : u8 {
        Other,
        CannotLookup,
        BadOrigin,
        Module,
        ConsumerRemaining,
        NoProviders,
        TooManyConsumers,
        Token,
        Arithmetic,
        Transactional,
        Exhausted,
        Corruption,
        Unavailable,
        RootNotAllowed,
        Trie
    };
    Kind kind = Kind::Other;
    u8 pallet = 0;  // Module: the pallet's index
    u8 error = 0;   // Module: the error's index; Token, Arithmetic...: the inner variant
    bool operator==(const DispatchError&) const = default;
};

enum class TokenError : u8 {
    FundsUnavailable,
    OnlyProvider,
    BelowMinimum,
    CannotCreate,
    UnknownAsset,
    Frozen,
    Unsupported,
    CannotCreateHold,
    NotExpendable,
    Blocked
};
ENUMERATORS(TokenError, FundsUnavailable, OnlyProvider, BelowMinimum, CannotCreate, UnknownAsset,
            Frozen, Unsupported, CannotCreateHold, NotExpendable, Blocked)
ENUM_PATH(TokenError, "sp_runtime::TokenError")
enum class ArithmeticError : u8 { Underflow, Overflow, DivisionByZero };
ENUMERATORS(ArithmeticError, Underflow, Overflow, DivisionByZero)
ENUM_PATH(ArithmeticError, "sp_arithmetic::ArithmeticError")

inline DispatchError fail(TokenError e) { return {DispatchError::Kind::Token, 0, u8(e)}; }
inline DispatchError fail(ArithmeticError e) { return {DispatchError::Kind::Arithmetic, 0, u8(e)}; }
inline DispatchError fail(DispatchError::Kind kind) { return {kind, 0, 0}; }

struct Unit {};

/// Like std::expected<T, DispatchError>, which g++ 12 has only in C++23.
template <class T = Unit>
class [[nodiscard]] Result {
public:
    Result() requires std::same_as<T, Unit> : v_(T{}) {}
    Result(T v) : v_(std::move(v)) {}
    Result(DispatchError e) : v_(e) {}
    explicit operator bool() const { return v_.index() == 0; }
    const T& operator*() const& { return std::get<0>(v_); }
    T&& operator*() && { return std::get<0>(std::move(v_)); }
    const T* operator->() const { return &std::get<0>(v_); }
    const DispatchError& error() const { return std::get<1>(v_); }

private:
    std::variant<T, DispatchError> v_;
};

/// TRY(validate(...)): return the error, if there is one.
#define TRY(...)                                                   \
    do {                                                           \
        if (auto try_ = (__VA_ARGS__); !try_) return try_.error(); \
    } while (false)
/// ASSIGN(auto coldkey, ensure_signed(origin)): the value, or return the error.
#define ASSIGN(decl, ...) ASSIGN_(decl, __COUNTER__, __VA_ARGS__)
#define ASSIGN_(decl, n, ...) ASSIGN__(decl, n, __VA_ARGS__)
#define ASSIGN__(decl, n, ...)                  \
    auto assign_##n = (__VA_ARGS__);            \
    if (!assign_##n) return assign_##n.error(); \
    decl = *std::move(assign_##n)
/// ENSURE(condition, Error::X): return fail(Error::X) unless the condition holds.
#define ENSURE(condition, ...)                      \
    do {                                            \
        if (!(condition)) return fail(__VA_ARGS__); \
    } while (false)

namespace scale {
template <>
struct Codec<DispatchError> {
    static void encode(Bytes&, const DispatchError&);
    static void decode(Reader&, DispatchError&);
};
template <>
struct Shape<DispatchError> {
    static const Type& get();
};
/// Result<(), DispatchError> as events carry it.
template <>
struct Codec<Result<>> {
    static void encode(Bytes&, const Result<>&);
    static void decode(Reader&, Result<>&);
};
template <>
struct Shape<Result<>> {
    static const Type& get();
};
}  // namespace scale
