// What the view shows: every member at one block, and what all of them have earned so far.
#pragma once
#include "apps/up/network.hpp"

namespace up {

struct MemberState {
    double score = 0;  // of a miner: the validators' average; negative when none has asked it yet
    double incentive = 0;  // shares of 1, of the last epoch
    double dividends = 0;
    u64 stake_rao = 0;   // alpha on the hotkey, all holders
    u64 earned_rao = 0;  // alpha, all epochs that were seen
};

struct Snapshot {
    client::Head head;
    u64 epochs = 0;                    // seen since the start
    std::vector<MemberState> members;  // in the network's order

    /// Of what all miners earned.
    double share_of(const Network&, std::string_view behaviour) const;
    u64 miners_earned_rao(const Network&) const;
};

/// Follows the subnet block by block, so that no epoch's emission is missed.
class Follower {
public:
    explicit Follower(Network& network) : network_(network) {
        now_.members.resize(network.members().size());
    }

    /// Takes in every block up to the head; whether there was a new one.
    Outcome<bool> advance();
    const Snapshot& now() const { return now_; }

private:
    Outcome<> take_block(const client::Head&);
    void read_scores();

    Network& network_;
    Snapshot now_;
    std::optional<u64> last_step_;  // block of the last epoch seen
};

}  // namespace up
