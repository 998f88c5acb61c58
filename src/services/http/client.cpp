// One HTTP/1.1 exchange over one connection.
#include "services/http/client.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include "client/socket.hpp"

namespace http {
namespace {

namespace beast = boost::beast;
namespace bh = boost::beast::http;
using ErrorCode = client::Socket::ErrorCode;

FetchError error_of(const ErrorCode& ec) {
    if (ec == boost::asio::error::timed_out) return {Fault::timeout, "no answer in time"};
    if (ec == bh::error::body_limit || ec == bh::error::header_limit)
        return {Fault::too_large, "the answer is larger than the limit"};
    if (ec == bh::error::end_of_stream || ec == bh::error::partial_message ||
        ec == boost::asio::error::eof || ec == boost::asio::error::connection_reset ||
        ec == boost::asio::error::broken_pipe)
        return {Fault::disconnected, "the server closed the connection: " + ec.message()};
    return {Fault::bad_response, ec.message()};
}

void copy_head(const bh::response<bh::buffer_body>& from, Response& to) {
    to.status = from.result_int();
    to.reason = std::string(from.reason());
    for (const auto& field : from)
        to.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
}

void read_body(client::Socket& socket, beast::flat_buffer& buffer,
               bh::response_parser<bh::buffer_body>& parser, Fetched& result,
               const OnBody& on_body) {
    std::vector<char> piece(16 * 1024);
    while (!parser.is_done()) {
        auto& body = parser.get().body();
        body.data = piece.data();
        body.size = piece.size();
        ErrorCode ec;
        bh::read_some(socket, buffer, parser, ec);
        const std::string_view got(piece.data(), piece.size() - body.size);
        if (!got.empty()) {
            result.response.body += got;
            if (on_body && !on_body(result.response, got)) return;
        }
        if (ec && ec != bh::error::need_buffer) {
            result.error = error_of(ec);
            return;
        }
    }
}

}  // namespace

Outcome<Url> parse_url(std::string_view text) {
    if (text.starts_with("https://"))
        return Failure{"https is not supported: put a local TLS proxy in front and use http://"};
    constexpr std::string_view scheme = "http://";
    if (!text.starts_with(scheme))
        return Failure{"not a URL: " + std::string(text) + " (expected http://host[:port][/path])"};
    text.remove_prefix(scheme.size());
    Url url;
    const auto slash = text.find('/');
    std::string_view authority = text.substr(0, slash);
    if (slash != text.npos) url.path = std::string(text.substr(slash));
    const auto colon = authority.rfind(':');
    if (colon != authority.npos && authority.find(']', colon) == authority.npos) {
        u32 port = 0;
        const auto digits = authority.substr(colon + 1);
        for (const char c : digits) {
            if (c < '0' || c > '9' || port > 65'535) return Failure{"bad port in the URL"};
            port = port * 10 + static_cast<u32>(c - '0');
        }
        if (digits.empty() || port == 0 || port > 65'535) return Failure{"bad port in the URL"};
        url.port = static_cast<u16>(port);
        authority = authority.substr(0, colon);
    }
    if (authority.size() > 2 && authority.front() == '[' && authority.back() == ']')
        authority = authority.substr(1, authority.size() - 2);
    if (authority.empty()) return Failure{"no host in the URL"};
    url.host = std::string(authority);
    return url;
}

Fetched fetch(const std::string& host, u16 port, const Request& request, u32 timeout_ms,
              const Limits& limits, const OnBody& on_body) {
    Fetched result;
    const auto deadline = client::Clock::now() + client::Ms(timeout_ms);
    auto socket = client::Socket::connect(host, port, client::Ms(timeout_ms));
    if (!socket) {
        const bool late = client::Clock::now() >= deadline;
        result.error = FetchError{late ? Fault::timeout : Fault::connect, socket.message()};
        return result;
    }
    socket->expires_at(deadline);

    bh::request<bh::string_body> message;
    message.version(11);
    message.method_string(request.method);
    message.target(request.target);
    if (!find_header(request.headers, "host"))
        message.insert("Host", host + ":" + std::to_string(port));
    for (const auto& [name, value] : request.headers) message.insert(name, value);
    message.set("Connection", "close");
    if (request.method != "GET" || !request.body.empty())
        message.set("Content-Length", std::to_string(request.body.size()));
    message.body() = request.body;
    ErrorCode ec;
    bh::write(*socket, message, ec);
    beast::flat_buffer buffer;
    bh::response_parser<bh::buffer_body> parser;
    parser.header_limit(limits.max_header_bytes);
    parser.body_limit(limits.max_body_bytes);
    if (!ec) bh::read_header(*socket, buffer, parser, ec);
    if (ec) {
        result.error = error_of(ec);
        return result;
    }
    copy_head(parser.get(), result.response);
    read_body(*socket, buffer, parser, result, on_body);
    socket->close();
    return result;
}

}  // namespace http
