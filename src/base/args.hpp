// Command lines: a table of flags gives the parser, the help text and the error messages.
#pragma once
#include <map>

#include "base/outcome.hpp"
#include "base/types.hpp"

namespace cli {

/// One row of a command's table. Make rows with toggle(), text(), list() and number().
struct Flag {
    enum class Kind { Toggle, Text, List, Number };
    Kind kind = Kind::Toggle;
    std::string name;         // without the dashes
    std::string placeholder;  // what the help calls the value
    std::string help;
    std::optional<std::string> fallback = {};  // the value when the flag is absent
    u64 max = 0;                               // of a Number
};

Flag toggle(std::string name, std::string help);  // --name
Flag text(std::string name, std::string placeholder, std::string help,
          std::optional<std::string> fallback = {});
Flag list(std::string name, std::string placeholder, std::string help);  // may be repeated
/// A whole number from 0 to max.
Flag number(std::string name, std::string placeholder, std::string help,
            std::optional<u64> fallback = {}, u64 max = ~u64{0});

/// A value without a flag, taken in the order of the table.
struct Operand {
    std::string name;
    std::string help;
    bool required = true;
};

struct Command {
    std::string name;  // as typed: "myelin node"
    std::string summary;
    std::vector<Flag> flags = {};
    std::vector<Operand> operands = {};

    std::string help() const;
};

/// What the user gave. Asking for a flag that the table lacks, or as another kind, is a bug
/// (ASSERT).
class Args {
public:
    bool on(std::string_view name) const;                             // toggle
    std::optional<std::string> find(std::string_view name) const;     // text
    std::string text(std::string_view name) const;                    // text; "" when absent
    std::vector<std::string> list(std::string_view name) const;       // list
    std::optional<u64> find_number(std::string_view name) const;      // number
    u64 number(std::string_view name) const;                          // number with a fallback
    bool given(std::string_view name) const;                          // not by fallback
    std::optional<std::string> operand(std::string_view name) const;  // by its table name

private:
    friend Outcome<Args> parse(const Command&, std::span<const std::string>);
    const Flag& flag(std::string_view name, Flag::Kind) const;

    std::vector<Flag> flags_;
    std::map<std::string, std::vector<std::string>, std::less<>> given_;
    std::map<std::string, std::string, std::less<>> operands_;
};

/// Accepts `--name value`, `--name=value` and, after `--`, operands only. Errors name the flag, and
/// for an unknown one the nearest in the table. Does not know --help; read() does.
Outcome<Args> parse(const Command&, std::span<const std::string> words);

struct Reading {
    std::optional<Args> args;
    int status = 0;  // the exit status to end with when there are no args
};

/// parse() for a program: prints the help on --help or -h (status 0), or the error (status 2).
/// `auto [args, status] = cli::read(command, words); if (!args) return status;`
Reading read(const Command&, std::span<const std::string> words);

/// The entry of `known` that takes the fewest edits to reach from `word`; "" if there is none.
std::string nearest(std::string_view word, std::span<const std::string> known);

/// Prints "NAME: TEXT" to standard error and gives exit status 1.
int fail(std::string_view command_name, std::string_view text);

}  // namespace cli
