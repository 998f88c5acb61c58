// A small HTTP/1.1 server: one thread per connection, every size and time limited, chunked
// streaming.
#pragma once
#include <functional>
#include <memory>

#include "base/outcome.hpp"
#include "services/http/message.hpp"

namespace http {

/// Where a handler writes its answer: either send() once, or begin(), chunk()*, and the server ends
/// the stream. Server-made headers: date, server, content-length or transfer-encoding.
class Responder {
public:
    virtual ~Responder() = default;
    virtual void send(const Response&) = 0;
    virtual void begin(const Response& head) = 0;
    virtual bool chunk(std::string_view) = 0;  // false: the peer is gone, stop producing
    virtual void abort() = 0;                  // breaks a stream off: the peer sees no end mark
};

using Handler = std::function<void(const Request&, Responder&)>;

class Server {
public:
    /// Binds and starts to serve; port 0 takes a free one. The handler runs in many threads at
    /// once.
    static Outcome<std::unique_ptr<Server>> listen(const std::string& ip, u16 port, const Limits&,
                                                   Handler);
    virtual ~Server() = default;  // stops: no new connection, open ones are closed, threads joined
    virtual u16 port() const = 0;
};

}  // namespace http
