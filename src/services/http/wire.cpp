// Whole HTTP messages from bytes.
#include "services/http/wire.hpp"

#include <boost/beast/http.hpp>

namespace http {
namespace {

namespace bh = boost::beast::http;

template <class Parser>
bool feed(Parser& parser, std::string_view bytes, const Limits& limits) {
    parser.header_limit(limits.max_header_bytes);
    parser.body_limit(limits.max_body_bytes);
    parser.eager(true);
    while (!parser.is_done()) {
        boost::system::error_code ec;
        const auto used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), ec);
        bytes.remove_prefix(used);
        if (!ec && used == 0) return false;
        if (ec) return false;
    }
    return bytes.empty();
}

template <class Message>
Headers headers_of(const Message& message) {
    Headers headers;
    for (const auto& field : message)
        headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
    return headers;
}

}  // namespace

std::optional<Request> parse_request(std::string_view bytes, const Limits& limits) {
    bh::request_parser<bh::string_body> parser;
    if (!feed(parser, bytes, limits)) return {};
    const auto& message = parser.get();
    return Request{std::string(message.method_string()), std::string(message.target()),
                   headers_of(message), message.body()};
}

std::optional<Response> parse_response(std::string_view bytes, const Limits& limits) {
    bh::response_parser<bh::string_body> parser;
    if (!feed(parser, bytes, limits)) return {};
    const auto& message = parser.get();
    return Response{message.result_int(), std::string(message.reason()), headers_of(message),
                    message.body()};
}

}  // namespace http
