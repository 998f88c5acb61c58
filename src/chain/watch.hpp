// Looks after each block whether what must always hold still does: for chains under development.
#pragma once
#include "pallets/system/types.hpp"
#include "runtime/invariants/invariants.hpp"

namespace chain {

class Watch {
public:
    /// What is wrong in this state already is not told.
    explicit Watch(const View& start) : rules_(State(start)) {}

    /// Empty when all is well; else the rules that the block breaks and what it changed, decoded.
    std::string findings(u32 block, const View& before, const State& after);

private:
    Invariants rules_;
};

}  // namespace chain
