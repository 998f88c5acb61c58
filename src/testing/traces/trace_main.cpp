// traces FILE...: replays traces of the original and prints the first difference of each.
#include <fmt/format.h>

#include <cstdio>

#include "testing/traces/trace_replay.hpp"

int main(int argc, char** argv) {
    bool failed = false;
    for (int i = 1; i < argc; ++i) {
        auto r = traces::replay(argv[i]);
        fmt::print("{}: {} of {} steps{}{}\n", argv[i], r.steps, r.total,
                   r.stopped_at.empty() ? "" : ", stopped at " + r.stopped_at,
                   r.difference.empty() ? "" : "\n" + r.difference);
        std::fflush(stdout);
        failed |= !r.difference.empty();
    }
    return failed ? 1 : 0;
}
