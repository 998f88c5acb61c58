// Checking implementation against vector files: the table of known kinds and what a check returns.
//
// To add a kind: write `Counts check_kind(const Path&)` in a file of this folder (for JSON lines,
// `each_record<check_one>` is enough), declare it in checkers.hpp and add a line to registry.cpp.
#pragma once
#include <filesystem>
#include <span>

#include "testing/vectors.hpp"

namespace golden {

using vectors::Json;
using Path = std::filesystem::path;

struct Counts {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::vector<std::string> messages;  // of the first failures
    std::string note;                   // what else the row says: how far the check went

    static constexpr std::size_t max_messages = 5;
    void add(const std::optional<std::string>& failure, std::string_view where);
};

struct Checker {
    std::string_view name;  // file name without .jsonl, .json, .gz: exact, or a prefix ending in
                            // '*'; with a folder ("keys/") when the name alone is not unique
    Counts (*check)(const Path&);
};

/// Every kind that can be checked.
std::span<const Checker> checkers();

/// The checker for a file, or nullptr when its kind is not known.
const Checker* find_checker(const Path& file);

/// Runs a checker; an exception inside it is one failure.
Counts run(const Checker&, const Path& file);

/// A failure's text, or nothing when the record passes.
using Failure = std::optional<std::string>;

/// Applies `check` to each record of a JSON lines file.
Counts for_each(const Path& file, const std::function<Failure(const Json&)>& check);

template <Failure (*check)(const Json&)>
Counts each_record(const Path& file) {
    return for_each(file, check);
}

/// Collects what differs in one record: differs("name", got, expected) adds a line when they are
/// unequal.
class Differences {
public:
    template <class T, class U>
    void compare(std::string_view what, const T& got, const U& expected) {
        const Json g = got, e = expected;
        if (g != e) add(what, g.dump(), e.dump());
    }
    void add(std::string_view what, std::string got, std::string expected);
    Failure failure() const { return text_.empty() ? Failure() : Failure(text_); }

private:
    std::string text_;
};

}  // namespace golden
