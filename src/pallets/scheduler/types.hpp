// Tasks: calls to be made in a block to come.
#pragma once
#include "pallets/preimage/types.hpp"
#include "pallets/system/origin_caller.hpp"

namespace scheduler {

inline constexpr u8 pallet_index = 15;
inline constexpr u32 max_scheduled_per_block = 50;

using TaskName = std::array<u8, 32>;
using TaskAddress = std::pair<u32, u32>;  // the block, the place in its agenda
using Period = std::pair<u32, u32>;       // blocks between two times, times that are left

struct Scheduled {
    std::optional<TaskName> maybe_id{};
    u8 priority = 0;  // lower goes first
    preimage::BoundedCall call{};
    std::optional<Period> maybe_periodic{};
    frame_system::OriginCaller origin{};
    FIELDS(maybe_id, priority, call, maybe_periodic, origin)
    PATH("pallet_scheduler::Scheduled")
    TYPE_PARAMS("Name, Call, BlockNumber, PalletsOrigin, AccountId", TaskName,
                preimage::BoundedCall, u32, frame_system::OriginCaller, AccountId)
};
using Agenda = scale::BoundedVec<std::optional<Scheduled>, max_scheduled_per_block>;

/// How often a task that fails is tried again.
struct RetryConfig {
    u8 total_retries = 0, remaining = 0;
    u32 period = 0;  // blocks between two attempts
    FIELDS(total_retries, remaining, period)
    PATH("pallet_scheduler::RetryConfig")
    TYPE_PARAMS("Period", u32)
};

}  // namespace scheduler
