// Calls in a form that can be stored (frame_support traits/preimages.rs).
#include "pallets/preimage/errors.hpp"
#include "pallets/preimage/note.hpp"
#include "pallets/preimage/preimage.hpp"
#include "pallets/preimage/storage.hpp"

namespace preimage {

std::optional<H256> BoundedCall::lookup_hash() const {
    if (auto l = std::get_if<bounded::Lookup>(this)) return l->hash;
    if (auto l = std::get_if<bounded::Legacy>(this)) return l->hash;
    return {};
}
std::optional<u32> BoundedCall::lookup_len() const {
    constexpr u32 max_legacy_len = 1'000'000;
    if (auto l = std::get_if<bounded::Lookup>(this)) return l->len;
    if (std::holds_alternative<bounded::Legacy>(*this)) return max_legacy_len;
    return {};
}

Result<BoundedCall> bound(Context& cx, const AnyCall& call) {
    auto raw = scale::encoded(call);
    if (raw.size() <= max_inline_bytes)
        return BoundedCall{bounded::Inline{{raw.begin(), raw.end()}}};
    auto noted = note_bytes(cx, raw, {});
    if (noted) return BoundedCall{bounded::Lookup{noted->hash, u32(raw.size())}};
    if (noted.error() == fail(Error::TooBig)) return fail(DispatchError::Kind::Exhausted);
    return noted.error();
}

/// The length of a preimage that is noted.
static std::optional<u32> noted_len(Context& cx, const H256& hash) {
    do_ensure_updated(cx, hash);
    auto found = storage.RequestStatusFor.find(cx.state, hash);
    if (!found) return {};
    if (auto u = std::get_if<status::Unrequested>(&*found)) return u->len;
    return std::get<status::Requested>(*found).maybe_len;
}

/// The bytes of the call.
static std::optional<Bytes> fetch(Context& cx, const BoundedCall& call) {
    if (auto in_place = std::get_if<bounded::Inline>(&call))
        return Bytes(in_place->bytes.begin(), in_place->bytes.end());
    auto hash = *call.lookup_hash();
    std::optional<u32> len;
    if (auto l = std::get_if<bounded::Lookup>(&call))
        len = l->len;
    else
        len = noted_len(cx, hash);
    if (!len) return {};
    auto found = storage.PreimageFor.find(cx.state, {hash, *len});
    if (!found) return {};
    return Bytes(found->begin(), found->end());
}

Result<Peeked> peek(Context& cx, const BoundedCall& call) {
    auto raw = fetch(cx, call);
    ENSURE(raw, DispatchError::Kind::Unavailable);
    scale::Reader in(*raw);
    Peeked out;
    scale::decode(in, out.call);
    ENSURE(in.ok(), DispatchError::Kind::Corruption);
    if (call.lookup_hash()) out.lookup_len = u32(raw->size());
    return out;
}
Result<Peeked> realize(Context& cx, const BoundedCall& call) {
    ASSIGN(auto out, peek(cx, call));
    drop(cx, call);
    return out;
}
void drop(Context& cx, const BoundedCall& call) {
    if (auto hash = call.lookup_hash()) unrequest(cx, *hash);
}
bool have(Context& cx, const BoundedCall& call) {
    auto hash = call.lookup_hash();
    return !hash || noted_len(cx, *hash);
}

}  // namespace preimage
