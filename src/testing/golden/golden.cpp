// Finding and running the checker of a vector file.
#include "testing/golden/golden.hpp"

#include <exception>

namespace golden {
namespace {

bool matches(std::string_view pattern, std::string_view name) {
    if (pattern.ends_with('*')) return name.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == name;
}

std::string without_extensions(const Path& file) {
    std::string name = file.filename().string();
    for (const std::string_view extension : {".gz", ".jsonl", ".json"}) {
        if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    }
    return name;
}

constexpr std::size_t max_value_text = 200;

}  // namespace

void Counts::add(const Failure& failure, std::string_view where) {
    if (!failure) {
        ++passed;
        return;
    }
    ++failed;
    if (messages.size() < max_messages) messages.push_back(std::string(where) + ": " + *failure);
}

void Differences::add(std::string_view what, std::string got, std::string expected) {
    for (std::string* text : {&got, &expected}) {
        if (text->size() > max_value_text) text->replace(max_value_text, std::string::npos, "...");
    }
    if (!text_.empty()) text_ += "; ";
    text_ += std::string(what) + " is " + got + ", expected " + expected;
}

const Checker* find_checker(const Path& file) {
    const std::string name = without_extensions(file);
    const std::string in_folder = file.parent_path().filename().string() + "/" + name;
    for (const Checker& checker : checkers()) {
        const bool with_folder = checker.name.find('/') != std::string_view::npos;
        if (matches(checker.name, with_folder ? in_folder : name)) return &checker;
    }
    return nullptr;
}

Counts run(const Checker& checker, const Path& file) {
    try {
        return checker.check(file);
    } catch (const std::exception& error) {
        Counts counts;
        counts.add(std::string(error.what()), "file");
        return counts;
    }
}

Counts for_each(const Path& file, const std::function<Failure(const Json&)>& check) {
    Counts counts;
    vectors::for_each_record(file, [&](const Json& record, std::size_t line) {
        Failure failure;
        try {
            failure = check(record);
        } catch (const std::exception& error) {
            failure = error.what();
        }
        counts.add(failure, "line " + std::to_string(line));
    });
    return counts;
}

}  // namespace golden
