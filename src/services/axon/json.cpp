// JSON as the Python SDK reads and writes it.
#include "services/axon/json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "services/axon/unprintable.hpp"

namespace axon {
namespace {

/// Builds the tree from parser events; keeps the digits of integers that do not fit 64 bits.
class Builder {
public:
    explicit Builder(Json& root) : root_(root) {}

    bool null() { return put(nullptr); }
    bool boolean(bool v) { return put(v); }
    bool number_integer(i64 v) { return put(v); }
    bool number_unsigned(u64 v) { return put(v); }
    bool number_float(double v, const std::string& raw) {
        const bool integer = raw.find_first_of(".eE") == raw.npos;
        if (!integer) return put(v);
        return put(Json::binary({raw.begin(), raw.end()}));
    }
    bool string(std::string& v) { return put(std::move(v)); }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool key(std::string& v) {
        key_ = std::move(v);
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_array() { return close(); }
    template <class Exception>
    bool parse_error(std::size_t at, const std::string&, const Exception& why) {
        offset = at;
        message = why.what();
        return false;
    }

    std::size_t offset = 0;
    std::string message = "nested too deeply";

private:
    bool put(Json value) { return place(std::move(value)) != nullptr; }
    bool open(Json value) {
        if (stack_.size() >= max_json_depth) return false;
        stack_.push_back(place(std::move(value)));
        return true;
    }
    bool close() {
        stack_.pop_back();
        return true;
    }
    Json* place(Json value) {
        if (stack_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        Json& parent = *stack_.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        auto& slot = parent[key_];
        slot = std::move(value);
        return &slot;
    }

    Json& root_;
    std::vector<Json*> stack_;
    std::string key_;
};

std::string digits_of(const Json& big) {
    const auto& bytes = big.get_binary();
    return {bytes.begin(), bytes.end()};
}

/// Decodes one code point of valid UTF-8 and moves `at` past it; a stray byte stands for itself.
u32 next_code_point(std::string_view s, std::size_t& at) {
    const u8 first = static_cast<u8>(s[at++]);
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    u32 code = more == 3   ? first & 0x07
               : more == 2 ? first & 0x0F
               : more == 1 ? first & 0x1F
                           : first;
    for (int i = 0; i < more && at < s.size(); ++i)
        code = code << 6 | (static_cast<u8>(s[at++]) & 0x3F);
    return code;
}

void quote(std::string& out, std::string_view s, bool ascii) {
    out += '"';
    for (std::size_t at = 0; at < s.size();) {
        const auto start = at;
        const u32 code = next_code_point(s, at);
        switch (code) {
            case '"': out += "\\\""; continue;
            case '\\': out += "\\\\"; continue;
            case '\n': out += "\\n"; continue;
            case '\r': out += "\\r"; continue;
            case '\t': out += "\\t"; continue;
            case '\b': out += "\\b"; continue;
            case '\f': out += "\\f"; continue;
            default: break;
        }
        if (code < 0x20 || (ascii && code >= 0x7F)) {
            if (code < 0x10000) {
                out += fmt::format("\\u{:04x}", code);
            } else {
                const u32 rest = code - 0x10000;
                out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10),
                                   0xDC00 + (rest & 0x3FF));
            }
        } else {
            out += s.substr(start, at - start);
        }
    }
    out += '"';
}

struct Style {
    std::string_view comma, colon;
    bool ascii;
};

void dump(std::string& out, const Json& j, const Style& style) {
    if (j.is_string()) return quote(out, j.get_ref<const std::string&>(), style.ascii);
    if (j.is_number_float()) {
        out += python_float(j.get<double>());
    } else if (j.is_binary()) {
        out += digits_of(j);
    } else if (j.is_array()) {
        out += '[';
        for (std::size_t i = 0; i < j.size(); ++i) {
            if (i > 0) out += style.comma;
            dump(out, j[i], style);
        }
        out += ']';
    } else if (j.is_object()) {
        out += '{';
        for (auto it = j.begin(); it != j.end(); ++it) {
            if (it != j.begin()) out += style.comma;
            quote(out, it.key(), style.ascii);
            out += style.colon;
            dump(out, it.value(), style);
        }
        out += '}';
    } else {
        out += j.dump();
    }
}

bool printable(u32 code) {
    if (code == ' ') return true;
    const auto run = std::upper_bound(unprintable_runs.begin(), unprintable_runs.end(), code,
                                      [](u32 c, const auto& r) { return c < r[0]; });
    return run == unprintable_runs.begin() || code > (*std::prev(run))[1];
}

void repr_string(std::string& out, std::string_view s) {
    const bool single = s.find('\'') == s.npos || s.find('"') != s.npos;
    const char mark = single ? '\'' : '"';
    out += mark;
    for (std::size_t at = 0; at < s.size();) {
        const auto start = at;
        const u32 code = next_code_point(s, at);
        if (code == static_cast<u32>(mark) || code == '\\') {
            out += '\\';
            out += static_cast<char>(code);
        } else if (code == '\n') {
            out += "\\n";
        } else if (code == '\r') {
            out += "\\r";
        } else if (code == '\t') {
            out += "\\t";
        } else if (printable(code)) {
            out += s.substr(start, at - start);
        } else if (code < 0x100) {
            out += fmt::format("\\x{:02x}", code);
        } else if (code < 0x10000) {
            out += fmt::format("\\u{:04x}", code);
        } else {
            out += fmt::format("\\U{:08x}", code);
        }
    }
    out += mark;
}

void repr(std::string& out, const Json& j) {
    if (j.is_string()) return repr_string(out, j.get_ref<const std::string&>());
    if (j.is_null()) {
        out += "None";
    } else if (j.is_boolean()) {
        out += j.get<bool>() ? "True" : "False";
    } else if (j.is_number_float()) {
        out += python_float(j.get<double>());
    } else if (j.is_binary()) {
        out += digits_of(j);
    } else if (j.is_array()) {
        out += '[';
        for (std::size_t i = 0; i < j.size(); ++i) {
            if (i > 0) out += ", ";
            repr(out, j[i]);
        }
        out += ']';
    } else if (j.is_object()) {
        out += '{';
        for (auto it = j.begin(); it != j.end(); ++it) {
            if (it != j.begin()) out += ", ";
            repr_string(out, it.key());
            out += ": ";
            repr(out, it.value());
        }
        out += '}';
    } else {
        out += j.dump();
    }
}

}  // namespace

bool is_big_integer(const Json& j) { return j.is_binary(); }

std::optional<Json> parse_json(std::string_view text, JsonError* error) {
    Json root;
    Builder builder(root);
    if (Json::sax_parse(text.begin(), text.end(), &builder)) return root;
    if (error != nullptr) *error = {builder.offset, builder.message};
    return {};
}

std::string dump_spaced(const Json& j) {
    std::string out;
    dump(out, j, {", ", ": ", true});
    return out;
}

std::string dump_compact(const Json& j) {
    std::string out;
    dump(out, j, {",", ":", false});
    return out;
}

std::string python_str(const Json& j) {
    if (j.is_string()) return j.get<std::string>();
    std::string out;
    repr(out, j);
    return out;
}

std::string python_float(double v) {
    // fmt switches to exponents where Python does (below 1e-4 and from 1e16) and writes the same
    // digits.
    std::string text = fmt::format("{}", v);
    if (text.find_first_of(".ein") == text.npos) text += ".0";
    return text;
}

std::string python_list(std::span<const std::string> items) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(item);
    return python_str(list);
}

}  // namespace axon
