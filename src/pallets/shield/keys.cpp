// Authors' keys, one block after the other (pallets/shield lib.rs: announce_next_key).
#include "pallets/shield/calls.hpp"
#include "pallets/shield/errors.hpp"
#include "pallets/shield/storage.hpp"

namespace shield {
namespace {

template <class T>
void set_or_erase(State& s, const OptionalValue<T>& item, const std::optional<T>& value) {
    if (value)
        item.set(s, *value);
    else
        item.erase(s);
}

}  // namespace

/// Keys move up by one block each: NextKey, PendingKey, CurrentKey. What is announced here counts
/// from the author's block after the next on.
Result<> announce_next_key::dispatch(Context& cx, const Origin& origin) const {
    auto& s = cx.state;
    TRY(ensure_none(origin));
    const auto author = aura::author(s);
    ENSURE(author, Error::Unreachable);
    ENSURE(!enc_key || enc_key->size() == enc_key_bytes, Error::BadEncKeyLen);
    const auto pending = storage.NextKey.get(s);
    set_or_erase(s, storage.CurrentKey, storage.PendingKey.get(s));
    set_or_erase(s, storage.PendingKey, pending);
    std::optional<ShieldEncKey> next;
    if (const auto after_next = aura::author(s, 2))
        next = storage.AuthorKeys.get(s, {after_next->bytes});
    set_or_erase(s, storage.NextKey, next);
    if (enc_key)
        storage.AuthorKeys.set(s, {author->bytes}, *enc_key);
    else
        storage.AuthorKeys.erase(s, {author->bytes});
    const auto expires = [&](bool there, u32 blocks) {
        return there ? std::optional(cx.block + blocks) : std::nullopt;
    };
    set_or_erase(s, storage.PendingKeyExpiresAt, expires(pending.has_value(), 2));
    set_or_erase(s, storage.NextKeyExpiresAt, expires(next.has_value(), 3));
    return {};
}

}  // namespace shield
