// How a subnet's epochs decide who earns: Yuma consensus, or Null, where the validator with most
// stake decides alone.
// Source: subtensor subnets/mechanism.rs and subnets/uids.rs of runtime 475.
#pragma once
#include "frame/call.hpp"
#include "pallets/subtensor/types.hpp"

namespace subtensor {

/// Places that a subnet's mechanisms share under Null consensus.
inline constexpr u16 null_uid_budget = 2'500;

bool is_null_consensus(const State& s, NetUid netuid);
/// Places that a subnet's mechanisms share.
u16 epoch_uid_budget(EpochConsensus mode);
/// SubnetNotExists; InvalidValue: root, or timelocked commits wait (they fit one mode only);
/// TooManyUIDsPerMechanism: trim first.
Result<> do_set_epoch_consensus(Context& cx, NetUid netuid, EpochConsensus mode);
/// Under Null the validator with most stake gets the only permit.
void elect_null_validator(State& s, NetUid netuid);
/// Under Null nobody without the permit has anything to say about weights, the owner and those who
/// weigh themselves included. HotKeyNotRegisteredInSubNet, NeuronNoValidatorPermit.
Result<> ensure_null_permit(const State& s, NetUid netuid, const AccountId& hotkey);

/// Removes at most 64 neurons on the way to `target`, which later calls name again. What waits to
/// be revealed is forgotten first, as it names places that move: 2500 entries at most, then the
/// rest of the work is left to the next call. SubnetNotExists, InvalidValue,
/// TrimmingWouldExceedMaxImmunePercentage.
Result<> trim_null_uids_batch(Context& cx, NetUid netuid, u16 target);

}  // namespace subtensor
