// A running network: the node's and the roles' processes, their wallets, and the subnet they meet
// on.
#pragma once
#include "apps/onchain.hpp"
#include "apps/up/scenario.hpp"
#include "keys/wallet.hpp"
#include "services/process/child.hpp"

namespace up {

enum class Kind { validator, miner };

/// A neuron of the network.
struct Member {
    std::string name;
    Kind kind = Kind::miner;
    std::string behaviour;  // of a miner
    u16 uid = 0;
    AccountId hotkey{};
    std::string scores_path;  // of a validator
};

struct Options {
    std::string folder;  // wallets, logs, scores
    u16 port = 9944;     // of the node; miners listen on the ports from first_miner_port on
    u16 first_miner_port = 8191;
};

class Network {
public:
    /// Starts everything. `progress` gets a line per step. Fails as soon as a stop is requested.
    static Outcome<std::unique_ptr<Network>> start(
        const Scenario&, const Options&, const std::function<void(const std::string&)>& progress);
    ~Network();  // ends all processes: SIGTERM, then SIGKILL

    client::Chain& chain() { return *chain_; }
    NetUid netuid() const { return netuid_; }
    const std::vector<Member>& members() const { return members_; }
    std::string wallets_path() const { return options_.folder + "/wallets"; }

    /// Starts roles again that ended by themselves, with a note for each. Fails when the node did,
    /// or one role too often.
    Outcome<std::vector<std::string>> tend();

private:
    struct Keys {
        crypto::Sr25519Pair coldkey, hotkey;
    };
    struct Process {
        std::string name;
        std::vector<std::string> words;
        process::Child child;
        int restarts = 0;
    };

    Network(const Scenario& scenario, const Options& options)
        : scenario_(scenario), options_(options) {}
    Outcome<> run_steps(const std::function<void(const std::string&)>& progress);
    Outcome<> make_wallets();
    Outcome<> launch(const std::string& name, std::vector<std::string> words);
    Outcome<process::Child> start_process(const std::string& name,
                                          const std::vector<std::string>& words) const;
    std::string log_path(const std::string& name) const {
        return options_.folder + "/logs/" + name + ".log";
    }
    Outcome<> start_node();
    Outcome<> prepare_chain();
    Outcome<> create_subnet();
    Outcome<> register_members();
    Outcome<> stake();
    Outcome<> launch_roles();
    std::vector<std::string> role_words(const char* role, const std::string& name) const;
    std::string url() const { return "ws://127.0.0.1:" + std::to_string(options_.port); }

    const Scenario scenario_;
    const Options options_;
    std::map<std::string, Keys> keys_;
    std::unique_ptr<client::Chain> chain_;
    NetUid netuid_{};
    std::vector<Member> members_;
    std::vector<Process> processes_;
};

}  // namespace up
