// Subscriptions: what a connection wants to hear about, and who tells it.
#pragma once
#include <map>
#include <memory>

#include "chain/chain.hpp"
#include "frame/version.hpp"
#include "rpc/error.hpp"

namespace rpc {

class Subscription;
using SubscriptionPtr = std::shared_ptr<Subscription>;

/// One WebSocket connection, as far as methods know it. Thread-safe.
class Connection {
public:
    static constexpr std::size_t max_subscriptions = 10'000;

    virtual ~Connection() = default;
    /// Queues a message; messages leave in this order.
    virtual void send(std::string text) = 0;

    void add(SubscriptionPtr);         // throws Error when there are too many
    bool drop(const std::string& id);  // false: there is none
    void drop_all();

private:
    std::mutex mutex_;
    std::map<std::string, SubscriptionPtr> subscriptions_;
};
using ConnectionPtr = std::shared_ptr<Connection>;

/// Notifications of one subscription. Those before open() are kept and sent then: a client must
/// learn the id first.
class Subscription {
public:
    static constexpr std::size_t max_kept = 64;

    Subscription(std::weak_ptr<Connection> to, std::string method);
    const std::string& id() const { return id_; }
    /// `result` is JSON text. Any thread.
    void notify(const std::string& result);
    void notify_last(const std::string& result);
    void open();
    void end();  // nothing is sent any more
    bool ended() const;

private:
    const std::weak_ptr<Connection> to_;
    const std::string id_, method_;
    mutable std::mutex mutex_;
    std::vector<std::string> kept_;
    bool open_ = false, ended_ = false, last_kept_ = false;
};

Json header_json(const Header&);
Json runtime_version_json(const RuntimeVersion&);

/// Tells subscribers about new blocks and changed storage.
class Hub {
public:
    /// It hears the header of now first, then each new one.
    void add_heads(SubscriptionPtr, const chain::Chain&);
    void add_finalized_heads(SubscriptionPtr, const chain::Chain&);
    /// The version in force now, and each that follows it.
    void add_runtime_version(SubscriptionPtr, const chain::Chain&);
    void add_storage(SubscriptionPtr, std::vector<Bytes> keys,
                     std::vector<std::optional<Bytes>> values);
    void block_made(const chain::Chain&, const chain::NewBlock&);

private:
    struct Watched {
        std::weak_ptr<Subscription> to;
        std::vector<Bytes> keys;
        std::vector<std::optional<Bytes>> values;  // as last told
    };
    void tell_runtime_version(const State&);

    std::mutex mutex_;
    std::vector<std::weak_ptr<Subscription>> heads_, finalized_heads_, runtime_versions_;
    u32 told_spec_version_ = 0;  // to all of runtime_versions_
    std::vector<Watched> storage_;
};

/// {"block": hash, "changes": [[key, value or null], ...]}
Json change_set(const Hash& block, std::span<const Bytes> keys,
                std::span<const std::optional<Bytes>> values);

}  // namespace rpc
