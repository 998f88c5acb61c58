// The rules' common notebook, and the rules by what they are about.
#pragma once
#include <fmt/format.h>

#include "state/state.hpp"

namespace invariants {

/// A line for each rule that was found broken.
struct Findings {
    std::string text;

    template <class A, class B>
    void equal(const A& a, const B& b, std::string_view what) {
        if (!(a == b)) text += fmt::format("{}: {} and {}\n", what, a, b);
    }
    /// `what` is asked for only when the rule is broken.
    template <class What>
    void that(bool holds, What&& what) {
        if (!holds) text += what() + "\n";
    }
};

/// Every rao lies in an account; what is held for somebody is there.
void check_tao(Findings&, const State&);
/// Alpha on hotkeys, coldkeys' shares of it, what subnets have issued.
void check_alpha(Findings&, const State&);
/// Neurons have places without gaps and an entry in each column.
void check_places(Findings&, const State&);
/// Hotkeys, their owners, parents and children know of each other.
void check_keys(Findings&, const State&);

}  // namespace invariants
