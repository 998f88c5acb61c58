// A call to be made later, as storage keeps it: small ones as they are, others by their hash.
#pragma once
#include "frame/call.hpp"

/// The longest call that is kept in place; longer ones lie in the preimage pallet.
inline constexpr u32 max_inline_call_bytes = 128;

namespace bounded {
struct Legacy {
    H256 hash{};
    FIELDS(hash)
};
struct Inline {
    scale::BoundedVec<u8, max_inline_call_bytes> call{};
    UNNAMED(call)
};
struct Lookup {
    H256 hash{};
    u32 len = 0;
    FIELDS(hash, len)
};
struct BlakeTwo256 {
    NO_FIELDS
    PATH("sp_runtime::traits::BlakeTwo256")
};
}  // namespace bounded

/// frame_support::traits::Bounded<RuntimeCall, BlakeTwo256>.
struct BoundedCall : std::variant<bounded::Legacy, bounded::Inline, bounded::Lookup> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Legacy, Inline, Lookup";
    PATH("frame_support::traits::preimages::Bounded")
    TYPE_PARAMS("T, H", AnyCall, bounded::BlakeTwo256)
};
