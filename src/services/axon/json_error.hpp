// Python's words for text that is not JSON: SDK servers put them into the 422 answer.
#pragma once
#include "services/axon/json.hpp"

namespace axon {

struct JsonErrorText {
    std::size_t offset;
    std::string message;
};

/// Where Python's json decoder stops and what it says; `fallback` when it would have accepted the
/// text.
JsonErrorText explain_json_error(std::string_view text, const JsonError& fallback);

}  // namespace axon
