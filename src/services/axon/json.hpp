// JSON as the Python SDK reads and writes it: key order kept, int and float told apart, integers of
// any size.
#pragma once
#include <nlohmann/json.hpp>

#include "base/outcome.hpp"

namespace axon {

/// An integer beyond 64 bits is held as a binary value with its decimal digits (nlohmann has no
/// such kind).
using Json = nlohmann::ordered_json;

inline constexpr int max_json_depth = 64;

/// Where and why a text is not JSON, in the words of Python's decoder as far as clients show them.
struct JsonError {
    std::size_t offset = 0;
    std::string message;
};

/// Fails on anything but one JSON value, and when nested deeper than max_json_depth.
std::optional<Json> parse_json(std::string_view text, JsonError* error = nullptr);

/// json.dumps(value): ", " and ": ", everything beyond ASCII escaped. What clients send.
std::string dump_spaced(const Json&);

/// Compact, UTF-8 as is. What the SDK's server answers with.
std::string dump_compact(const Json&);

/// Python's str(value); what body hashes are made of.
std::string python_str(const Json&);
/// Python's repr(float).
std::string python_float(double);
/// str() of a list of strings: ['a', 'b'].
std::string python_list(std::span<const std::string>);

bool is_big_integer(const Json&);

}  // namespace axon
