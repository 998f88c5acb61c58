// The validator's memory: averages, restarts, damaged files, weights.
#include "services/validator/scores.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace {

using namespace validator;

class Scores : public testing::Test {
protected:
    std::string path =
        std::filesystem::temp_directory_path() / ("scores." + std::to_string(::getpid()));
    void TearDown() override { std::filesystem::remove(path); }
};

Result good(const char* hotkey, double seconds) { return {hotkey, true, {1.0, 24, ""}, seconds}; }

TEST_F(Scores, quality_and_relative_speed_make_the_score) {
    auto book = *ScoreBook::open(path);
    for (int i = 0; i < 40; ++i)
        book.record(std::vector<Result>{good("fast", 1),
                                        good("slow", 4),
                                        {"half", true, {0.5, 24, ""}, 1},
                                        {"gone", false, {}, 0}});
    EXPECT_NEAR(book.miners().at("fast").score, 1.0, 1e-3);
    EXPECT_NEAR(book.miners().at("slow").score, 0.25, 1e-3);
    EXPECT_NEAR(book.miners().at("half").score, 0.25, 1e-3);
    EXPECT_EQ(book.miners().at("gone").score, 0);
    EXPECT_EQ(book.miners().at("gone").asked, 40u);
}

TEST_F(Scores, a_fast_bad_answer_does_not_set_the_pace) {
    auto book = *ScoreBook::open(path);
    for (int i = 0; i < 40; ++i)
        book.record(std::vector<Result>{good("honest", 2), {"canned", true, {0.0, 24, ""}, 0.01}});
    EXPECT_NEAR(book.miners().at("honest").score, 1.0, 1e-3);
    EXPECT_EQ(book.miners().at("canned").score, 0);
}

TEST_F(Scores, a_restart_continues_where_it_was) {
    auto book = *ScoreBook::open(path);
    book.record(std::vector<Result>{good("a", 1), good("b", 2)});
    ASSERT_TRUE(book.save());
    auto again = ScoreBook::open(path);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->rounds(), 1u);
    EXPECT_EQ(again->miners().at("a").score, book.miners().at("a").score);
    EXPECT_EQ(again->miners().at("b").work_per_s, book.miners().at("b").work_per_s);
}

TEST_F(Scores, a_damaged_file_is_refused_with_advice) {
    for (const char* bad : {"", "{", "[]", R"({"rounds": 1, "miners": {"a": {"score": "x"}}})",
                            R"({"rounds": -1, "miners": {}})"}) {
        std::ofstream(path) << bad;
        const auto book = ScoreBook::open(path);
        ASSERT_FALSE(book) << bad;
        EXPECT_NE(book.message().find("delete it"), std::string::npos);
    }
}

TEST_F(Scores, a_folder_that_is_not_there_is_an_error_when_saving) {
    EXPECT_FALSE((*ScoreBook::open("/nowhere/at/all.json")).save());
}

TEST_F(Scores, weights_are_in_proportion_and_known_only) {
    auto book = *ScoreBook::open(path);
    book.record(std::vector<Result>{
        good("a", 1), good("b", 2), {"zero", false, {}, 0}, good("stranger", 1)});
    const auto weights = to_weights(book, {{"a", 5}, {"b", 3}, {"zero", 1}});
    EXPECT_EQ(weights, (std::vector<std::pair<u16, u16>>{{3, 32768}, {5, 65535}}));
    EXPECT_TRUE(to_weights(book, {}).empty());
}

TEST_F(Scores, who_left_is_forgotten) {
    auto book = *ScoreBook::open(path);
    book.record(std::vector<Result>{good("a", 1), good("b", 2)});
    book.keep_only(std::vector<std::string>{"b", "c"});
    EXPECT_EQ(book.miners().size(), 1u);
    EXPECT_TRUE(book.miners().contains("b"));
}

}  // namespace
