// The subcommands of the program: one row each in commands.cpp.
#pragma once
#include "base/types.hpp"

namespace apps {

inline constexpr std::string_view version = "0.1.0";

using Words = std::span<const std::string>;  // what follows the subcommand's name

/// Runs a subcommand and gives the exit status: 0 done, 1 failed, 2 wrong usage.
using CommandFunction = int (*)(Words);

struct Subcommand {
    std::string_view name;
    std::string_view summary;
    CommandFunction run;
};

std::span<const Subcommand> subcommands();

/// The rows and what `myelin --help` shows around them.
std::string program_help();

/// `myelin WORDS...`; an unknown subcommand names the nearest, shows the help and gives 2.
int run_program(Words);

int key_command(Words);        // key.cpp
int miner_command(Words);      // miner.cpp
int validator_command(Words);  // validator.cpp
int ask_command(Words);        // ask.cpp
int up_command(Words);         // up/up.cpp
int node_command(Words);       // node.cpp

}  // namespace apps
