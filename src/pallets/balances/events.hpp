// What the pallet tells.
#pragma once
#include "frame/call.hpp"
#include "pallets/balances/calls.hpp"

namespace balances {

struct Endowed {
    EVENT(0)
    AccountId account{};
    TaoBalance free_balance{};
    FIELDS(account, free_balance)
};
struct DustLost {
    EVENT(1)
    AccountId account{};
    TaoBalance amount{};
    FIELDS(account, amount)
};
struct Transfer {
    EVENT(2)
    AccountId from{}, to{};
    TaoBalance amount{};
    FIELDS(from, to, amount)
};
struct BalanceSet {
    EVENT(3)
    AccountId who{};
    TaoBalance free{};
    FIELDS(who, free)
};
struct Deposit {
    EVENT(7)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Withdraw {
    EVENT(8)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Minted {
    EVENT(10)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Burned {
    EVENT(11)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Issued {
    EVENT(15)
    TaoBalance amount{};
    FIELDS(amount)
};
struct Rescinded {
    EVENT(16)
    TaoBalance amount{};
    FIELDS(amount)
};

}  // namespace balances
