// One connection to the node, from its first byte to its last.
#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>

#include "rpc/server.hpp"

namespace rpc {

/// What all connections of a server share.
struct Doors {
    Node& node;
    const ServerLimits limits;
    boost::asio::io_context& io;
    boost::asio::thread_pool& workers;
    std::atomic<std::size_t> connections{0};
};

/// Takes a connection over: WebSocket if the client asks for it, else HTTP.
void serve(boost::asio::ip::tcp::socket, Doors&);

}  // namespace rpc
