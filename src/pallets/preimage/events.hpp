// What the pallet tells.
#pragma once
#include "pallets/preimage/types.hpp"

namespace preimage {

struct Noted {
    EVENT(0)
    H256 hash{};
    FIELDS(hash)
};
struct Requested {
    EVENT(1)
    H256 hash{};
    FIELDS(hash)
};
struct Cleared {
    EVENT(2)
    H256 hash{};
    FIELDS(hash)
};

}  // namespace preimage
