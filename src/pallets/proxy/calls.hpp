// What can be asked of the pallet: making and removing proxies, calling through them.
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

struct proxy {
    CALL(0)
    MultiAddress real{};
    std::optional<ProxyType> force_proxy_type{};
    AnyCall call{};
    FIELDS(real, force_proxy_type, call)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct add_proxy {
    CALL(1)
    MultiAddress delegate{};
    ProxyType proxy_type{};
    u32 delay = 0;
    FIELDS(delegate, proxy_type, delay)
};
struct remove_proxy {
    CALL(2)
    MultiAddress delegate{};
    ProxyType proxy_type{};
    u32 delay = 0;
    FIELDS(delegate, proxy_type, delay)
};
struct remove_proxies {
    CALL(3)
    NO_FIELDS
};
struct create_pure {
    CALL(4)
    ProxyType proxy_type{};
    u32 delay = 0;
    u16 index_ = 0;
    FIELDS(proxy_type, delay, index_)
};
struct kill_pure {
    CALL(5)
    MultiAddress spawner{};
    ProxyType proxy_type{};
    u16 index_ = 0;
    scale::Compact<u32> height{}, ext_index{};
    FIELDS(spawner, proxy_type, index_, height, ext_index)
};
struct announce {
    CALL(6)
    MultiAddress real{};
    H256 call_hash{};
    FIELDS(real, call_hash)
};
struct remove_announcement {
    CALL(7)
    MultiAddress real{};
    H256 call_hash{};
    FIELDS(real, call_hash)
};
struct reject_announcement {
    CALL(8)
    MultiAddress delegate{};
    H256 call_hash{};
    FIELDS(delegate, call_hash)
};
struct proxy_announced {
    CALL(9)
    MultiAddress delegate{}, real{};
    std::optional<ProxyType> force_proxy_type{};
    AnyCall call{};
    FIELDS(delegate, real, force_proxy_type, call)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct poke_deposit {
    CALL(10)
    NO_FIELDS
};
struct set_real_pays_fee {
    CALL(11)
    MultiAddress delegate{};
    bool pays_fee = false;
    FIELDS(delegate, pays_fee)
};

}  // namespace proxy
