// What both ways of trimming a subnet share; not for other parts.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Storage indices of the subnet's mechanisms.
std::vector<NetUidStorageIndex> mechanism_indices(const State& s, NetUid netuid);
/// TrimmingWouldExceedMaxImmunePercentage: too many of `n` neurons may not go to leave `max_n`.
Result<> ensure_trimmable(const Context& cx, NetUid netuid, u16 n, u16 max_n);
/// The trimming itself, in one go.
Result<> trim_uids(Context& cx, NetUid netuid, u16 max_n);

/// trim_null.cpp: neurons from the tail fill the gaps, so that the others keep their uids.
/// stays[i] is the uid whose neuron becomes uid i. InvalidValue.
Result<std::vector<u16>> fill_gaps(const std::vector<u16>& stay, u16 max_n);
/// Moves them, with the permitted validator's weights and all bonds. InvalidValue: more rows than
/// there can be.
Result<> move_from_tail(State& s, NetUid netuid, u16 old_n, const std::vector<u16>& stays);

}  // namespace subtensor
