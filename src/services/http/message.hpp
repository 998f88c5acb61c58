// HTTP messages as plain values: what the server hands to a handler and the client hands back.
#pragma once
#include "base/types.hpp"

namespace http {

/// In wire order, names as written (they compare without case).
using Headers = std::vector<std::pair<std::string, std::string>>;

/// The first header of that name, or nullptr.
const std::string* find_header(const Headers&, std::string_view name);
bool same_name(std::string_view a, std::string_view b);

struct Request {
    std::string method = "POST";
    std::string target = "/";
    Headers headers = {};
    std::string body = {};
    std::string peer_ip = {};  // of the socket; set by the server
    u16 peer_port = 0;
};

struct Response {
    unsigned status = 200;
    std::string reason = {};  // empty: the standard one
    Headers headers = {};
    std::string body = {};
};

/// Every limit of a server or a client call.
struct Limits {
    u32 max_header_bytes = 64 * 1024;
    u64 max_body_bytes = 32 * 1024 * 1024;
    u32 max_connections = 64;  // further ones get 503 and are closed
    u32 idle_ms = 75'000;      // a kept-alive connection without a request
    u32 request_ms = 30'000;   // from the first byte to the end of a request
    u32 write_ms = 30'000;     // each write to a peer that does not read
};

}  // namespace http
