// One HTTP/1.1 exchange with a deadline; the body may be taken piece by piece as it arrives.
#pragma once
#include <functional>

#include "base/outcome.hpp"
#include "services/http/message.hpp"

namespace http {

struct Url {
    std::string host;
    u16 port = 80;
    std::string path;  // begins with '/' or is empty
};

/// http://host[:port][/path]; https is refused with a hint (put a local proxy in front).
Outcome<Url> parse_url(std::string_view);

enum class Fault { connect, timeout, disconnected, bad_response, too_large };

struct FetchError {
    Fault fault;
    std::string message;
};

struct Fetched {
    std::optional<FetchError> error;
    Response response;  // what had arrived when the error came
};

/// Gets each piece of the body as it arrives; false ends the exchange early (not an error).
using OnBody = std::function<bool(const Response& head, std::string_view piece)>;

/// Sends the request to host:port and reads the whole answer within timeout_ms. With on_body the
/// pieces go there as well as into response.body.
Fetched fetch(const std::string& host, u16 port, const Request&, u32 timeout_ms, const Limits& = {},
              const OnBody& on_body = {});

}  // namespace http
