// Reading test vectors: JSON lines, plain or gzipped, with big numbers as decimal strings.
#include "testing/vectors.hpp"

#include <zlib.h>

#include <memory>
#include <stdexcept>

namespace vectors {
namespace {

struct GzClose {
    void operator()(gzFile_s* file) const { gzclose(file); }
};

/// Appends up to the next line end; false at the end of the file. gzopen reads plain files too.
bool read_line(gzFile_s* file, std::string& line) {
    char buffer[1 << 16];
    line.clear();
    while (gzgets(file, buffer, sizeof buffer) != nullptr) {
        line += buffer;
        if (line.back() == '\n') return true;
    }
    return !line.empty();
}

u128 parse_magnitude(std::string_view digits, const Json& whole) {
    if (digits.empty()) throw std::runtime_error("not a number: " + whole.dump());
    u128 value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') throw std::runtime_error("not a number: " + whole.dump());
        u128 next = 0;
        if (__builtin_mul_overflow(value, u128{10}, &next) ||
            __builtin_add_overflow(next, static_cast<u128>(c - '0'), &value)) {
            throw std::runtime_error("number out of range: " + whole.dump());
        }
    }
    return value;
}

}  // namespace

void for_each_record(const std::filesystem::path& file,
                     const std::function<void(const Json&, std::size_t)>& use) {
    const std::unique_ptr<gzFile_s, GzClose> input(gzopen(file.c_str(), "rb"));
    if (!input) throw std::runtime_error("cannot open " + file.string());
    std::string line;
    for (std::size_t number = 1; read_line(input.get(), line); ++number) {
        if (line.find_first_not_of(" \t\r\n") == std::string::npos) continue;
        use(Json::parse(line), number);
    }
    int error = Z_OK;
    const char* text = gzerror(input.get(), &error);
    if (error != Z_OK && error != Z_STREAM_END) {
        throw std::runtime_error("cannot read " + file.string() + ": " + text);
    }
}

std::filesystem::path find_file(const std::filesystem::path& directory, std::string_view name) {
    for (const char* suffix : {"", ".gz"}) {
        const auto file = directory / (std::string(name) + suffix);
        if (std::filesystem::exists(file)) return file;
    }
    throw std::runtime_error("no vector file " + std::string(name) + " in " + directory.string());
}

u128 to_u128(const Json& j) {
    if (j.is_string()) return parse_magnitude(j.get_ref<const std::string&>(), j);
    if (j.is_number_unsigned()) return j.get<u64>();
    if (j.is_number_integer() && j.get<i64>() >= 0) return static_cast<u64>(j.get<i64>());
    throw std::runtime_error("not an unsigned number: " + j.dump());
}

i128 to_i128(const Json& j) {
    if (j.is_number_unsigned()) return j.get<u64>();
    if (j.is_number_integer()) return j.get<i64>();
    if (!j.is_string()) throw std::runtime_error("not a number: " + j.dump());
    std::string_view text = j.get_ref<const std::string&>();
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const u128 magnitude = parse_magnitude(text, j);
    if (magnitude > (u128{1} << 127) - (negative ? 0 : 1)) {
        throw std::runtime_error("number out of range: " + j.dump());
    }
    return static_cast<i128>(negative ? u128{0} - magnitude : magnitude);
}

u64 to_u64(const Json& j) { return to_int<u64>(j); }
i64 to_i64(const Json& j) { return to_int<i64>(j); }

std::string to_decimal(u128 value) {
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value != 0);
    return digits;
}

std::string to_decimal(i128 value) {
    if (value >= 0) return to_decimal(static_cast<u128>(value));
    return "-" + to_decimal(u128{0} - static_cast<u128>(value));
}

}  // namespace vectors
