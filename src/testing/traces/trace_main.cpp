// trace_run [--continue] [--check] FILE...: replays traces of the original, prints the first
// difference of each. With --continue, calls this runtime lacks are taken from the record; with
// --check, what must always hold is looked at after each step.
#include <fmt/format.h>

#include <cstdio>

#include "testing/traces/trace_replay.hpp"

int main(int argc, char** argv) {
    bool failed = false;
    auto undeclared = traces::Undeclared::stop;
    auto invariance = traces::Invariance::trusted;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--continue") {
            undeclared = traces::Undeclared::take_from_record;
            continue;
        }
        if (std::string_view(argv[i]) == "--check") {
            invariance = traces::Invariance::checked;
            continue;
        }
        auto r = traces::replay(argv[i], undeclared, invariance);
        fmt::print("{}: {} of {} steps, {} taken{}{}\n", argv[i], r.steps, r.total, r.taken,
                   r.stopped_at.empty() ? "" : ", first undeclared " + r.stopped_at,
                   r.difference.empty() ? "" : "\n" + r.difference);
        std::fflush(stdout);
        failed |= !r.difference.empty();
    }
    return failed ? 1 : 0;
}
