// A blocking TCP socket whose every read and write ends by a deadline; Beast reads and writes
// through it.
#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <chrono>

#include "base/outcome.hpp"

namespace client {

using Clock = std::chrono::steady_clock;
using Ms = std::chrono::milliseconds;

class Socket {
public:
    using Tcp = boost::asio::ip::tcp;
    using ErrorCode = boost::system::error_code;

    /// Resolves and connects; fails after timeout_ms in all.
    static Outcome<Socket> connect(const std::string& host, u16 port, Ms timeout_ms);
    explicit Socket(Tcp::socket accepted);

    void expires_at(Clock::time_point deadline) { deadline_ = deadline; }
    void expires_after(Ms ms) { deadline_ = Clock::now() + ms; }

    template <class Buffers>
    std::size_t read_some(const Buffers& buffers, ErrorCode& ec) {
        return retry([&] { return tcp_.read_some(buffers, ec); }, true, ec);
    }
    template <class Buffers>
    std::size_t write_some(const Buffers& buffers, ErrorCode& ec) {
        return retry([&] { return tcp_.write_some(buffers, ec); }, false, ec);
    }
    template <class Buffers>
    std::size_t read_some(const Buffers& buffers) {
        ErrorCode ec;
        const auto n = read_some(buffers, ec);
        if (ec) throw boost::system::system_error(ec);
        return n;
    }
    template <class Buffers>
    std::size_t write_some(const Buffers& buffers) {
        ErrorCode ec;
        const auto n = write_some(buffers, ec);
        if (ec) throw boost::system::system_error(ec);
        return n;
    }

    Tcp::endpoint remote() const;
    void close();  // ends reads and writes under way in other threads as well

private:
    template <class Io>
    std::size_t retry(const Io& io, bool reading, ErrorCode& ec) {
        for (;;) {
            const std::size_t n = io();
            if (ec != boost::asio::error::would_block) return n;
            if (!wait(reading)) {
                ec = boost::asio::error::timed_out;
                return 0;
            }
        }
    }
    bool wait(bool reading);  // false: the deadline passed

    Tcp::socket tcp_;
    Clock::time_point deadline_ = Clock::time_point::max();
};

/// Waits until fd is readable (or writable); false when the deadline passes first.
bool wait_for(int fd, bool reading, Clock::time_point deadline);

/// The context every socket is created in. Nothing ever runs in it: all operations are non-blocking
/// plus poll.
boost::asio::io_context& socket_context();

}  // namespace client
