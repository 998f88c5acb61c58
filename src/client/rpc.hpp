// JSON-RPC over one WebSocket: calls and subscriptions, each with a deadline. Reconnects by itself.
#pragma once
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>

#include "base/outcome.hpp"
#include "client/socket.hpp"

namespace client {

using Json = nlohmann::json;

struct RpcLimits {
    std::size_t max_message_bytes = 64 * 1024 * 1024;
    Ms connect_ms{3'000};
    Ms answer_ms{20'000};
    std::size_t max_waiting = 4096;  // notifications kept per subscription; older ones are dropped
};

/// Thread-safe; calls wait for each other. A broken connection is opened anew by the next call;
/// subscriptions end with their connection.
class Rpc {
public:
    /// ws://host:port[/path]. Connects at the first call.
    static Outcome<std::unique_ptr<Rpc>> open(std::string_view url, const RpcLimits& = {});
    ~Rpc();

    /// The result; or the node's error as "method: message (code): data".
    Outcome<Json> call(const std::string& method, const Json& params = Json::array());

    /// Opens a subscription and gives its id, to be passed to next().
    Outcome<std::string> subscribe(const std::string& method, const Json& params = Json::array());
    Outcome<> unsubscribe(const std::string& method, const std::string& subscription);
    /// The next notification; nothing when none came in time. Fails when the connection is gone.
    Outcome<std::optional<Json>> next(const std::string& subscription, Ms timeout_ms);

    const std::string& url() const { return url_; }

private:
    struct Connection;
    Rpc(std::string url, std::string host, u16 port, std::string path, const RpcLimits&);

    Outcome<> connect();
    /// Reads one message and files it; false when none came in time.
    Outcome<bool> pump(Clock::time_point deadline);
    Outcome<Json> exchange(const std::string& method, const Json& params);
    Failure lost(const std::string& why);

    const std::string url_, host_, path_;
    const u16 port_;
    const RpcLimits limits_;
    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;
    u64 last_id_ = 0;
    std::map<u64, Json> answers_;
    std::map<std::string, std::deque<Json>> notifications_;
};

}  // namespace client
