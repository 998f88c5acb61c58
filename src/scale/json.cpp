// From wire bytes to JSON text by walking type information.
#include <fmt/format.h>

#include "base/hex.hpp"
#include "scale/type.hpp"

namespace scale {

static AssembledJson assembled_json = nullptr;
void set_assembled_json(AssembledJson f) { assembled_json = f; }

std::vector<std::string_view> split(std::string_view names) {
    std::vector<std::string_view> out;
    while (!names.empty()) {
        auto end = std::min(names.find(','), names.size());
        auto name = names.substr(0, end);
        if (auto colon = name.rfind("::"); colon != name.npos) name.remove_prefix(colon + 2);
        if (name.ends_with('_')) name.remove_suffix(1);  // C++ keywords: register_, default_
        out.push_back(name);
        names.remove_prefix(std::min(end + 1, names.size()));
        while (names.starts_with(' ') || names.starts_with('\n')) names.remove_prefix(1);
    }
    return out;
}

static std::string number(const Type& t, Reader& in) {
    constexpr u128 exact = u128(1) << 53;  // beyond, JSON readers round
    bool is_signed = t.length >= 9;
    unsigned n = t.length == 0 ? 1 : 1u << (t.length - (is_signed ? 9 : 3));
    u8 b[16] = {};
    in.take(b, n);
    if (t.length == 0) return b[0] ? "true" : "false";
    u128 v = 0;
    for (unsigned i = 0; i < n; ++i) v |= u128(b[i]) << (8 * i);
    if (is_signed && n < 16 && (b[n - 1] & 0x80)) v |= ~u128(0) << (8 * n);
    auto text = is_signed ? fmt::format("{}", i128(v)) : fmt::format("{}", v);
    u128 size = is_signed && i128(v) < 0 ? u128(0) - v : v;
    return size > exact ? '"' + text + '"' : text;
}

static std::string quoted(std::string_view s) {
    std::string out = "\"";
    for (char c : s) {
        if (c == '"' || c == '\\')
            out += '\\';
        else if (u8(c) < 0x20) {
            out += fmt::format("\\u{:04x}", u8(c));
            continue;
        }
        out += c;
    }
    return out + '"';
}

template <class F>
static std::string list(char open, char close, std::size_t n, Reader& in, F one) {
    std::string s(1, open);
    for (std::size_t i = 0; i < n && in.ok(); ++i) s += (i ? ", " : "") + one(i);
    return s += close;
}

static bool is_bytes(const Type& t) {
    auto& element = t.of[0]();
    return element.kind == Type::Kind::primitive && element.length == 3;
}

static std::string fields(const Type& t, Reader& in) {
    auto part = [&](std::size_t i) { return to_json(t.of[i](), in); };
    auto names = split(t.names);
    if (names.empty()) return t.of.size() == 1 ? part(0) : list('[', ']', t.of.size(), in, part);
    return list('{', '}', t.of.size(), in,
                [&](std::size_t i) { return fmt::format("\"{}\": {}", names[i], part(i)); });
}

static std::string variant(const Type& t, Reader& in) {
    std::size_t at = in.byte();
    auto names = split(t.names);
    if (!t.indices.empty()) {
        std::size_t i = 0;
        while (i < t.indices.size() && t.indices[i] != at) ++i;
        at = i;
    }
    if (at >= names.size()) {
        in.fail();
        return "null";
    }
    if (t.of.empty() || t.of[at]().of.empty()) return quoted(names[at]);
    return fmt::format("{{\"{}\": {}}}", names[at], fields(t.of[at](), in));
}

std::string to_json(const Type& t, Reader& in) {
    auto element = [&](std::size_t) { return to_json(t.of[0](), in); };
    switch (t.kind) {
        case Type::Kind::primitive: {
            if (t.length != 2) return number(t, in);
            auto text = in.view(take_length(in));
            return quoted({reinterpret_cast<const char*>(text.data()), text.size()});
        }
        case Type::Kind::compact: return fmt::format("{}", take_compact(in));
        case Type::Kind::array:
            if (is_bytes(t)) return quoted(to_hex_0x(in.view(t.length)));
            return list('[', ']', t.length, in, element);
        case Type::Kind::sequence: {
            auto n = take_length(in);
            if (is_bytes(t)) return quoted(to_hex_0x(in.view(n)));
            return list('[', ']', n, in, element);
        }
        case Type::Kind::tuple:
            return list('[', ']', t.of.size(), in,
                        [&](std::size_t i) { return to_json(t.of[i](), in); });
        case Type::Kind::composite: return fields(t, in);
        case Type::Kind::variant: return variant(t, in);
        case Type::Kind::runtime_call:
        case Type::Kind::runtime_event:
        case Type::Kind::runtime_error:
            if (assembled_json) return assembled_json(t.kind, in);
            in.fail();
    }
    return "null";
}

}  // namespace scale
