// trace_run [--continue] FILE...: replays traces of the original, prints the first difference of
// each. With --continue, calls this runtime lacks are taken from the record.
#include <fmt/format.h>

#include <cstdio>

#include "testing/traces/trace_replay.hpp"

int main(int argc, char** argv) {
    bool failed = false;
    auto undeclared = traces::Undeclared::stop;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--continue") {
            undeclared = traces::Undeclared::take_from_record;
            continue;
        }
        auto r = traces::replay(argv[i], undeclared);
        fmt::print("{}: {} of {} steps, {} taken{}{}\n", argv[i], r.steps, r.total, r.taken,
                   r.stopped_at.empty() ? "" : ", first undeclared " + r.stopped_at,
                   r.difference.empty() ? "" : "\n" + r.difference);
        std::fflush(stdout);
        failed |= !r.difference.empty();
    }
    return failed ? 1 : 0;
}
