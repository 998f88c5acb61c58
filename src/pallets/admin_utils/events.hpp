// What the pallet tells beside SubtensorModule's own events.
#pragma once
#include "pallets/admin_utils/calls.hpp"

namespace admin_utils {

struct PrecompileUpdated {
    EVENT(0)
    PrecompileEnum precompile_id{};
    bool enabled{};
    FIELDS(precompile_id, enabled)
};
struct Yuma3EnableToggled {
    EVENT(1)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct BondsResetToggled {
    EVENT(2)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct BurnHalfLifeSet {
    EVENT(3)
    NetUid netuid{};
    u16 burn_half_life{};
    FIELDS(netuid, burn_half_life)
};
struct BurnIncreaseMultSet {
    EVENT(4)
    NetUid netuid{};
    U64F64 burn_increase_mult{};
    FIELDS(netuid, burn_increase_mult)
};
struct SubnetEmissionEnabledSet {
    EVENT(5)
    NetUid netuid{};
    bool enabled{};
    FIELDS(netuid, enabled)
};
struct CollateralLockShareSet {
    EVENT(6)
    NetUid netuid{};
    u16 lock_share{};
    FIELDS(netuid, lock_share)
};
struct CollateralDrainRatioSet {
    EVENT(7)
    NetUid netuid{};
    U64F64 drain_ratio{};
    FIELDS(netuid, drain_ratio)
};

}  // namespace admin_utils
