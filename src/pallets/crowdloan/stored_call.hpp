// A crowdloan's call on its way into storage and back (StorePreimage::bound and peek of
// frame_support).
#pragma once
#include "frame/bounded_call.hpp"

namespace crowdloan {

/// Exhausted: the call is too long to be kept in place.
Result<BoundedCall> bound(const AnyCall&);
/// nullopt: it is not there, or no call any more.
std::optional<AnyCall> peek(const BoundedCall&);

}  // namespace crowdloan
