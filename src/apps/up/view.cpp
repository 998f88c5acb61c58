// Drawing the state of the network.
#include "apps/up/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace up {
namespace {

constexpr u64 rao = 1'000'000'000;

std::string alpha_text(u64 amount) {
    return fmt::format("{:.3f}", static_cast<double>(amount) / rao);
}

std::string score_text(const Member& member, double score) {
    if (member.kind == Kind::validator || score < 0) return "-";
    return fmt::format("{:.3f}", score);
}

}  // namespace

std::string table_of(const Network& network, const Snapshot& s) {
    std::string out =
        fmt::format("{:<4}{:<14}{:<10}{:<10}{:>8}{:>11}{:>11}{:>13}{:>15}\n", "uid", "name", "role",
                    "behaviour", "score", "incentive", "dividends", "stake alpha", "earned alpha");
    for (std::size_t i = 0; i < s.members.size(); ++i) {
        const auto& member = network.members()[i];
        const auto& state = s.members[i];
        const bool validator = member.kind == Kind::validator;
        out += fmt::format("{:<4}{:<14}{:<10}{:<10}{:>8}{:>11}{:>11}{:>13}{:>15}\n", member.uid,
                           member.name, validator ? "validator" : "miner",
                           validator ? "-" : member.behaviour, score_text(member, state.score),
                           fmt::format("{:.4f}", state.incentive),
                           fmt::format("{:.4f}", state.dividends), alpha_text(state.stake_rao),
                           alpha_text(state.earned_rao));
    }
    return out;
}

void Screen::progress(const std::string& line) {
    fmt::print("[up] {} ...\n", line);
    std::fflush(stdout);
}

void Screen::note(const std::string& line) {
    fmt::print("[up] {}\n", line);
    std::fflush(stdout);
    drawn_lines_ = 0;  // the table goes below it
}

void Screen::show(const Network& network, const Snapshot& s) {
    const auto head = fmt::format("block {}  epochs {}  miners earned {} alpha, honest {:.1f} %\n",
                                  s.head.number, s.epochs, alpha_text(s.miners_earned_rao(network)),
                                  100 * s.share_of(network, "honest"));
    if (!terminal_) {
        fmt::print("{}", head);
        if (s.epochs != epochs_shown_) fmt::print("{}", table_of(network, s));
        epochs_shown_ = s.epochs;
        std::fflush(stdout);
        return;
    }
    if (drawn_lines_ > 0)
        fmt::print("\x1b[{}A\x1b[J", drawn_lines_);  // up to where the last table began, and clear
    const std::string all = head + table_of(network, s);
    fmt::print("{}", all);
    drawn_lines_ = static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n'));
    std::fflush(stdout);
}

}  // namespace up
