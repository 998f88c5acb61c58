// What must hold after every extrinsic and every block, whatever happened: no rao comes from
// nowhere, no neuron without a place. Full scans of the state; for tests and simulators.
// TotalStake is left out: in the reference it counts swap fees too, wherever they went.
#pragma once
#include <map>

#include "primitives/balance.hpp"
#include "state/state.hpp"

class Invariants {
public:
    /// Genesis counts TAO that no account holds (the first subnet's pool); such differences must
    /// stay exactly as they are at the start.
    explicit Invariants(const State& start);

    /// A line for each rule that is broken; empty when all hold.
    std::string broken(const State&) const;

private:
    /// In rao.
    struct Gaps {
        i64 issuance = 0;                // SubtensorModule.TotalIssuance - Balances.TotalIssuance
        std::map<NetUid, i64> accounts;  // SubnetTAO - TAO in the subnet's account
    };
    static Gaps gaps(const State&);
    Gaps at_start_;
};
