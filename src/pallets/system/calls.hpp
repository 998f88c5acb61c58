// What can be asked of the pallet: remarks by anyone, raw storage and code by root.
#pragma once
#include "pallets/system/types.hpp"

namespace frame_system {

struct remark {
    CALL(0)
    Bytes remark_{};
    FIELDS(remark_)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct set_heap_pages {
    CALL(1)
    u64 pages = 0;
    FIELDS(pages)
};
struct set_code {
    CALL(2)
    Bytes code{};
    FIELDS(code)
};
struct set_code_without_checks {
    CALL(3)
    Bytes code{};
    FIELDS(code)
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
struct authorize_upgrade {
    CALL(9)
    H256 code_hash{};
    FIELDS(code_hash)
};
struct authorize_upgrade_without_checks {
    CALL(10)
    H256 code_hash{};
    FIELDS(code_hash)
};
struct apply_authorized_upgrade {
    CALL(11)
    Bytes code{};
    FIELDS(code)
};

}  // namespace frame_system
