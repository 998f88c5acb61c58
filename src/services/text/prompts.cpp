// Prompts from files and documents.
#include "services/text/prompts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>

namespace text {
namespace {

Outcome<std::string> read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Failure{"cannot read " + path};
    std::string content(Prompts::max_file_bytes + 1, '\0');
    in.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(in.gcount()));
    if (content.size() > Prompts::max_file_bytes) return Failure{path + " is larger than 16 MiB"};
    return content;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Markdown's marks of emphasis and code taken out.
std::string plain(std::string_view s) {
    std::string out;
    for (const char c : s)
        if (c != '*' && c != '`') out += c;
    return out;
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view markdown) {
    constexpr std::size_t shortest = 40, longest = 200;
    std::vector<std::string> sentences;
    std::string paragraph;
    bool code = false;
    const auto flush = [&] {
        for (std::size_t at = 0; at < paragraph.size();) {
            auto end = paragraph.find(". ", at);
            end = end == paragraph.npos ? paragraph.size() : end + 1;
            std::string sentence = paragraph.substr(at, end - at);
            if (sentence.size() >= shortest && sentence.size() <= longest && sentence.back() == '.')
                sentences.push_back(plain(sentence));
            at = end + 1;
        }
        paragraph.clear();
    };
    for (const auto& line : lines_of(markdown)) {
        const auto first = line.find_first_not_of(" -");
        const bool fence = line.starts_with("```");
        if (fence) code = !code;
        const bool prose = !fence && !code && first != line.npos &&
                           std::string_view("#|<!>[").find(line[first]) == std::string_view::npos;
        if (!prose || line.find_first_not_of(' ') != first) flush();
        if (prose) paragraph += (paragraph.empty() ? "" : " ") + line.substr(first);
    }
    flush();
    return sentences;
}

Outcome<Prompts> Prompts::from_file(const std::string& path) {
    const auto content = read_file(path);
    if (!content) return content.failure();
    Prompts out;
    for (auto& line : lines_of(*content)) {
        if (line.empty() || line[0] == '#') continue;
        if (line.size() > max_prompt_bytes)
            return Failure{path + ": a prompt has more than " + std::to_string(max_prompt_bytes) +
                           " bytes"};
        if (out.prompts_.size() >= max_prompts)
            return Failure{path + " has more than 100,000 prompts"};
        out.prompts_.push_back(std::move(line));
    }
    if (out.prompts_.empty()) return Failure{path + " has no prompts (one per line)"};
    return out;
}

Outcome<Prompts> Prompts::from_documents(const std::string& folder) {
    static constexpr std::array<std::string_view, 3> forms = {
        "Explain in simple words: ", "Why does this matter? ",
        "Give an example for this statement: "};
    std::vector<std::string> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".md") files.push_back(entry.path().string());
    if (error) return Failure{"cannot read the folder " + folder + "; give --prompts FILE"};
    std::sort(files.begin(), files.end());
    Prompts out;
    for (const auto& file : files) {
        const auto content = read_file(file);
        if (!content) return content.failure();
        for (const auto& sentence : sentences_of(*content))
            for (const auto& form : forms)
                if (out.prompts_.size() < max_prompts)
                    out.prompts_.push_back(std::string(form) + sentence);
    }
    if (out.prompts_.empty())
        return Failure{"no sentences in the documents of " + folder + "; give --prompts FILE"};
    return out;
}

const std::string& Prompts::at(u64 number) const {
    // A step that shares no divisor with the count visits every prompt once per turn, neighbours
    // far apart.
    const u64 count = prompts_.size();
    u64 step = count * 618 / 1000 + 1;
    while (std::gcd(step, count) != 1) ++step;
    return prompts_[(number % count) * step % count];
}

}  // namespace text
