// trace_run [--check] FILE...: replays traces of the original, prints the first difference of each.
// With --check, what must always hold is looked at after each step.
#include <fmt/format.h>

#include <cstdio>

#include "testing/traces/trace_replay.hpp"

int main(int argc, char** argv) {
    bool failed = false;
    auto invariance = traces::Invariance::trusted;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--check") {
            invariance = traces::Invariance::checked;
            continue;
        }
        auto r = traces::replay(argv[i], invariance);
        fmt::print("{}: {} of {} steps{}\n", argv[i], r.steps, r.total,
                   r.difference.empty() ? "" : "\n" + r.difference);
        std::fflush(stdout);
        failed |= !r.difference.empty();
    }
    return failed ? 1 : 0;
}
