// What the pallet tells.
#pragma once
#include "frame/call.hpp"
#include "pallets/commitments/types.hpp"

namespace commitments {

struct Commitment {
    EVENT(0)
    NetUid netuid{};
    AccountId who{};
    FIELDS(netuid, who)
};
struct TimelockCommitment {
    EVENT(1)
    NetUid netuid{};
    AccountId who{};
    u64 reveal_round = 0;
    FIELDS(netuid, who, reveal_round)
};
struct CommitmentRevealed {
    EVENT(2)
    NetUid netuid{};
    AccountId who{};
    FIELDS(netuid, who)
};
struct CommitmentRevealFailed {
    EVENT(3)
    NetUid netuid{};
    AccountId who{};
    u64 reveal_round = 0;
    RevealFailure error{};
    FIELDS(netuid, who, reveal_round, error)
};

}  // namespace commitments
