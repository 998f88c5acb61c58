// A scenario: the whole network that `myelin up` starts, from one JSON file.
#pragma once
#include "base/outcome.hpp"

namespace up {

struct Delegator {
    std::string name;
    u64 stake_tao = 0;
};
struct Validator {
    std::string name;
    u64 stake_tao = 0;
    std::vector<Delegator> delegators;
};
struct Miner {
    std::string name;
    std::string behaviour = "honest";
};

struct Scenario {
    std::string title;
    std::vector<std::string> node;  // flags of `myelin node`
    u16 tempo = 12;                 // blocks
    std::string owner;              // of the subnet
    std::string task = "text";
    u32 tokens = 20, pause_ms = 1500, timeout_ms = 20'000;  // see `myelin validator --help`
    std::vector<Validator> validators;
    std::vector<Miner> miners;
    double honest_share_at_least = 0, canned_share_at_most = 1;  // of all miners' emission

    static constexpr std::size_t most_members = 64;
};

/// Refuses unknown and missing fields by name.
Outcome<Scenario> read_scenario(const std::string& path);

}  // namespace up
