// Parsing and help of command lines.
#include "base/args.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/assert.hpp"

namespace cli {
namespace {

std::optional<u64> whole_number(std::string_view text) {
    u64 value = 0;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || at != end) return std::nullopt;
    return value;
}

std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

Failure unknown_flag(const Command& command, std::string_view name) {
    std::vector<std::string> known{"help"};
    for (const Flag& flag : command.flags) known.push_back(flag.name);
    return {fmt::format("there is no flag --{}; did you mean --{}?", name, nearest(name, known))};
}

Outcome<> check_value(const Flag& flag, const std::string& value) {
    if (flag.kind != Flag::Kind::Number) return {};
    const auto number = whole_number(value);
    if (!number || *number > flag.max)
        return Failure{fmt::format("--{} takes a whole number from 0 to {}, not '{}'", flag.name,
                                   flag.max, value)};
    return {};
}

std::string usage(const Flag& flag) {
    return flag.kind == Flag::Kind::Toggle ? "--" + flag.name
                                           : fmt::format("--{} {}", flag.name, flag.placeholder);
}

}  // namespace

Flag toggle(std::string name, std::string help) {
    return {Flag::Kind::Toggle, std::move(name), "", std::move(help)};
}

Flag text(std::string name, std::string placeholder, std::string help,
          std::optional<std::string> fallback) {
    return {Flag::Kind::Text, std::move(name), std::move(placeholder), std::move(help),
            std::move(fallback)};
}

Flag list(std::string name, std::string placeholder, std::string help) {
    return {Flag::Kind::List, std::move(name), std::move(placeholder), std::move(help)};
}

Flag number(std::string name, std::string placeholder, std::string help,
            std::optional<u64> fallback, u64 max) {
    Flag flag{Flag::Kind::Number, std::move(name), std::move(placeholder), std::move(help)};
    if (fallback) flag.fallback = std::to_string(*fallback);
    flag.max = max;
    return flag;
}

std::string nearest(std::string_view word, std::span<const std::string> known) {
    const auto found = std::min_element(known.begin(), known.end(), [&](auto& a, auto& b) {
        return edits(word, a) < edits(word, b);
    });
    return found == known.end() ? "" : *found;
}

std::string Command::help() const {
    std::string line = "usage: " + name;
    std::size_t width = usage(toggle("help", "")).size();
    for (const Operand& operand : operands) {
        line += operand.required ? " " + operand.name : " [" + operand.name + "]";
        width = std::max(width, operand.name.size());
    }
    if (!flags.empty()) line += " [flags]";
    for (const Flag& flag : flags) width = std::max(width, usage(flag).size());

    std::string out = fmt::format("{}\n{}\n\n", line, summary);
    for (const Operand& operand : operands)
        out += fmt::format("  {:<{}}  {}\n", operand.name, width, operand.help);
    for (const Flag& flag : flags) {
        out += fmt::format("  {:<{}}  {}", usage(flag), width, flag.help);
        if (flag.fallback && !flag.fallback->empty()) out += fmt::format(" [{}]", *flag.fallback);
        if (flag.kind == Flag::Kind::List) out += " (may be repeated)";
        out += '\n';
    }
    return out + fmt::format("  {:<{}}  this text\n", "--help", width);
}

Outcome<Args> parse(const Command& command, std::span<const std::string> words) {
    Args args;
    args.flags_ = command.flags;
    bool only_operands = false;
    std::size_t operands = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!only_operands && word == "--") {
            only_operands = true;
            continue;
        }
        if (only_operands || !word.starts_with("--")) {
            if (operands == command.operands.size())
                return Failure{fmt::format("'{}' is one argument too many", word)};
            args.operands_[command.operands[operands++].name] = word;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == word.npos ? equals : equals - 2);
        const auto flag = std::find_if(command.flags.begin(), command.flags.end(),
                                       [&](const Flag& f) { return f.name == name; });
        if (flag == command.flags.end()) return unknown_flag(command, name);
        auto& values = args.given_[name];
        if (!values.empty() && flag->kind != Flag::Kind::List)
            return Failure{fmt::format("--{} is given twice", name)};
        if (flag->kind == Flag::Kind::Toggle) {
            if (equals != word.npos) return Failure{fmt::format("--{} takes no value", name)};
            values.emplace_back();
            continue;
        }
        if (equals == word.npos && i + 1 == words.size())
            return Failure{fmt::format("--{} needs a value: {}", name, usage(*flag))};
        values.push_back(equals == word.npos ? words[++i] : word.substr(equals + 1));
        if (const Outcome<> checked = check_value(*flag, values.back()); !checked)
            return checked.failure();
    }
    if (operands < command.operands.size() && command.operands[operands].required)
        return Failure{fmt::format("{} is missing ({})", command.operands[operands].name,
                                   command.operands[operands].help)};
    return args;
}

Reading read(const Command& command, std::span<const std::string> words) {
    for (const std::string& word : words) {
        if (word == "--") break;
        if (word != "--help" && word != "-h") continue;
        fmt::print("{}", command.help());
        return {std::nullopt, 0};
    }
    Outcome<Args> args = parse(command, words);
    if (args) return {std::move(*args), 0};
    fmt::print(stderr, "{}: {}\nTry '{} --help'.\n", command.name, args.message(), command.name);
    return {std::nullopt, 2};
}

int fail(std::string_view command_name, std::string_view text) {
    fmt::print(stderr, "{}: {}\n", command_name, text);
    return 1;
}

const Flag& Args::flag(std::string_view name, Flag::Kind kind) const {
    const auto found =
        std::find_if(flags_.begin(), flags_.end(), [&](const Flag& f) { return f.name == name; });
    ASSERT(found != flags_.end() && found->kind == kind);
    return *found;
}

bool Args::given(std::string_view name) const { return given_.find(name) != given_.end(); }

bool Args::on(std::string_view name) const {
    flag(name, Flag::Kind::Toggle);
    return given(name);
}

std::optional<std::string> Args::find(std::string_view name) const {
    const Flag& row = flag(name, Flag::Kind::Text);
    const auto found = given_.find(name);
    return found == given_.end() ? row.fallback : std::optional(found->second.back());
}

std::string Args::text(std::string_view name) const { return find(name).value_or(""); }

std::vector<std::string> Args::list(std::string_view name) const {
    flag(name, Flag::Kind::List);
    const auto found = given_.find(name);
    return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<u64> Args::find_number(std::string_view name) const {
    const Flag& row = flag(name, Flag::Kind::Number);
    const auto found = given_.find(name);
    if (found != given_.end()) return whole_number(found->second.back());
    return row.fallback ? whole_number(*row.fallback) : std::nullopt;
}

u64 Args::number(std::string_view name) const {
    const auto value = find_number(name);
    ASSERT(value.has_value());
    return *value;
}

std::optional<std::string> Args::operand(std::string_view name) const {
    const auto found = operands_.find(name);
    if (found == operands_.end()) return std::nullopt;
    return found->second;
}

}  // namespace cli
