// The program's first word: what it finds and what it says when it does not.
#include "apps/commands.hpp"

#include <gtest/gtest.h>

using namespace apps;

namespace {

struct Ran {
    int status;
    std::string out, err;
};

Ran run(const std::vector<std::string>& words) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int status = run_program(words);
    std::fflush(nullptr);
    return {status, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

}  // namespace

TEST(commands, help_lists_every_command_and_is_no_error) {
    const Ran ran = run({"--help"});
    EXPECT_EQ(ran.status, 0);
    for (const Subcommand& row : subcommands())
        EXPECT_NE(ran.out.find(row.summary), std::string::npos) << row.name;
}

TEST(commands, an_unknown_command_names_the_nearest_and_gives_2) {
    const Ran ran = run({"kye"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_NE(ran.err.find("did you mean 'key'"), std::string::npos);
    EXPECT_NE(ran.err.find("usage: myelin"), std::string::npos);
    EXPECT_EQ(run({}).status, 2);
}

TEST(commands, a_node_says_which_beacons_there_are_and_what_goes_with_a_seed) {
    const Ran beacon = run({"node", "--memory", "--beacon", "moon"});
    EXPECT_NE(beacon.status, 0);
    EXPECT_NE(beacon.err.find("own, quicknet or none, not 'moon'"), std::string::npos);
    const Ran seed = run({"node", "--memory", "--seed", "words"});
    EXPECT_NE(seed.status, 0);
    EXPECT_NE(seed.err.find("--seed goes with --manual"), std::string::npos);
}

TEST(commands, the_version_is_one_line) {
    EXPECT_EQ(run({"--version"}).out, "myelin " + std::string(version) + "\n");
}

TEST(commands, every_command_has_its_own_help) {
    for (const Subcommand& row : subcommands()) {
        const Ran ran = run({std::string(row.name), "--help"});
        EXPECT_EQ(ran.status, 0) << row.name;
        EXPECT_NE(ran.out.find("usage: myelin " + std::string(row.name)), std::string::npos);
    }
}
