// What runtime 475 calls or numbers otherwise than 425, the runtime of the traces: the same thing
// under another name is no difference.
#pragma once
#include <string>
#include <string_view>

#include "base/types.hpp"

namespace traces {

bool same_error_name(std::string_view ours, std::string_view theirs);
/// "Pallet.Event" with its payload in hex. Errors inside may be numbered anew.
bool same_event(const std::string& ours, const std::string& theirs);

Bytes item_prefix(std::string_view pallet, std::string_view item);
bool begins_with(BytesView key, BytesView prefix);
/// A key of the record as this runtime names it, and back.
Bytes our_key(Bytes key);
Bytes their_key(Bytes key);
/// A stored value as the recorded runtime would have it; `key` is ours.
Bytes their_value(BytesView key, Bytes value);

}  // namespace traces
