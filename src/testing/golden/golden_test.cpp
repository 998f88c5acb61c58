// Every vector file of tests/vectors passes its checker.
#include "testing/golden/golden.hpp"

#include <gtest/gtest.h>

namespace {

class VectorFile : public testing::TestWithParam<golden::Path> {};

TEST_P(VectorFile, passes_every_record) {
    const golden::Checker* checker = golden::find_checker(GetParam());
    ASSERT_NE(checker, nullptr);
    const golden::Counts counts = golden::run(*checker, GetParam());
    EXPECT_GT(counts.passed, 0u);
    EXPECT_EQ(counts.failed, 0u);
    for (const std::string& message : counts.messages) ADD_FAILURE() << message;
}

std::vector<golden::Path> checked_files() {
    std::vector<golden::Path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(MYELIN_VECTORS)) {
        if (entry.is_regular_file() && golden::find_checker(entry.path()) != nullptr) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string test_name(const testing::TestParamInfo<golden::Path>& info) {
    std::string name = std::filesystem::relative(info.param, MYELIN_VECTORS).string();
    for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(golden, VectorFile, testing::ValuesIn(checked_files()), test_name);

TEST(Registry, finds_checkers_by_file_name_whatever_the_packing) {
    ASSERT_NE(golden::find_checker("x/fixed_arith.jsonl.gz"), nullptr);
    EXPECT_EQ(golden::find_checker("x/fixed_arith.jsonl"),
              golden::find_checker("fixed_arith.jsonl.gz"));
    EXPECT_EQ(golden::find_checker("no_such_kind.jsonl"), nullptr);
}

}  // namespace
