// How tasks get into agendas and out of them (pallet-scheduler lib.rs).
#pragma once
#include "pallets/scheduler/types.hpp"

namespace scheduler {

/// Puts a task into a block's agenda. Emits Scheduled. DispatchError::Kind::Exhausted when all its
/// places are taken; then nothing has changed.
Result<TaskAddress> place_task(Context&, u32 when, const Scheduled&);

/// Makes the calls that are due; what that weighed.
Weight on_initialize(Context&);

/// Base weights of the pallet, for the tables and for what is done in on_initialize.
constexpr Weight priced(u64 ref_time, u64 proof_size, u64 reads, u64 writes) {
    return {ref_time + reads * db_read_ref_time + writes * db_write_ref_time, proof_size};
}
inline constexpr u64 agenda_proof_size = 110'487;

}  // namespace scheduler
