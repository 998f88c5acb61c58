// Command lines as people type them, right and wrong.
#include "base/args.hpp"

#include <gtest/gtest.h>

using namespace cli;

namespace {

const Command node{
    "myelin node",
    "Runs a chain.",
    {toggle("memory", "keep nothing on disk"),
     text("base-path", "DIR", "where blocks are kept", "data"),
     number("port", "N", "RPC port", 9944, 65535), list("peer", "ADDRESS", "another node"),
     text("name", "NAME", "shown to others")},
    {{"SCENARIO", "what to run", false}}};

Outcome<Args> typed(std::vector<std::string> words) { return parse(node, words); }

}  // namespace

TEST(args, values_follow_or_are_joined_by_an_equals_sign) {
    const auto args = typed({"--port", "1", "--base-path=a=b", "--memory"});
    ASSERT_TRUE(args) << args.message();
    EXPECT_EQ(args->number("port"), 1u);
    EXPECT_EQ(args->text("base-path"), "a=b");
    EXPECT_TRUE(args->on("memory"));
}

TEST(args, an_absent_flag_has_its_fallback) {
    const auto args = typed({});
    ASSERT_TRUE(args);
    EXPECT_EQ(args->number("port"), 9944u);
    EXPECT_EQ(args->text("base-path"), "data");
    EXPECT_EQ(args->find("name"), std::nullopt);
    EXPECT_FALSE(args->on("memory"));
    EXPECT_FALSE(args->given("port"));
}

TEST(args, an_unknown_flag_names_the_nearest) {
    const auto args = typed({"--prot", "1"});
    ASSERT_FALSE(args);
    EXPECT_EQ(args.message(), "there is no flag --prot; did you mean --port?");
}

TEST(args, a_number_out_of_range_or_malformed_is_refused) {
    for (const char* bad : {"65536", "-1", "1x", "", "99999999999999999999"}) {
        const auto args = typed({"--port", bad});
        ASSERT_FALSE(args) << bad;
        EXPECT_EQ(args.message(),
                  std::string("--port takes a whole number from 0 to 65535, not '") + bad + "'");
    }
}

TEST(args, a_missing_value_a_second_one_and_a_value_for_a_toggle_are_refused) {
    EXPECT_EQ(typed({"--port"}).message(), "--port needs a value: --port N");
    EXPECT_EQ(typed({"--port", "1", "--port", "2"}).message(), "--port is given twice");
    EXPECT_EQ(typed({"--memory=yes"}).message(), "--memory takes no value");
}

TEST(args, a_list_keeps_every_value_in_order) {
    const auto args = typed({"--peer", "a", "--peer=b"});
    ASSERT_TRUE(args);
    EXPECT_EQ(args->list("peer"), (std::vector<std::string>{"a", "b"}));
}

TEST(args, operands_are_taken_in_order_and_counted) {
    EXPECT_EQ(typed({"first", "--memory"})->operand("SCENARIO"), "first");
    EXPECT_EQ(typed({"--", "--memory"})->operand("SCENARIO"), "--memory");
    EXPECT_EQ(typed({"first", "second"}).message(), "'second' is one argument too many");
    const Command strict{"show", "", {}, {{"KEY", "a key's name"}}};
    EXPECT_EQ(parse(strict, {}).message(), "KEY is missing (a key's name)");
}

TEST(args, the_help_comes_from_the_table) {
    const std::string help = node.help();
    EXPECT_NE(help.find("usage: myelin node [SCENARIO] [flags]\n"), help.npos);
    EXPECT_NE(help.find("--port N         RPC port [9944]\n"), help.npos);
}
