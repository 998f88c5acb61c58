// What must hold after every extrinsic and every block, whatever happened: no rao comes from
// nowhere, no neuron without a place, no key without an owner. Full scans of the state: for tests,
// simulators and chains under development.
// TotalStake is left out: in the reference it counts swap fees too, wherever they went.
#pragma once
#include <map>
#include <set>
#include <string>

#include "frame/call.hpp"
#include "primitives/balance.hpp"

class Invariants {
public:
    /// What is wrong at the start is known and not told again: genesis counts TAO that no account
    /// holds (the first subnet's pool), and a hotkey of nobody. Such differences stay as they are.
    explicit Invariants(const State& start);

    /// Looks after some calls or blocks, which emitted these events: a line for each rule that is
    /// broken since the start; empty when all hold.
    std::string broken(const State&, std::span<const Event>);

private:
    /// In rao.
    struct Gaps {
        i64 issuance = 0;                // SubtensorModule.TotalIssuance - Balances.TotalIssuance
        std::map<NetUid, i64> accounts;  // SubnetTAO - TAO in the subnet's account
    };
    static Gaps gaps(const State&);
    std::string found(const State&) const;

    Gaps at_start_;
    i64 missed_rao_ = 0;  // what SubtensorModule's count of the issuance has not been told
    std::set<std::string, std::less<>> known_;
};
