// Types as people write them, for the fields of calls in metadata.
#pragma once
#include "scale/type.hpp"

/// "AccountId32", "Vec<(NetUid, u16)>", "Option<u64>"; a compact number by its inner type.
std::string type_name(const scale::Type&);
