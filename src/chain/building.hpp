// One block under construction: what the author puts into it, and which of the waiting
// transactions. Order and rules are the reference's proposer (sc-basic-authorship, with the shield
// of subtensor).
#pragma once
#include <set>

#include "chain/pool.hpp"
#include "chain/shield_keys.hpp"
#include "runtime/executive.hpp"

namespace chain {

class Building {
public:
    /// `parent`: the state before the block.
    Building(BlockExecution&, Pool&, const ShieldKeys&, const State& parent);

    /// Puts in what only the author can. A refusal is left out.
    void add_own(const AnyCall&);
    /// Tries a waiting transaction. False: the block is full.
    bool take(const Pool::Entry&);

    const std::vector<Bytes>& extrinsics() const { return extrinsics_; }
    /// Those that came from the pool, and what they had inside.
    const std::vector<Pool::Entry>& included() const { return included_; }

private:
    bool take_inside(const shield::ShieldedTransaction&);
    bool skip();
    bool include(const Pool::Entry&);

    BlockExecution& execution_;
    Pool& pool_;
    const ShieldKeys& keys_;
    std::optional<shield::KeyHash> opens_now_{};  // what is encrypted to this key
    std::set<AccountId> waiting_{};               // for the block of another key
    std::vector<Bytes> extrinsics_{};
    std::vector<Pool::Entry> included_{};
    int skipped_ = 0;
};

}  // namespace chain
