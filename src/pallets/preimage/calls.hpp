// What can be asked of the pallet: preimages noted against a deposit or by root.
#pragma once
#include "pallets/preimage/types.hpp"

namespace preimage {

struct note_preimage {
    CALL(0)
    Bytes bytes{};
    FIELDS(bytes)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct unnote_preimage {
    CALL(1)
    H256 hash{};
    FIELDS(hash)
};
struct request_preimage {
    CALL(2)
    H256 hash{};
    FIELDS(hash)
};
struct unrequest_preimage {
    CALL(3)
    H256 hash{};
    FIELDS(hash)
};
struct ensure_updated {
    CALL(4)
    std::vector<H256> hashes{};
    FIELDS(hashes)
    DispatchInfo info(const DispatchInfo& base) const;
};

}  // namespace preimage
