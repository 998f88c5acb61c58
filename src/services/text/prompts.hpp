// What validators ask: lines of a file, or the sentences of documents as questions.
#pragma once
#include "base/outcome.hpp"

namespace text {

class Prompts {
public:
    static constexpr std::size_t max_file_bytes = 16 * 1024 * 1024;
    static constexpr std::size_t max_prompts = 100'000;
    static constexpr std::size_t max_prompt_bytes = 400;

    /// One prompt per line; empty lines and lines that begin with '#' are skipped.
    static Outcome<Prompts> from_file(const std::string& path);
    /// A question about each sentence of the *.md files in a folder (not deeper), in the order of
    /// their names.
    static Outcome<Prompts> from_documents(const std::string& folder);

    /// Any number is good: they are taken in turn, in an order that visits every prompt before one
    /// comes again.
    const std::string& at(u64 number) const;
    std::size_t size() const { return prompts_.size(); }

private:
    std::vector<std::string> prompts_;  // never empty
};

/// Sentences of 40 to 200 characters in the running text of a Markdown document (no code, tables,
/// headings).
std::vector<std::string> sentences_of(std::string_view markdown);

}  // namespace text
