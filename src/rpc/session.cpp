// Connections: reading requests, running them elsewhere, writing answers.
#include "rpc/session.hpp"

#include <boost/beast.hpp>
#include <deque>

namespace rpc {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using ErrorCode = boost::system::error_code;

constexpr auto request_time = std::chrono::seconds(30), idle_time = std::chrono::seconds(120);
constexpr std::size_t max_header_bytes = 16 << 10;

/// Counts a connection for as long as it lives.
class Counted {
public:
    explicit Counted(std::atomic<std::size_t>& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;

private:
    std::atomic<std::size_t>& count_;
};

/// All members but send() belong to the I/O thread.
class WebSocketSession final : public Connection,
                               public std::enable_shared_from_this<WebSocketSession> {
public:
    WebSocketSession(beast::tcp_stream stream, Doors& doors)
        : doors_(doors), counted_(doors.connections), socket_(std::move(stream)) {}

    void start(const http::request<http::string_body>& upgrade) {
        beast::get_lowest_layer(socket_).expires_never();
        websocket::stream_base::timeout timeout{request_time, idle_time, true};
        socket_.set_option(timeout);
        socket_.read_message_max(doors_.limits.max_request_bytes);
        socket_.async_accept(upgrade, [self = shared_from_this()](const ErrorCode& ec) {
            if (!ec) self->read();
        });
    }

    void send(std::string text) override {
        asio::post(doors_.io, [self = shared_from_this(), text = std::move(text)]() mutable {
            self->queue(std::move(text));
        });
    }

private:
    void read() {
        reading_ = true;
        socket_.async_read(buffer_, [self = shared_from_this()](const ErrorCode& ec, std::size_t) {
            self->reading_ = false;
            if (ec) return self->close();
            self->received();
        });
    }
    void received() {
        waiting_.push_back(beast::buffers_to_string(buffer_.data()));
        buffer_.consume(buffer_.size());
        if (buffer_.capacity() > max_header_bytes) buffer_.shrink_to_fit();
        advance();
    }
    /// Does what can be done: the next request, the next read.
    void advance() {
        if (closed_) return;
        const bool room = outgoing_bytes_ < doors_.limits.max_outgoing_bytes / 4;
        if (!busy_ && !waiting_.empty() && room) run_next();
        if (!reading_ && waiting_.size() < doors_.limits.max_waiting_requests) read();
    }
    void run_next() {
        busy_ = true;
        asio::post(doors_.workers, [self = shared_from_this(), text = std::move(waiting_.front())] {
            auto reply = answer(self->doors_.node, self, text);
            if (!reply.text.empty()) self->send(std::move(reply.text));
            for (const auto& subscription : reply.opened) subscription->open();
            asio::post(self->doors_.io, [self] {
                self->busy_ = false;
                self->advance();
            });
        });
        waiting_.pop_front();
    }
    void queue(std::string text) {
        if (closed_) return;
        outgoing_bytes_ += text.size();
        outgoing_.push_back(std::move(text));
        if (outgoing_bytes_ > doors_.limits.max_outgoing_bytes) return close();  // it does not read
        if (!writing_) write();
    }
    void write() {
        writing_ = true;
        socket_.text(true);
        socket_.async_write(
            asio::buffer(outgoing_.front()),
            [self = shared_from_this()](const ErrorCode& ec, std::size_t) { self->written(ec); });
    }
    void written(const ErrorCode& ec) {
        writing_ = false;
        outgoing_bytes_ -= outgoing_.front().size();
        outgoing_.pop_front();
        if (ec) return close();
        if (!outgoing_.empty() && !closed_) write();
        advance();
    }
    void close() {
        if (closed_) return;
        closed_ = true;
        drop_all();
        waiting_.clear();
        beast::get_lowest_layer(socket_).close();
    }

    Doors& doors_;
    const Counted counted_;
    websocket::stream<beast::tcp_stream, false> socket_;  // false: no compression
    beast::flat_buffer buffer_;
    std::deque<std::string> waiting_, outgoing_;
    std::size_t outgoing_bytes_ = 0;
    bool reading_ = false, busy_ = false, writing_ = false, closed_ = false;
};

/// Until it becomes a WebSocket or ends.
class HttpSession final : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(asio::ip::tcp::socket socket, Doors& doors)
        : doors_(doors), counted_(doors.connections), stream_(std::move(socket)) {}

    void read() {
        parser_.emplace();
        parser_->header_limit(max_header_bytes);
        parser_->body_limit(doors_.limits.max_request_bytes);
        stream_.expires_after(request_time);
        http::async_read(
            stream_, buffer_, *parser_,
            [self = shared_from_this()](const ErrorCode& ec, std::size_t) { self->received(ec); });
    }

private:
    using Response = http::response<http::string_body>;

    void received(const ErrorCode& ec) {
        if (ec == http::error::body_limit || ec == http::error::header_limit)
            return respond(http::status::payload_too_large, "the request is too large\n", false);
        if (ec && ec.category() == http::make_error_code(http::error::bad_method).category() &&
            ec != http::error::end_of_stream && ec != http::error::partial_message)
            return respond(http::status::bad_request, "this is not HTTP\n", false);
        if (ec) return end();
        const auto& request = parser_->get();
        if (websocket::is_upgrade(request)) {
            std::make_shared<WebSocketSession>(std::move(stream_), doors_)->start(request);
            return;
        }
        const bool keep_alive = request.keep_alive();
        if (request.method() == http::verb::get && request.target() == "/health")
            return respond(http::status::ok, "ok\n", keep_alive);
        if (request.method() != http::verb::post)
            return respond(http::status::method_not_allowed,
                           "POST a JSON-RPC request, or open a WebSocket\n", keep_alive);
        stream_.expires_never();
        asio::post(doors_.workers, [self = shared_from_this(), keep_alive] {
            auto reply = answer(self->doors_.node, nullptr, self->parser_->get().body());
            asio::post(self->doors_.io, [self, keep_alive, text = std::move(reply.text)]() mutable {
                self->respond(http::status::ok, std::move(text), keep_alive, "application/json");
            });
        });
    }
    void respond(http::status status, std::string body, bool keep_alive,
                 const char* type = "text/plain") {
        response_ = {};
        response_.version(11);
        response_.result(status);
        response_.set(http::field::content_type, type);
        response_.keep_alive(keep_alive);
        response_.body() = std::move(body);
        response_.prepare_payload();
        stream_.expires_after(request_time);
        http::async_write(
            stream_, response_,
            [self = shared_from_this(), keep_alive](const ErrorCode& ec, std::size_t) {
                if (ec || !keep_alive) return self->end();
                self->read();
            });
    }
    void end() {
        ErrorCode ignored;
        stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    Doors& doors_;
    const Counted counted_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    Response response_;
};

}  // namespace

void serve(asio::ip::tcp::socket socket, Doors& doors) {
    ErrorCode ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    std::make_shared<HttpSession>(std::move(socket), doors)->read();
}

}  // namespace rpc
