// The table of subcommands and the choice of one.
#include "apps/commands.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/args.hpp"

namespace apps {

std::span<const Subcommand> subcommands() {
    static constexpr Subcommand table[] = {
        {"node", "a local chain, served to clients by JSON-RPC", node_command},
        {"up", "start a whole local network and watch it", up_command},
        {"key", "keys and wallets: create, restore, show, sign, verify", key_command},
        {"miner", "serve a task with a model", miner_command},
        {"ask", "send one request to a miner", ask_command},
        {"validator", "test the miners of a subnet and set weights", validator_command},
    };
    return table;
}

std::string program_help() {
    std::string out =
        "usage: myelin COMMAND [flags]\n"
        "A network of machine-learning models that a chain pays by the quality of what they "
        "make.\n\n";
    for (const Subcommand& row : subcommands())
        out += fmt::format("  {:<10}  {}\n", row.name, row.summary);
    return out + "\n'myelin COMMAND --help' tells more; 'myelin --version' gives the version.\n";
}

int run_program(Words words) {
    if (words.empty()) {
        fmt::print(stderr, "{}", program_help());
        return 2;
    }
    const std::string& name = words[0];
    if (name == "help" || name == "--help" || name == "-h") {
        fmt::print("{}", program_help());
        return 0;
    }
    if (name == "--version" || name == "version") {
        fmt::print("myelin {}\n", version);
        return 0;
    }
    for (const Subcommand& row : subcommands())
        if (row.name == name) return row.run(words.subspan(1));
    std::vector<std::string> known{"help"};
    for (const Subcommand& row : subcommands()) known.emplace_back(row.name);
    fmt::print(stderr, "myelin: there is no command '{}'; did you mean '{}'?\n\n{}", name,
               cli::nearest(name, known), program_help());
    return 2;
}

}  // namespace apps
