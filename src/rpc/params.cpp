// Checked parameters.
#include "rpc/params.hpp"

#include <fmt/format.h>

#include "base/hex.hpp"

namespace rpc {
namespace {

[[noreturn]] void refuse(std::string_view name, std::string_view wanted) {
    throw invalid_params(fmt::format("{} must be {}", name, wanted));
}

}  // namespace

bool Params::absent(std::size_t i) const { return i >= list_.size() || list_[i].is_null(); }

const Json& Params::any(std::size_t i, std::string_view name) const {
    if (i >= list_.size())
        throw invalid_params(fmt::format("parameter {} ({}) is missing", i + 1, name));
    return list_[i];
}

std::string Params::text(std::size_t i, std::string_view name) const {
    const auto& value = any(i, name);
    if (!value.is_string()) refuse(name, "a string");
    return value.get<std::string>();
}

u64 Params::number(std::size_t i, std::string_view name, u64 max) const {
    const auto& value = any(i, name);
    const auto wanted = fmt::format("a whole number up to {}", max);
    if (value.is_string()) {  // some tools write numbers as hex text
        const auto text = value.get<std::string>();
        if (text.size() < 3 || text.size() > 18 || text.substr(0, 2) != "0x") refuse(name, wanted);
        u64 out = 0;
        for (char c : text.substr(2)) {
            if (!std::isxdigit(static_cast<unsigned char>(c))) refuse(name, wanted);
            const int digit = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
            out = out << 4 | static_cast<u64>(digit);
        }
        if (out > max) refuse(name, wanted);
        return out;
    }
    if (!value.is_number_unsigned() || value.get<u64>() > max) refuse(name, wanted);
    return value.get<u64>();
}

bool Params::flag(std::size_t i, std::string_view name, bool fallback) const {
    if (absent(i)) return fallback;
    if (!list_[i].is_boolean()) refuse(name, "true or false");
    return list_[i].get<bool>();
}

Bytes bytes_of(const Json& value, std::string_view name) {
    if (!value.is_string()) refuse(name, "a hex string");
    auto bytes = from_hex(value.get_ref<const std::string&>());
    if (!bytes) refuse(name, "a hex string");
    return *std::move(bytes);
}

Bytes Params::bytes(std::size_t i, std::string_view name) const {
    return bytes_of(any(i, name), name);
}

std::vector<Bytes> Params::byte_strings(std::size_t i, std::string_view name) const {
    const auto& value = any(i, name);
    if (!value.is_array() || value.size() > max_list)
        refuse(name, fmt::format("a list of at most {} hex strings", max_list));
    std::vector<Bytes> out;
    out.reserve(value.size());
    for (const auto& item : value) out.push_back(bytes_of(item, name));
    return out;
}

std::optional<Hash> Params::hash(std::size_t i, std::string_view name) const {
    if (absent(i)) return {};
    const auto raw = bytes(i, name);
    Hash hash;
    if (raw.size() != hash.size()) refuse(name, "a hash of 32 bytes in hex");
    std::copy(raw.begin(), raw.end(), hash.begin());
    return hash;
}

}  // namespace rpc
