// Who has noted or asked for a preimage, and calls that may be stored by their hash.
#pragma once
#include "frame/call.hpp"
#include "primitives/balance.hpp"

namespace preimage {

inline constexpr u8 pallet_index = 14;
inline constexpr u32 max_size_bytes = 4 * 1024 * 1024;  // MAX_SIZE
inline constexpr u32 max_inline_bytes = 128;            // of a call stored in place
inline constexpr u32 max_upgraded_hashes = 1024;        // MAX_HASH_UPGRADE_BULK_COUNT

using Bytes4M = scale::BoundedVec<u8, max_size_bytes>;

/// The deposit behind a preimage, as a hold of this many rao.
struct HoldConsideration {
    TaoBalance amount{};
    UNNAMED(amount)
    PATH("frame_support::traits::tokens::fungible::HoldConsideration")
    TYPE_PARAMS("A, F, R, D, Fp", scale::NoType, scale::NoType, scale::NoType, scale::NoType,
                scale::NoType)
};
using Ticket = std::pair<AccountId, HoldConsideration>;

namespace status {
struct Unrequested {
    Ticket ticket{};
    u32 len = 0;
    FIELDS(ticket, len)
};
struct Requested {
    std::optional<Ticket> maybe_ticket{};
    u32 count = 0;
    std::optional<u32> maybe_len{};
    FIELDS(maybe_ticket, count, maybe_len)
};
}  // namespace status
struct RequestStatus : std::variant<status::Unrequested, status::Requested> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Unrequested, Requested";
    PATH("pallet_preimage::RequestStatus")
    TYPE_PARAMS("AccountId, Ticket", AccountId, HoldConsideration)
};

/// As it was before deposits became holds.
namespace old_status {
using Deposit = std::pair<AccountId, TaoBalance>;
struct Unrequested {
    Deposit deposit{};
    u32 len = 0;
    FIELDS(deposit, len)
};
struct Requested {
    std::optional<Deposit> deposit{};
    u32 count = 0;
    std::optional<u32> len{};
    FIELDS(deposit, count, len)
};
}  // namespace old_status
struct OldRequestStatus : std::variant<old_status::Unrequested, old_status::Requested> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Unrequested, Requested";
    PATH("pallet_preimage::OldRequestStatus")
    TYPE_PARAMS("AccountId, Balance", AccountId, TaoBalance)
};

struct BlakeTwo256 {
    NO_FIELDS
    PATH("sp_runtime::traits::BlakeTwo256")
};
namespace bounded {
struct Legacy {
    H256 hash{};
    FIELDS(hash)
};
struct Inline {
    scale::BoundedVec<u8, max_inline_bytes> bytes{};
    UNNAMED(bytes)
};
struct Lookup {
    H256 hash{};
    u32 len = 0;
    FIELDS(hash, len)
};
}  // namespace bounded
/// A call: in place if it is short, else the hash of its preimage.
struct BoundedCall : std::variant<bounded::Legacy, bounded::Inline, bounded::Lookup> {
    using variant::variant;
    static constexpr std::string_view alternatives = "Legacy, Inline, Lookup";
    PATH("frame_support::traits::preimages::Bounded")
    TYPE_PARAMS("T, H", AnyCall, BlakeTwo256)

    std::optional<H256> lookup_hash() const;
    /// How many bytes must be fetched; a legacy one is counted as a million.
    std::optional<u32> lookup_len() const;
};

}  // namespace preimage
