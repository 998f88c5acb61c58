// A walk over JSON text that stops where Python's decoder does.
#include "services/axon/json_error.hpp"

#include <fmt/format.h>

namespace axon {
namespace {

class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) {}

    std::optional<JsonErrorText> error;

    void document() {
        space();
        value(0);
        if (error) return;
        space();
        if (at_ < text_.size()) stop(at_, "Extra data");
    }

private:
    void stop(std::size_t at, std::string message) {
        if (!error) error = JsonErrorText{at, std::move(message)};
    }
    char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void space() {
        while (at_ < text_.size() &&
               std::string_view(" \t\n\r").find(text_[at_]) != std::string_view::npos)
            ++at_;
    }
    bool eat(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }

    void value(int depth) {
        if (depth > max_json_depth) return stop(at_, "Too deep");
        if (now() == '"') return string();
        if (now() == '{') return object(depth);
        if (now() == '[') return array(depth);
        for (const char* word : {"null", "true", "false", "NaN", "Infinity", "-Infinity"})
            if (eat(word)) return;
        number();
    }

    void digits() {
        while (now() >= '0' && now() <= '9') ++at_;
    }
    void number() {
        const auto start = at_;
        eat("-");
        const auto first = at_;
        if (now() == '0')
            ++at_;
        else
            digits();
        if (at_ == first) return stop(start, "Expecting value");
        const auto optional = [&](std::string_view marks) {
            const auto before = at_;
            if (marks.find(now()) == marks.npos || now() == '\0') return;
            ++at_;
            if (marks == "eE" && (now() == '+' || now() == '-')) ++at_;
            const auto from = at_;
            digits();
            if (at_ == from) at_ = before;
        };
        optional(".");
        optional("eE");
    }

    void string() {
        const auto start = at_++;
        for (; at_ < text_.size(); ++at_) {
            const u8 c = static_cast<u8>(text_[at_]);
            if (c == '"') {
                ++at_;
                return;
            }
            if (c < 0x20) return stop(at_, "Invalid control character at");
            if (c != '\\') continue;
            const auto escape = at_++;
            if (at_ >= text_.size()) break;
            if (text_[at_] == 'u') {
                for (int i = 1; i <= 4; ++i)
                    if (at_ + 4 >= text_.size() ||
                        !std::isxdigit(static_cast<u8>(text_[at_ + static_cast<std::size_t>(i)])))
                        return stop(at_, "Invalid \\uXXXX escape");
                at_ += 4;
            } else if (std::string_view("\"\\/bfnrt").find(text_[at_]) == std::string_view::npos) {
                return stop(escape, "Invalid \\escape");
            }
        }
        stop(start, "Unterminated string starting at");
    }

    void object(int depth) {
        ++at_;
        space();
        if (eat("}")) return;
        for (;;) {
            if (now() != '"') return stop(at_, "Expecting property name enclosed in double quotes");
            string();
            if (error) return;
            space();
            if (!eat(":")) return stop(at_, "Expecting ':' delimiter");
            space();
            value(depth + 1);
            if (error) return;
            space();
            if (eat("}")) return;
            if (!eat(",")) return stop(at_, "Expecting ',' delimiter");
            space();
        }
    }

    void array(int depth) {
        ++at_;
        space();
        if (eat("]")) return;
        for (;;) {
            value(depth + 1);
            if (error) return;
            space();
            if (eat("]")) return;
            if (!eat(",")) return stop(at_, "Expecting ',' delimiter");
            space();
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

JsonErrorText explain_json_error(std::string_view text, const JsonError& fallback) {
    Walk walk(text);
    walk.document();
    return walk.error.value_or(JsonErrorText{fallback.offset, fallback.message});
}

}  // namespace axon
