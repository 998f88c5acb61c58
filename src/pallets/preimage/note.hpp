// Noting and requesting, between the pallet's own files.
#pragma once
#include "pallets/preimage/types.hpp"

namespace preimage {

struct NotedBytes {
    H256 hash{};
    bool was_requested = false;
};
/// Stores bytes; a depositor pays unless somebody has requested them. Emits Noted. Errors:
/// Error::TooBig, AlreadyNoted, those of a hold.
Result<NotedBytes> note_bytes(Context&, BytesView, const std::optional<AccountId>& depositor);
/// Takes the note back, for its owner or (none) for root. Emits Cleared when the bytes go.
Result<> do_unnote_preimage(Context&, const H256&, const std::optional<AccountId>& owner);
void do_request_preimage(Context&, const H256&);
Result<> do_unrequest_preimage(Context&, const H256&);
/// Turns a deposit of old into a hold; false when there is none.
bool do_ensure_updated(Context&, const H256&);

}  // namespace preimage
