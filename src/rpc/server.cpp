// Listening, connections and the threads that serve them.
#include "rpc/server.hpp"

#include <fmt/format.h>

#include <boost/asio.hpp>

#include "rpc/session.hpp"

namespace rpc {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

class LoopbackServer final : public Server {
public:
    LoopbackServer(Node& node, const ServerLimits& limits)
        : workers_(worker_count(limits)), doors_{node, limits, io_, workers_} {}

    ~LoopbackServer() override {
        stopping_ = true;
        io_.stop();
        if (thread_.joinable()) thread_.join();
        workers_.stop();  // requests that nobody waits for
        workers_.join();
    }

    Outcome<> open(u16 port) {
        u16 bound = port;
        if (const auto v4 = open(asio::ip::address_v4::loopback(), bound); !v4) return v4;
        ports_.push_back(bound);
        return open(asio::ip::address_v6::loopback(), bound);
    }
    void start() {
        for (auto& acceptor : acceptors_) accept(*acceptor);
        thread_ = std::thread([this] { io_.run(); });
    }
    std::vector<u16> ports() const override { return ports_; }

private:
    using Acceptor = asio::ip::tcp::acceptor;

    static unsigned worker_count(const ServerLimits& limits) {
        constexpr unsigned least = 2, most = 8;
        return limits.workers ? limits.workers
                              : std::clamp(std::thread::hardware_concurrency(), least, most);
    }

    /// A machine without IPv6 is served on IPv4 alone.
    Outcome<> open(const asio::ip::address& address, u16& port) {
        auto acceptor = std::make_unique<Acceptor>(io_);
        const asio::ip::tcp::endpoint endpoint(address, port);
        ErrorCode ec;
        acceptor->open(endpoint.protocol(), ec);
        if (ec && address.is_v6()) return {};
        if (!ec) acceptor->set_option(Acceptor::reuse_address(true), ec);
        if (!ec) acceptor->bind(endpoint, ec);
        if (ec == asio::error::address_family_not_supported ||
            (address.is_v6() && ec == boost::system::errc::address_not_available))
            return {};
        if (!ec) acceptor->listen(asio::socket_base::max_listen_connections, ec);
        if (ec)
            return Failure{
                fmt::format("cannot listen on port {}: {} (choose another --rpc-port, "
                            "or stop the program that holds it)",
                            port, ec.message())};
        port = acceptor->local_endpoint().port();
        acceptors_.push_back(std::move(acceptor));
        return {};
    }

    void accept(Acceptor& acceptor) {
        acceptor.async_accept([this, &acceptor](const ErrorCode& ec, asio::ip::tcp::socket socket) {
            if (stopping_ || ec == asio::error::operation_aborted) return;
            if (ec) return accept_later(acceptor);
            if (doors_.connections < doors_.limits.max_connections)
                serve(std::move(socket), doors_);
            accept(acceptor);
        });
    }
    /// Out of descriptors, say: closing connections will free some.
    void accept_later(Acceptor& acceptor) {
        constexpr auto pause = std::chrono::milliseconds(100);
        auto timer = std::make_shared<asio::steady_timer>(io_, pause);
        timer->async_wait([this, timer, &acceptor](const ErrorCode&) { accept(acceptor); });
    }

    asio::io_context io_{1};
    asio::thread_pool workers_;
    Doors doors_;
    std::vector<std::unique_ptr<Acceptor>> acceptors_;
    std::vector<u16> ports_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace

Outcome<std::unique_ptr<Server>> Server::listen(Node& node, std::span<const u16> ports,
                                                const ServerLimits& limits) {
    auto server = std::make_unique<LoopbackServer>(node, limits);
    for (const u16 port : ports)
        if (const auto opened = server->open(port); !opened) return opened.failure();
    server->start();
    return std::unique_ptr<Server>(std::move(server));
}

}  // namespace rpc
