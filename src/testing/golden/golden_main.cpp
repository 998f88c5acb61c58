// golden DIR: checks every vector file below DIR, prints a row for each and the sums at the end.
// Exit status 0 when nothing failed; 1 when something did or nothing was checked; 2 for wrong use.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "testing/golden/golden.hpp"

namespace {

std::vector<golden::Path> vector_files(const golden::Path& directory) {
    std::vector<golden::Path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        const std::string name = entry.path().filename().string();
        const bool is_note =
            name.ends_with(".md") || name.ends_with(".txt") || name.starts_with('.');
        if (entry.is_regular_file() && !is_note) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 || !std::filesystem::is_directory(argv[1])) {
        fmt::print(stderr, "usage: golden DIR, a directory with vector files\n");
        return 2;
    }
    const golden::Path directory = argv[1];
    std::size_t passed = 0, failed = 0, unknown = 0;
    for (const golden::Path& file : vector_files(directory)) {
        const std::string name = file.lexically_relative(directory).string();
        const golden::Checker* checker = golden::find_checker(file);
        if (checker == nullptr) {
            ++unknown;
            fmt::print("{:<40} not yet\n", name);
            continue;
        }
        const golden::Counts counts = golden::run(*checker, file);
        passed += counts.passed;
        failed += counts.failed;
        fmt::print("{:<40} {} passed, {} failed{}{}\n", name, counts.passed, counts.failed,
                   counts.note.empty() ? "" : "; ", counts.note);
        for (const std::string& message : counts.messages) fmt::print("    {}\n", message);
        std::fflush(stdout);
    }
    if (unknown != 0) fmt::print("{} files not yet checked\n", unknown);
    if (passed + failed == 0)
        fmt::print(stderr, "golden: nothing to check in {}; name a folder with vector files\n",
                   directory.string());
    fmt::print("{} passed, {} failed\n", passed, failed);
    return failed == 0 && passed != 0 ? 0 : 1;
}
