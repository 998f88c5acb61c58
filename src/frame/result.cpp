// Wire form and type information of DispatchError.
#include "frame/result.hpp"

namespace {
struct ModuleError {
    u8 index = 0;
    std::array<u8, 4> error{};
    FIELDS(index, error)
    PATH("sp_runtime::ModuleError")
};
enum class TransactionalError : u8 { LimitReached, NoLayer };
ENUMERATORS(TransactionalError, LimitReached, NoLayer)
ENUM_PATH(TransactionalError, "sp_runtime::TransactionalError")
enum class TrieError : u8 {};
ENUMERATORS(TrieError, InvalidStateRoot, IncompleteDatabase, ValueAtIncompleteKey, DecoderError,
            InvalidHash, DuplicateKey, ExtraneousNode, ExtraneousValue, ExtraneousHashReference,
            InvalidChildReference, ValueMismatch, IncompleteProof, RootMismatch, DecodeError)
ENUM_PATH(TrieError, "sp_runtime::proving_trie::TrieError")

using None = scale::None;
template <class T>
using With = scale::Some<T>;

bool carries_variant(DispatchError::Kind k) {
    using enum DispatchError::Kind;
    return k == Token || k == Arithmetic || k == Transactional || k == Trie;
}
}  // namespace

namespace scale {

void Codec<DispatchError>::encode(Bytes& out, const DispatchError& e) {
    out.push_back(u8(e.kind));
    if (e.kind == DispatchError::Kind::Module)
        scale::encode(out, ModuleError{e.pallet, {e.error}});
    else if (carries_variant(e.kind))
        out.push_back(e.error);
}
void Codec<DispatchError>::decode(Reader& in, DispatchError& e) {
    e = {DispatchError::Kind(in.byte()), 0, 0};
    if (e.kind > DispatchError::Kind::Trie) return in.fail();
    if (e.kind == DispatchError::Kind::Module) {
        ModuleError m;
        scale::decode(in, m);
        e.pallet = m.index;
        e.error = m.error[0];
    } else if (carries_variant(e.kind))
        e.error = in.byte();
}
const Type& Shape<DispatchError>::get() {
    using All = std::variant<None, None, None, With<ModuleError>, None, None, None,
                             With<TokenError>, With<ArithmeticError>, With<TransactionalError>,
                             None, None, None, None, With<TrieError>>;
    static const Type t{Type::Kind::variant, "sp_runtime::DispatchError",
                        "Other, CannotLookup, BadOrigin, Module, ConsumerRemaining, NoProviders, "
                        "TooManyConsumers, Token, Arithmetic, Transactional, Exhausted, "
                        "Corruption, Unavailable, RootNotAllowed, Trie",
                        payloads(static_cast<const All*>(nullptr))};
    return t;
}
void Codec<Result<>>::encode(Bytes& out, const Result<>& r) {
    out.push_back(r ? 0 : 1);
    if (!r) scale::encode(out, r.error());
}
void Codec<Result<>>::decode(Reader& in, Result<>& r) {
    DispatchError e;
    u8 tag = in.byte();
    if (tag == 0) {
        r = {};
        return;
    }
    scale::decode(in, e);
    if (tag != 1) in.fail();
    r = e;
}
const Type& Shape<Result<>>::get() {
    using Both = std::variant<With<std::tuple<>>, With<DispatchError>>;
    static const Type t{Type::Kind::variant,
                        "Result",
                        "Ok, Err",
                        payloads(static_cast<const Both*>(nullptr)),
                        0,
                        false,
                        {},
                        "T, E",
                        refs_of(TypeList<std::tuple<>, DispatchError>{})};
    return t;
}

}  // namespace scale
