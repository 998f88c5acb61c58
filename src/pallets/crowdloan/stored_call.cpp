// A crowdloan's call on its way into storage and back.
#include "pallets/crowdloan/stored_call.hpp"

namespace crowdloan {

Result<BoundedCall> bound(const AnyCall& call) {
    auto raw = scale::encoded(call);
    ENSURE(raw.size() <= max_inline_call_bytes, DispatchError::Kind::Exhausted);
    return BoundedCall{bounded::Inline{decltype(bounded::Inline::call){std::move(raw)}}};
}

std::optional<AnyCall> peek(const BoundedCall& kept) {
    auto in_place = std::get_if<bounded::Inline>(&kept);
    if (!in_place) return {};
    return scale::decoded<AnyCall>(in_place->call);
}

}  // namespace crowdloan
