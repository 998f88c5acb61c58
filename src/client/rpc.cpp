// JSON-RPC over a WebSocket. One read is always under way; whoever holds the mutex drives it.
#include "client/rpc.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace client {

namespace beast = boost::beast;
namespace net = boost::asio;
namespace ws = boost::beast::websocket;
using ErrorCode = boost::system::error_code;

struct Rpc::Connection {
    net::io_context context{1};
    ws::stream<net::ip::tcp::socket, false> stream{context};  // false: no compression
    beast::flat_buffer buffer;
    std::deque<std::string> messages;  // read, not yet looked at
    ErrorCode broken;

    void read_next() {
        stream.async_read(buffer, [this](ErrorCode ec, std::size_t) {
            if (ec) {
                broken = ec;
                return;
            }
            messages.push_back(beast::buffers_to_string(buffer.data()));
            buffer.consume(buffer.size());
            read_next();
        });
    }
    /// Drives what is under way until done() or the deadline; whether it is done.
    template <class Done>
    bool drive(const Done& done, Clock::time_point deadline) {
        while (!done()) {
            if (context.stopped()) context.restart();
            if (context.run_one_until(deadline) == 0) return done();
        }
        return true;
    }
    /// Starts an operation and waits for its end.
    template <class Start>
    ErrorCode finish(const Start& start, Clock::time_point deadline) {
        std::optional<ErrorCode> result;
        start([&](ErrorCode ec, auto&&...) { result = ec; });
        if (drive([&] { return result.has_value(); }, deadline)) return *result;
        ErrorCode ignored;
        stream.next_layer().close(
            ignored);  // ends the operation, whose handler points to this frame
        drive([&] { return result.has_value(); }, Clock::now() + Ms(1000));
        return net::error::timed_out;
    }
};

Outcome<std::unique_ptr<Rpc>> Rpc::open(std::string_view url, const RpcLimits& limits) {
    const std::string text(url);
    const Failure bad{"not a node address: " + text + " (expected ws://host:port)"};
    constexpr std::string_view scheme = "ws://";
    if (!url.starts_with(scheme)) return bad;
    url.remove_prefix(scheme.size());
    const auto slash = url.find('/');
    const std::string path(slash == url.npos ? "/" : url.substr(slash));
    url = url.substr(0, slash);
    const auto colon = url.rfind(':');
    if (colon == url.npos || colon == 0 || colon + 1 == url.size()) return bad;
    u32 port = 0;
    for (const char c : url.substr(colon + 1)) {
        if (c < '0' || c > '9' || port > 65'535) return bad;
        port = port * 10 + static_cast<u32>(c - '0');
    }
    if (port == 0 || port > 65'535) return bad;
    std::string host(url.substr(0, colon));
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    return std::unique_ptr<Rpc>(new Rpc(text, host, static_cast<u16>(port), path, limits));
}

Rpc::Rpc(std::string url, std::string host, u16 port, std::string path, const RpcLimits& limits)
    : url_(std::move(url)),
      host_(std::move(host)),
      path_(std::move(path)),
      port_(port),
      limits_(limits) {}

Rpc::~Rpc() = default;

Failure Rpc::lost(const std::string& why) {
    connection_.reset();
    answers_.clear();
    notifications_.clear();
    return Failure{url_ + ": " + why};
}

Outcome<> Rpc::connect() {
    if (connection_) return {};
    auto connection = std::make_unique<Connection>();
    auto& stream = connection->stream;
    const auto deadline = Clock::now() + limits_.connect_ms;
    ErrorCode ec;
    net::ip::tcp::resolver resolver(connection->context);
    const auto endpoints = resolver.resolve(host_, std::to_string(port_), ec);
    if (!ec)
        ec = connection->finish(
            [&](auto done) { net::async_connect(stream.next_layer(), endpoints, done); }, deadline);
    if (ec) return Failure{"no node at " + url_ + ": " + ec.message()};
    stream.next_layer().set_option(net::ip::tcp::no_delay(true), ec);
    stream.read_message_max(limits_.max_message_bytes);
    const std::string host = host_ + ":" + std::to_string(port_);
    ec =
        connection->finish([&](auto done) { stream.async_handshake(host, path_, done); }, deadline);
    if (ec) return Failure{url_ + " does not speak WebSocket: " + ec.message()};
    connection->read_next();
    connection_ = std::move(connection);
    return {};
}

Outcome<bool> Rpc::pump(Clock::time_point deadline) {
    auto& c = *connection_;
    const bool came = c.drive([&] { return !c.messages.empty() || c.broken; }, deadline);
    if (!came) return false;
    if (c.messages.empty()) return lost("the connection ended: " + c.broken.message());
    Json message = Json::parse(c.messages.front(), nullptr, false);
    c.messages.pop_front();
    if (!message.is_object()) return lost("the node sent something that is not JSON-RPC");
    if (message.contains("id") && message["id"].is_number_unsigned()) {
        const u64 id = message["id"].get<u64>();
        answers_[id] = std::move(message);
    } else if (message.contains("params") && message["params"].is_object() &&
               message["params"].contains("subscription") && message["params"].contains("result")) {
        auto& params = message["params"];
        const auto& id = params["subscription"];
        auto& queue = notifications_[id.is_string() ? id.get<std::string>() : id.dump()];
        queue.push_back(std::move(params["result"]));
        if (queue.size() > limits_.max_waiting) queue.pop_front();
    }
    return true;
}

Outcome<Json> Rpc::exchange(const std::string& method, const Json& params) {
    if (auto connected = connect(); !connected) return connected.failure();
    const u64 id = ++last_id_;
    const Json request{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}};
    const auto deadline = Clock::now() + limits_.answer_ms;
    const std::string sent = request.dump();
    const auto ec = connection_->finish(
        [&](auto done) { connection_->stream.async_write(net::buffer(sent), done); }, deadline);
    if (ec) return lost("cannot send: " + ec.message());
    while (!answers_.contains(id)) {
        const auto read = pump(deadline);
        if (!read) return read.failure();
        if (!*read) return lost("no answer to " + method + " in time");
    }
    Json answer = std::move(answers_[id]);
    answers_.erase(id);
    if (answer.contains("error")) {
        const auto& error = answer["error"];
        std::string text = method + ": " + error.value("message", "error") + " (" +
                           std::to_string(error.value("code", 0)) + ")";
        if (error.contains("data"))
            text += ": " + (error["data"].is_string() ? error["data"].get<std::string>()
                                                      : error["data"].dump());
        return Failure{text};
    }
    return answer.contains("result") ? std::move(answer["result"]) : Json();
}

Outcome<Json> Rpc::call(const std::string& method, const Json& params) {
    std::lock_guard lock(mutex_);
    const bool was_open = connection_ != nullptr;
    auto answer = exchange(method, params);
    // A connection that had gone stale (the node was restarted) gets a second chance. Never for a
    // submission: the first one may have arrived.
    if (!answer && was_open && !connection_ && !method.starts_with("author_submit"))
        return exchange(method, params);
    return answer;
}

Outcome<std::string> Rpc::subscribe(const std::string& method, const Json& params) {
    auto id = call(method, params);
    if (!id) return id.failure();
    return id->is_string() ? id->get<std::string>() : id->dump();
}

Outcome<> Rpc::unsubscribe(const std::string& method, const std::string& subscription) {
    const auto done = call(method, Json::array({subscription}));
    std::lock_guard lock(mutex_);
    notifications_.erase(subscription);
    if (!done) return done.failure();
    return {};
}

Outcome<std::optional<Json>> Rpc::next(const std::string& subscription, Ms timeout_ms) {
    const auto deadline = Clock::now() + timeout_ms;
    std::lock_guard lock(mutex_);
    for (;;) {
        auto& queue = notifications_[subscription];
        if (!queue.empty()) {
            std::optional<Json> first = std::move(queue.front());
            queue.pop_front();
            return first;
        }
        if (!connection_) return Failure{url_ + ": the connection ended"};
        const auto read = pump(deadline);
        if (!read) return read.failure();
        if (!*read) return std::optional<Json>();
    }
}

}  // namespace client
