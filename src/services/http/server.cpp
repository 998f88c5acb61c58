// A small HTTP/1.1 server: an accepting thread, and a thread per connection up to a limit.
#include "services/http/server.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <ctime>
#include <list>
#include <mutex>
#include <thread>

#include "client/socket.hpp"

namespace http {
namespace {

namespace beast = boost::beast;
namespace bh = boost::beast::http;
using client::Clock;
using client::Ms;
using client::Socket;
using Tcp = Socket::Tcp;
using ErrorCode = Socket::ErrorCode;
using Parser = bh::request_parser<bh::string_body>;

std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[40];
    std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return text;
}

/// Writes one answer to a socket.
class SocketResponder : public Responder {
public:
    SocketResponder(Socket& socket, const Limits& limits, bool keep_alive)
        : socket_(socket), limits_(limits), keep_alive_(keep_alive) {}

    void send(const Response& response) override {
        bh::response<bh::string_body> message;
        head(response, message);
        message.body() = response.body;
        if (!find_header(response.headers, "content-length"))
            message.set("content-length", std::to_string(response.body.size()));
        write([&](ErrorCode& ec) { bh::write(socket_, message, ec); });
        started_ = true;
    }

    void begin(const Response& response) override {
        bh::response<bh::empty_body> message;
        head(response, message);
        message.chunked(true);
        bh::response_serializer<bh::empty_body> serializer(message);
        write([&](ErrorCode& ec) { bh::write_header(socket_, serializer, ec); });
        started_ = streaming_ = true;
    }

    bool chunk(std::string_view bytes) override {
        if (bytes.empty() || !good_) return good_;  // an empty chunk would end the stream
        write([&](ErrorCode& ec) {
            const auto body = boost::asio::const_buffer(bytes.data(), bytes.size());
            boost::asio::write(socket_, bh::make_chunk(body), ec);
        });
        return good_;
    }

    void abort() override { good_ = false; }

    /// After the handler: ends a stream. False when the connection cannot go on.
    bool finish() {
        if (streaming_ && good_)
            write([&](ErrorCode& ec) { boost::asio::write(socket_, bh::make_chunk_last(), ec); });
        return good_ && keep_alive_ && started_;
    }

private:
    template <class Message>
    void head(const Response& response, Message& message) {
        message.version(11);
        message.result(response.status);
        if (!response.reason.empty()) message.reason(response.reason);
        message.insert("date", http_date());
        message.insert("server", "myelin");
        for (const auto& [name, value] : response.headers) message.insert(name, value);
        if (!keep_alive_) message.insert("connection", "close");
    }
    template <class Write>
    void write(const Write& run) {
        ErrorCode ec;
        socket_.expires_after(Ms(limits_.write_ms));
        run(ec);
        if (ec) good_ = false;
    }

    Socket& socket_;
    const Limits& limits_;
    bool keep_alive_;
    bool started_ = false, streaming_ = false, good_ = true;
};

class ThreadedServer : public Server {
public:
    ThreadedServer(Tcp::acceptor acceptor, const Limits& limits, Handler handler)
        : acceptor_(std::move(acceptor)), limits_(limits), handler_(std::move(handler)) {
        port_ = acceptor_.local_endpoint().port();
        accepting_ = std::thread([this] { accept_all(); });
    }
    ~ThreadedServer() override {
        {
            std::lock_guard lock(mutex_);
            stopping_ = true;
            for (auto& connection : connections_) connection.socket.close();
        }
        accepting_.join();
        for (auto& connection : connections_) connection.thread.join();
    }
    u16 port() const override { return port_; }

private:
    struct Connection {
        explicit Connection(Tcp::socket tcp) : socket(std::move(tcp)) {}
        Socket socket;
        std::thread thread;
        bool done = false;  // under mutex_
    };

    void accept_all();
    void reap();  // joins finished threads; mutex_ is held
    void serve(Connection&);
    bool serve_one(Connection&, beast::flat_buffer&);
    bool refuse(Connection&, const ErrorCode&, const Parser&);

    Tcp::acceptor acceptor_;
    const Limits limits_;
    const Handler handler_;
    u16 port_ = 0;
    std::mutex mutex_;
    std::list<Connection> connections_;
    bool stopping_ = false;
    std::thread accepting_;
};

void ThreadedServer::accept_all() {
    constexpr Ms look_up{100};  // how soon a stop is seen
    for (;;) {
        const bool ready =
            client::wait_for(acceptor_.native_handle(), true, Clock::now() + look_up);
        std::lock_guard lock(mutex_);
        if (stopping_) return;
        reap();
        if (!ready) continue;
        ErrorCode ec;
        Tcp::socket tcp(client::socket_context());
        acceptor_.accept(tcp, ec);
        if (ec) continue;
        auto& connection = connections_.emplace_back(std::move(tcp));
        if (connections_.size() > limits_.max_connections) {
            Response full{503, "", {{"content-type", "text/plain"}}, "too many connections\n"};
            SocketResponder(connection.socket, limits_, false).send(full);
            connections_.pop_back();
            continue;
        }
        connection.thread = std::thread([this, &connection] { serve(connection); });
    }
}

void ThreadedServer::reap() {
    for (auto at = connections_.begin(); at != connections_.end();) {
        if (!at->done) {
            ++at;
            continue;
        }
        at->thread.join();
        at = connections_.erase(at);
    }
}

void ThreadedServer::serve(Connection& connection) {
    beast::flat_buffer buffer;
    try {
        while (serve_one(connection, buffer)) {
        }
    } catch (const std::exception&) {
        // A handler that throws loses its own connection only.
    }
    connection.socket.close();
    std::lock_guard lock(mutex_);
    connection.done = true;
}

bool ThreadedServer::refuse(Connection& connection, const ErrorCode& ec, const Parser& parser) {
    if (ec == bh::error::end_of_stream || !parser.got_some()) return false;
    unsigned status = 400;
    if (ec == bh::error::body_limit) status = 413;
    if (ec == bh::error::header_limit) status = 431;
    if (ec == boost::asio::error::timed_out) status = 408;
    const Response response{status, "", {{"content-type", "text/plain"}}, ec.message() + "\n"};
    SocketResponder(connection.socket, limits_, false).send(response);
    return false;
}

bool ThreadedServer::serve_one(Connection& connection, beast::flat_buffer& buffer) {
    auto& socket = connection.socket;
    Parser parser;
    parser.header_limit(limits_.max_header_bytes);
    parser.body_limit(limits_.max_body_bytes);
    ErrorCode ec;
    socket.expires_after(Ms(limits_.idle_ms));
    if (buffer.size() == 0) {
        const auto room = buffer.prepare(4096);
        buffer.commit(socket.read_some(room, ec));
        if (ec) return false;
    }
    socket.expires_after(Ms(limits_.request_ms));
    bh::read_header(socket, buffer, parser, ec);
    if (ec) return refuse(connection, ec, parser);
    const auto& head = parser.get();
    if (beast::iequals(head[bh::field::expect], "100-continue")) {
        const std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        boost::asio::write(socket, boost::asio::buffer(go_on.data(), go_on.size()), ec);
    }
    if (!ec) bh::read(socket, buffer, parser, ec);
    if (ec) return refuse(connection, ec, parser);

    Request request;
    request.method = std::string(head.method_string());
    request.target = std::string(head.target());
    for (const auto& field : head)
        request.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
    request.body = std::move(parser.get().body());
    request.peer_ip = socket.remote().address().to_string();
    request.peer_port = socket.remote().port();
    SocketResponder responder(socket, limits_, head.keep_alive());
    handler_(request, responder);
    return responder.finish();
}

}  // namespace

Outcome<std::unique_ptr<Server>> Server::listen(const std::string& ip, u16 port,
                                                const Limits& limits, Handler handler) {
    ErrorCode ec;
    const auto address = boost::asio::ip::make_address(ip, ec);
    if (ec) return Failure{"not an IP address: " + ip};
    Tcp::acceptor acceptor(client::socket_context());
    const Tcp::endpoint endpoint(address, port);
    acceptor.open(endpoint.protocol(), ec);
    if (!ec) acceptor.set_option(Tcp::acceptor::reuse_address(true), ec);
    if (!ec) acceptor.bind(endpoint, ec);
    if (!ec) acceptor.listen(boost::asio::socket_base::max_listen_connections, ec);
    if (!ec) acceptor.non_blocking(true, ec);
    if (ec)
        return Failure{"cannot listen on " + ip + ":" + std::to_string(port) + ": " + ec.message() +
                       " (choose another --port, or stop the program that holds it)"};
    return std::unique_ptr<Server>(
        std::make_unique<ThreadedServer>(std::move(acceptor), limits, std::move(handler)));
}

}  // namespace http
