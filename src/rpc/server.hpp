// The node's door: WebSocket and HTTP on the same loopback ports.
#pragma once
#include "rpc/json_rpc.hpp"

namespace rpc {

struct ServerLimits {
    std::size_t max_connections = 2'000;
    std::size_t max_request_bytes = 16 << 20;   // of a frame or a body
    std::size_t max_waiting_requests = 2'048;   // per connection; then it is read no further
    std::size_t max_outgoing_bytes = 64 << 20;  // per connection; more closes it
    unsigned workers = 0;                       // threads that run methods; 0: as many as cores
};

/// Reads and writes on one thread, methods on others: a slow method holds up its own connection
/// only. Requests of a connection are answered in order.
class Server {
public:
    /// Listens on 127.0.0.1 and, where there is one, ::1. Port 0 takes a free one.
    static Outcome<std::unique_ptr<Server>> listen(Node&, std::span<const u16> ports,
                                                   const ServerLimits& = {});
    virtual ~Server() = default;
    virtual std::vector<u16> ports() const = 0;
};

}  // namespace rpc
