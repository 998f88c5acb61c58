// What can be asked of the pallet: remarks by anyone, raw storage by root.
#pragma once
#include "pallets/system/types.hpp"

namespace frame_system {

struct remark {
    CALL(0)
    Bytes remark_{};
    FIELDS(remark_)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct set_storage {
    CALL(4)
    std::vector<std::pair<Bytes, Bytes>> items{};
    FIELDS(items)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct kill_storage {
    CALL(5)
    std::vector<Bytes> keys{};
    FIELDS(keys)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct kill_prefix {
    CALL(6)
    Bytes prefix{};
    u32 subkeys = 0;
    FIELDS(prefix, subkeys)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct remark_with_event {
    CALL(7)
    Bytes remark{};
    FIELDS(remark)
    DispatchInfo info(const DispatchInfo& base) const;
};

}  // namespace frame_system
