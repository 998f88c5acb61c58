// A blocking TCP socket whose every read and write ends by a deadline.
#include "client/socket.hpp"

#include <poll.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>

namespace client {

namespace net = boost::asio;

net::io_context& socket_context() {
    static net::io_context context;
    return context;
}

bool wait_for(int fd, bool reading, Clock::time_point deadline) {
    constexpr Ms longest_wait{
        60'000};  // poll again, so that an infinite deadline needs no special case
    for (;;) {
        const auto now = Clock::now();
        if (now >= deadline) return false;
        const auto left =
            deadline - now > longest_wait ? longest_wait : std::chrono::ceil<Ms>(deadline - now);
        pollfd entry{fd, static_cast<short>(reading ? POLLIN : POLLOUT), 0};
        if (::poll(&entry, 1, static_cast<int>(left.count())) > 0) return true;
    }
}

Socket::Socket(Tcp::socket accepted) : tcp_(std::move(accepted)) {
    ErrorCode ec;
    tcp_.non_blocking(true, ec);
    tcp_.set_option(Tcp::no_delay(true), ec);
}

Outcome<Socket> Socket::connect(const std::string& host, u16 port, Ms timeout_ms) {
    const auto deadline = Clock::now() + timeout_ms;
    ErrorCode ec;
    Tcp::resolver resolver(socket_context());
    const auto endpoints = resolver.resolve(host, std::to_string(port), ec);
    if (ec) return Failure{"cannot resolve " + host + ": " + ec.message()};
    std::string why = "no address";
    for (const auto& entry : endpoints) {
        Tcp::socket tcp(socket_context());
        tcp.open(entry.endpoint().protocol(), ec);
        if (!ec) tcp.non_blocking(true, ec);
        if (!ec) tcp.connect(entry.endpoint(), ec);
        if (ec == net::error::in_progress || ec == net::error::would_block) {
            if (!wait_for(tcp.native_handle(), false, deadline)) {
                ec = net::error::timed_out;
            } else {
                int error = 0;
                socklen_t size = sizeof error;
                ::getsockopt(tcp.native_handle(), SOL_SOCKET, SO_ERROR, &error, &size);
                ec = ErrorCode(error, boost::system::system_category());
            }
        }
        if (!ec) return Socket(std::move(tcp));
        why = ec.message();
    }
    return Failure{"cannot connect to " + host + ":" + std::to_string(port) + ": " + why};
}

bool Socket::wait(bool reading) { return wait_for(tcp_.native_handle(), reading, deadline_); }

Socket::Tcp::endpoint Socket::remote() const {
    ErrorCode ec;
    return tcp_.remote_endpoint(ec);
}

void Socket::close() {
    ErrorCode ec;
    tcp_.shutdown(Tcp::socket::shutdown_both, ec);
}

}  // namespace client
