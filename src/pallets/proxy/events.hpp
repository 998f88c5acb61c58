// What the pallet tells.
#pragma once
#include "pallets/proxy/types.hpp"

namespace proxy {

struct ProxyExecuted {
    EVENT(0)
    Result<> result{};
    FIELDS(result)
};
struct PureCreated {
    EVENT(1)
    AccountId pure{}, who{};
    ProxyType proxy_type{};
    u16 disambiguation_index = 0;
    FIELDS(pure, who, proxy_type, disambiguation_index)
};
struct PureKilled {
    EVENT(2)
    AccountId pure{}, spawner{};
    ProxyType proxy_type{};
    u16 disambiguation_index = 0;
    FIELDS(pure, spawner, proxy_type, disambiguation_index)
};
struct Announced {
    EVENT(3)
    AccountId real{}, proxy{};
    H256 call_hash{};
    FIELDS(real, proxy, call_hash)
};
struct ProxyAdded {
    EVENT(4)
    AccountId delegator{}, delegatee{};
    ProxyType proxy_type{};
    u32 delay = 0;
    FIELDS(delegator, delegatee, proxy_type, delay)
};
struct ProxyRemoved {
    EVENT(5)
    AccountId delegator{}, delegatee{};
    ProxyType proxy_type{};
    u32 delay = 0;
    FIELDS(delegator, delegatee, proxy_type, delay)
};
struct DepositPoked {
    EVENT(6)
    AccountId who{};
    DepositKind kind{};
    TaoBalance old_deposit{}, new_deposit{};
    FIELDS(who, kind, old_deposit, new_deposit)
};
struct RealPaysFeeSet {
    EVENT(7)
    AccountId real{}, delegate{};
    bool pays_fee = false;
    FIELDS(real, delegate, pays_fee)
};

}  // namespace proxy
