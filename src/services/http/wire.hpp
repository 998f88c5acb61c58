// Whole HTTP messages from bytes, for captures and fuzzing.
#pragma once
#include "services/http/message.hpp"

namespace http {

/// nullopt unless the bytes are exactly one complete message within the limits.
std::optional<Request> parse_request(std::string_view bytes, const Limits& = {});
std::optional<Response> parse_response(std::string_view bytes, const Limits& = {});

}  // namespace http
