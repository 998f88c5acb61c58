// What the pallet tells.
#pragma once
#include "frame/call.hpp"
#include "pallets/balances/calls.hpp"
#include "pallets/balances/types.hpp"

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
struct Reserved {
    EVENT(4)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Unreserved {
    EVENT(5)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct ReserveRepatriated {
    EVENT(6)
    AccountId from{}, to{};
    TaoBalance amount{};
    BalanceStatus destination_status{};
    FIELDS(from, to, amount, destination_status)
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
struct Slashed {
    EVENT(9)
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
struct Suspended {
    EVENT(12)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Restored {
    EVENT(13)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Upgraded {
    EVENT(14)
    AccountId who{};
    FIELDS(who)
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
struct Locked {
    EVENT(17)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Unlocked {
    EVENT(18)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Frozen {
    EVENT(19)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct Thawed {
    EVENT(20)
    AccountId who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct TotalIssuanceForced {
    EVENT(21)
    TaoBalance old{}, new_{};
    FIELDS(old, new_)
};

}  // namespace balances
