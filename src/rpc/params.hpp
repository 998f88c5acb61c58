// What a request gives a method: positional parameters, checked as they are read.
#pragma once
#include "rpc/error.hpp"

namespace rpc {

/// Most items in a list a request may give.
inline constexpr std::size_t max_list = 10'000;

/// Reading a parameter that is missing or of another kind throws invalid_params().
class Params {
public:
    explicit Params(const Json& list) : list_(list) {}

    bool absent(std::size_t i) const;  // not given, or null
    std::string text(std::size_t i, std::string_view name) const;
    u64 number(std::size_t i, std::string_view name, u64 max) const;
    bool flag(std::size_t i, std::string_view name, bool fallback) const;
    Bytes bytes(std::size_t i, std::string_view name) const;  // hex, with or without 0x
    std::vector<Bytes> byte_strings(std::size_t i, std::string_view name) const;
    std::optional<Hash> hash(std::size_t i, std::string_view name) const;  // none when absent
    const Json& any(std::size_t i, std::string_view name) const;

private:
    const Json& list_;
};

Bytes bytes_of(const Json&, std::string_view name);

}  // namespace rpc
