// What can be asked of the swap pallet.
#pragma once
#include "pallets/swap/types.hpp"

namespace swap {

struct set_fee_rate {
    CALL(0)
    NetUid netuid{};
    u16 rate = 0;
    FIELDS(netuid, rate)
};

// Users have no positions in a pool: these calls are refused with Deprecated.
struct add_liquidity {
    CALL(1)
    AccountId hotkey{};
    NetUid netuid{};
    TickIndex tick_low{}, tick_high{};
    u64 liquidity = 0;
    FIELDS(hotkey, netuid, tick_low, tick_high, liquidity)
};
struct remove_liquidity {
    CALL(2)
    AccountId hotkey{};
    NetUid netuid{};
    PositionId position_id{};
    FIELDS(hotkey, netuid, position_id)
};
struct modify_position {
    CALL(3)
    AccountId hotkey{};
    NetUid netuid{};
    PositionId position_id{};
    i64 liquidity_delta = 0;
    FIELDS(hotkey, netuid, position_id, liquidity_delta)
};
struct toggle_user_liquidity {
    CALL(4)
    NetUid netuid{};
    bool enable = false;
    FIELDS(netuid, enable)
};
struct disable_lp {
    CALL(5)
    NO_FIELDS
};

struct FeeRateSet {
    EVENT(0)
    NetUid netuid{};
    u16 rate = 0;
    FIELDS(netuid, rate)
};

}  // namespace swap
