// Reading test vectors: JSON lines, plain or gzipped, with big numbers as decimal strings.
#pragma once
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/types.hpp"

namespace vectors {

using Json = nlohmann::json;

/// Calls `use` with each record of a .jsonl or .jsonl.gz file and its line number from 1.
/// Throws std::runtime_error when the file cannot be read or a line is not JSON.
void for_each_record(const std::filesystem::path& file,
                     const std::function<void(const Json& record, std::size_t line)>& use);

/// DIRECTORY/NAME or DIRECTORY/NAME.gz, whichever exists; throws std::runtime_error when neither
/// does.
std::filesystem::path find_file(const std::filesystem::path& directory, std::string_view name);

/// Numbers given as JSON numbers or decimal strings; throw std::runtime_error on anything else and
/// on overflow.
u128 to_u128(const Json&);
i128 to_i128(const Json&);
u64 to_u64(const Json&);
i64 to_i64(const Json&);
/// Any integer type T, checked against its range.
template <class T>
T to_int(const Json&);

std::string to_decimal(u128);
std::string to_decimal(i128);
inline std::string to_decimal(u64 v) { return std::to_string(v); }
inline std::string to_decimal(i64 v) { return std::to_string(v); }

template <class T>
T to_int(const Json& j) {
    if constexpr (T(-1) < T(0)) {
        const i128 v = to_i128(j);
        if (static_cast<T>(v) != v) throw std::runtime_error("number out of range: " + j.dump());
        return static_cast<T>(v);
    } else {
        const u128 v = to_u128(j);
        if (static_cast<T>(v) != v) throw std::runtime_error("number out of range: " + j.dump());
        return static_cast<T>(v);
    }
}

/// A JSON array of integers.
template <class T>
std::vector<T> to_ints(const Json& array) {
    std::vector<T> out;
    out.reserve(array.size());
    for (const Json& item : array) out.push_back(to_int<T>(item));
    return out;
}

}  // namespace vectors
