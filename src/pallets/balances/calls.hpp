// What can be asked of the pallet: transfers by holders, corrections by root.
#pragma once
#include "frame/call.hpp"
#include "pallets/balances/types.hpp"

namespace balances {

inline constexpr u8 pallet_index = 5;

struct transfer_allow_death {
    CALL(0)
    MultiAddress dest{};
    scale::Compact<TaoBalance> value{};
    FIELDS(dest, value)
};
struct force_transfer {
    CALL(2)
    MultiAddress source{}, dest{};
    scale::Compact<TaoBalance> value{};
    FIELDS(source, dest, value)
};
struct transfer_keep_alive {
    CALL(3)
    MultiAddress dest{};
    scale::Compact<TaoBalance> value{};
    FIELDS(dest, value)
};
struct transfer_all {
    CALL(4)
    MultiAddress dest{};
    bool keep_alive = false;
    FIELDS(dest, keep_alive)
};
struct force_unreserve {
    CALL(5)
    MultiAddress who{};
    TaoBalance amount{};
    FIELDS(who, amount)
};
struct upgrade_accounts {
    CALL(6)
    std::vector<AccountId> who{};
    FIELDS(who)
    DispatchInfo info(const DispatchInfo& base) const;
};
struct force_set_balance {
    CALL(8)
    MultiAddress who{};
    scale::Compact<TaoBalance> new_free{};
    FIELDS(who, new_free)
};
struct force_adjust_total_issuance {
    CALL(9)
    AdjustmentDirection direction{};
    scale::Compact<TaoBalance> delta{};
    FIELDS(direction, delta)
};
struct burn {
    CALL(10)
    scale::Compact<TaoBalance> value{};
    bool keep_alive = false;
    FIELDS(value, keep_alive)
    DispatchInfo info(const DispatchInfo& base) const;
};

}  // namespace balances
