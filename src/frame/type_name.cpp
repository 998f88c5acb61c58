// Types as people write them.
#include "frame/type_name.hpp"

namespace {

using Kind = scale::Type::Kind;

std::string list(std::span<const scale::TypeRef> types) {
    std::string out;
    for (auto type : types) {
        if (!out.empty()) out += ", ";
        out += type ? type_name(type()) : "_";
    }
    return out;
}

// In the order of scale-info's primitives.
constexpr std::string_view primitives[] = {"bool", "char", "str",  "u8",   "u16",
                                           "u32",  "u64",  "u128", "u256", "i8",
                                           "i16",  "i32",  "i64",  "i128", "i256"};

}  // namespace

std::string type_name(const scale::Type& t) {
    if (!t.path.empty()) {
        const auto colons = t.path.rfind("::");
        std::string name(colons == std::string_view::npos ? t.path : t.path.substr(colons + 2));
        return name == "Option" ? name + '<' + list(t.params) + '>' : name;
    }
    switch (t.kind) {
        case Kind::primitive: return std::string(primitives[t.length]);
        case Kind::sequence: return "Vec<" + list(t.of) + '>';
        case Kind::array: return '[' + list(t.of) + "; " + std::to_string(t.length) + ']';
        case Kind::compact: return list(t.of);
        case Kind::runtime_call: return "RuntimeCall";
        case Kind::runtime_event: return "RuntimeEvent";
        case Kind::runtime_error: return "RuntimeError";
        default: return '(' + list(t.of) + ')';
    }
}
