// What must hold after every extrinsic and every block, whatever happened: no rao comes from
// nowhere, no neuron without a place. Full scans of the state; for tests and simulators.
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
    /// In rao, modulo 2^64: what each pair of totals differs by.
    struct Gaps {
        u64 issuance = 0;                // SubtensorModule.TotalIssuance - Balances.TotalIssuance
        u64 stake = 0;                   // sum of SubnetTAO - TotalStake
        std::map<NetUid, u64> accounts;  // SubnetTAO - TAO in the subnet's account
    };
    static Gaps gaps(const State&);
    Gaps at_start_;
};
